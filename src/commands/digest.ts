import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dayInJapan } from '../formats/time-in-japan.ts';
import { Refusal } from '../refusal.ts';
import { toldContent } from '../round-up/changed-entries.ts';
import { emlOf } from '../round-up/eml.ts';
import { readPeriod } from '../round-up/period.ts';
import { roundUp } from '../round-up/round-up.ts';
import { readSettings } from '../settings.ts';
import { readContentFolder } from '../source/content-files.ts';
import { runCommand } from './run-command.ts';
import { digestCommandWords as words } from './words.ts';

function readArguments(args: string[]) {
  try {
    const options = {
      since: { type: 'string' },
      until: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const;
    return parseArgs({ args, options }).values;
  } catch {
    throw new Refusal(words.usage);
  }
}

/** Writes 要約便 of the edition that is set: as text, and as a draft for a mail program. */
await runCommand(async () => {
  const { since, until, out, help } = readArguments(process.argv.slice(2));
  if (help) {
    console.log(words.usage);
    return 0;
  }
  const { edition, contentDir, siteUrl, basePath } = readSettings(process.env);
  if (!out) throw new Refusal(words.usage);
  if (!siteUrl) throw new Refusal(words.noSite);
  const now = new Date();
  const period = readPeriod({ since, until }, dayInJapan(now));
  if (!period) throw new Refusal(words.wrongPeriod);
  const texts = new Map(
    [...readContentFolder(contentDir).values()]
      .filter(({ path, kind }) => kind === 'file' && /\.(?:mdx|yaml)$/.test(path))
      .map((file) => [file.path, Buffer.from(file.bytes()).toString()]),
  );
  const made = roundUp(toldContent(texts, edition, period), period, {
    siteAddress: new URL(basePath, siteUrl).href,
    isForMembers: edition === 'network',
  });
  mkdirSync(out, { recursive: true });
  const name = join(out, `digest-${period.since}-${period.until}`);
  writeFileSync(`${name}.txt`, made.text);
  writeFileSync(`${name}.eml`, emlOf({ ...made, at: now }));
  console.log(words.written(made.count, [`${name}.txt`, `${name}.eml`]));
  return 0;
});
