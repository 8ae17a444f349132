import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildFigures, measureBuilds } from './builds.ts';
import { type KillFigures, killAndLook } from './kills.ts';
import { type Options, readOptions, usage } from './options.ts';
import { measurePublications, type PublishFigures } from './publish.ts';
import { report } from './report.ts';

/** What was measured at one size; null for what was not asked for. */
export type Figures = {
  entries: number;
  publish: PublishFigures | null;
  build: BuildFigures | null;
  kill: KillFigures | null;
};

const note = (line: string) => console.error(`  ${line}`);

/** Measures one size in a folder of its own. */
async function measure(entries: number, options: Options): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), `bench-growth-${entries}-`));
  const isWanted = (part: Options['parts'][number]) => options.parts.includes(part);
  try {
    return {
      entries,
      publish: isWanted('publish')
        ? await measurePublications(entries, join(folder, 'publish'), options, note)
        : null,
      build: isWanted('build') ? await measureBuilds(entries, options, note) : null,
      kill: isWanted('kill')
        ? await killAndLook(entries, join(folder, 'kill'), options, note)
        : null,
    };
  } finally {
    if (options.keep) note(`Kept: ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

if (process.platform !== 'linux') {
  console.error('The bench reads /proc and runs on Linux only.');
  process.exit(1);
}
// The servers are in groups of their own, which an interruption does not reach: they end with this process.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
try {
  const options = readOptions(process.argv.slice(2));
  const processors = cpus();
  console.log(
    `${processors.length} × ${processors[0]?.model.trim()}, node ${process.versions.node}, medians of ${options.runs}, seed ${options.seed}\n`,
  );
  const all: Figures[] = [];
  for (const entries of options.entries) all.push(await measure(entries, options));
  console.log(report(all));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 1;
}
