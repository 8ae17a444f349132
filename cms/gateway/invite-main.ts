import { runCommand } from '../../src/commands/run-command.ts';
import { Refusal } from '../../src/refusal.ts';
import { askedByCommand, inviteByCommand, inviteUsage, settingsOfInvitations } from './invite.ts';
import { withStore } from './invite-store.ts';
import { openAuditLog } from './operation/audit-log.ts';
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
  // Before anything is opened, or made where there was nothing.
  settingsOfInvitations(gatewaySettings);
  const { basePath, contentDir } = settings;
  const { upstream, operation } = gatewaySettings;
  const clock = () => new Date();
  const audit = operation.auditLog
    ? await openAuditLog({ path: operation.auditLog, clock, onTrouble: console.error })
    : null;
  const told = audit ? { onMemberEvent: audit.accessed } : {};
  try {
    const said = await withStore({ upstream, contentDir }, (repository) =>
      inviteByCommand(asked, {
        repository,
        settings: gatewaySettings,
        basePath,
        clock,
        ...told,
      }),
    );
    await audit?.settled();
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
