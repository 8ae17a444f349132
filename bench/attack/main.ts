import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report } from '../gateway/report.ts';
import { attackPortal, makeAttacks } from './attack-portal.ts';
import { siegeFigures } from './figures.ts';
import { type Options, type Part, readOptions, usage } from './options.ts';

const note = (line: string) => console.error(`  ${line}`);
const mostListed = 20;

const listed = (title: string, lines: readonly string[]): string =>
  lines.length === 0
    ? ''
    : `${title}:\n${lines
        .slice(0, mostListed)
        .map((line) => `- ${line}`)
        .join('\n')}\n`;

const portal = async (folder: string, { seed, attacks }: Options): Promise<string> => {
  const siege = await attackPortal(folder, makeAttacks(seed, attacks), note);
  return [
    report('The portal, attacked', siegeFigures(siege), ['at rest', 'attacked']),
    listed('No answer', siege.broken),
    listed('Wrong answers', siege.wrong),
    listed('Moved by what was refused', siege.movedByRefused),
    listed('git fsck', siege.gitFaults),
  ].join('\n');
};

const run: Readonly<Record<Part, (folder: string, options: Options) => Promise<string>>> = {
  portal,
};

if (process.platform !== 'linux') {
  console.error('The bench reads /proc and runs on Linux only.');
  process.exit(1);
}
// The portal is in a group of its own, which an interruption does not reach: it ends with this process.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
try {
  const options = readOptions(process.argv.slice(2), () => randomInt(1, 1_000_000));
  console.log(`seed ${options.seed}`);
  for (const part of options.parts) {
    const folder = mkdtempSync(join(tmpdir(), `bench-attack-${part}-`));
    try {
      console.log(`\n${await run[part](folder, options)}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 1;
}
