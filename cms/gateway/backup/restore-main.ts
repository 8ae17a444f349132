import { parseArgs } from 'node:util';
import { runCommand } from '../../../src/commands/run-command.ts';
import { Refusal } from '../../../src/refusal.ts';
import { openBackupStore } from './backup-store.ts';
import { restorePortal } from './restore-portal.ts';
import { backupWords } from './words.ts';

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  at: { type: 'string' },
  list: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `npm run restore`: makes a portal's folder from a backup. */
await runCommand(async () => {
  const wanted = readArguments();
  if (wanted?.help) {
    console.log(backupWords.restoreUsage);
    return 0;
  }
  if (wanted?.from && wanted.list) return list(wanted.from);
  if (!wanted?.from || !wanted.to) {
    console.error(backupWords.restoreUsage);
    return 2;
  }
  const at = wanted.at === undefined ? null : momentOf(wanted.at);
  const { snapshot, beside } = await restorePortal({ from: wanted.from, to: wanted.to, at });
  console.log(backupWords.restored(snapshot.name, wanted.to));
  if (beside) console.log(backupWords.restoredBeside(beside));
  console.log(backupWords.startIt(wanted.to));
  return 0;
});

function readArguments() {
  try {
    return parseArgs({ options }).values;
  } catch {
    return null;
  }
}

async function list(from: string): Promise<number> {
  const store = await openBackupStore(from);
  for (const name of await store.names()) {
    const { facts } = await store.read(name);
    const when = new Date(facts.at).toLocaleString('ja-JP', { timeZone: 'Asia/Tokyo' });
    console.log(backupWords.listed(name, when, facts.published.length, facts.drafts.length));
  }
  return 0;
}

/** A day means its end, and a time without a zone that of Japan. */
function momentOf(text: string): Date {
  const [, day, time, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  const moment = new Date(`${day}T${time ?? '23:59:59'}${zone ?? '+09:00'}`);
  if (Number.isNaN(moment.getTime())) throw new Refusal(backupWords.unreadableTime(text));
  return moment;
}
