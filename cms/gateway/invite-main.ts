import { runCommand } from '../../src/commands/run-command.ts';
import { Refusal } from '../../src/refusal.ts';
import { askedByCommand, inviteByCommand, inviteUsage } from './invite.ts';
import { findContentRepository } from './repository/content-repository.ts';
import { openGitRepository, RepositoryUnusable } from './repository/git-repository.ts';
import { RepositoryTrouble } from './repository/repository-trouble.ts';
import { takeSettings } from './settings/given-settings.ts';

/** `npm run invite`: prints the address of an invitation, by which the first editor comes in. */
await runCommand(async () => {
  const asked = askedByCommand(process.argv.slice(2));
  if (asked === null || asked === 'help') {
    (asked ? console.log : console.error)(inviteUsage);
    return asked ? 0 : 2;
  }
  const { settings, gatewaySettings, warnings } = takeSettings(process.env);
  for (const warning of warnings) console.error(warning);
  try {
    const { root, contentFolder } = await findContentRepository(settings.contentDir);
    const repository = await openGitRepository({ folder: root, contentFolder });
    try {
      const { basePath } = settings;
      const clock = () => new Date();
      const parts = { repository, settings: gatewaySettings, basePath, clock };
      console.log(await inviteByCommand(asked, parts));
    } finally {
      repository.close();
    }
  } catch (error) {
    const isTold = error instanceof RepositoryUnusable || error instanceof RepositoryTrouble;
    throw isTold ? new Refusal(error.message) : error;
  }
  return 0;
});
