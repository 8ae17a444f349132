import { runCommand } from '../../src/commands/run-command.ts';
import { Refusal } from '../../src/refusal.ts';
import { askedByCommand, inviteByCommand, inviteUsage } from './invite.ts';
import { withStore } from './invite-store.ts';
import { RepositoryUnusable } from './repository/git-repository.ts';
import { RepositoryTrouble } from './repository/repository-trouble.ts';
import { takeSettings } from './settings/given-settings.ts';
import { UpstreamUnusable } from './upstream/open-clone.ts';

/** `npm run invite`: prints the address of an invitation, by which the first editor comes in. */
await runCommand(async () => {
  const asked = askedByCommand(process.argv.slice(2));
  if (asked === null || asked === 'help') {
    (asked ? console.log : console.error)(inviteUsage);
    return asked ? 0 : 2;
  }
  const { settings, gatewaySettings, warnings } = takeSettings(process.env);
  for (const warning of warnings) console.error(warning);
  const { basePath, contentDir } = settings;
  const { upstream } = gatewaySettings;
  const clock = () => new Date();
  try {
    const said = await withStore({ upstream, contentDir }, (repository) =>
      inviteByCommand(asked, { repository, settings: gatewaySettings, basePath, clock }),
    );
    console.log(said);
  } catch (error) {
    throw isTold(error) ? new Refusal(error.message) : error;
  }
  return 0;
});

/** What has a sentence for who runs the portal. */
function isTold(error: unknown): error is Error {
  return [RepositoryUnusable, RepositoryTrouble, UpstreamUnusable].some(
    (kind) => error instanceof kind,
  );
}
