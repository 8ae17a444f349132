import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../../../src/commands/run-command.ts';
import { readSettings } from '../../../src/settings.ts';
import { readSettingsFile, settingsFileVariable } from '../../../src/settings-file.ts';
import { findContentRepository } from '../repository/content-repository.ts';
import { carriedAudit, carriedSettings } from './carried-files.ts';
import { takeBackup } from './take-backup.ts';
import { backupWords } from './words.ts';

const options = {
  to: { type: 'string' },
  portal: { type: 'string' },
  'with-secrets': { type: 'boolean' },
  verify: { type: 'boolean' },
  'keep-days': { type: 'string', default: '14' },
  'keep-weeks': { type: 'string', default: '8' },
  'accept-less': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `npm run backup`: adds a snapshot of the portal to a backup. */
await runCommand(async () => {
  const wanted = readArguments();
  const days = Number(wanted?.['keep-days']);
  const weeks = Number(wanted?.['keep-weeks']);
  const isSound = [days, weeks].every((count) => Number.isInteger(count) && count >= 1);
  if (!wanted?.to || !isSound || wanted.help) {
    (wanted?.help ? console.log : console.error)(backupWords.usage);
    return wanted?.help ? 0 : 2;
  }
  const settings = process.env[settingsFileVariable];
  const given = { ...(settings ? readSettingsFile(settings).values : {}), ...process.env };
  const outcome = await takeBackup({
    portal: wanted.portal ? resolve(wanted.portal) : await portalFolder(given),
    folder: wanted.to,
    files: [
      ...(settings ? await carriedSettings(settings, wanted['with-secrets'] ?? false) : []),
      ...(given.AUDIT_LOG ? await carriedAudit(given.AUDIT_LOG) : []),
    ],
    retention: { days, weeks },
    verifies: wanted.verify ?? false,
    acceptsLess: wanted['accept-less'] ?? false,
    clock: () => new Date(),
  });
  const { stamp, published, drafts, changed, uploads, forgotten } = outcome;
  console.log(backupWords.taken(stamp.snapshot, published, drafts, changed, uploads));
  if (!outcome.areOfOneMoment) console.log(backupWords.notOfOneMoment);
  console.log(backupWords.kept(stamp.snapshots, forgotten));
  if (wanted.verify) console.log(backupWords.verified);
  return 0;
});

function readArguments() {
  try {
    return parseArgs({ options }).values;
  } catch {
    return null;
  }
}

/** The clone of a portal with a git host behind it, or else the checkout that the content lies in. */
async function portalFolder(given: NodeJS.ProcessEnv): Promise<string> {
  if (given.UPSTREAM_CLONE) return resolve(given.UPSTREAM_CLONE);
  return (await findContentRepository(readSettings(given).contentDir)).root;
}
