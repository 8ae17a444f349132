import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import { thrownInBuild } from '../astro-internals/thrown-in-build.ts';
import type { Problem } from '../check/problem.ts';
import { textReport } from '../check/report.ts';
import type { Settings } from '../settings.ts';

/** Why a site was not built: its content has problems, which are listed; anything else is a fault of ours. */
export type BuildOutcome = { built: true } | { built: false; report: string };

function contentProblems(error: unknown): readonly Problem[] | undefined {
  const thrown = thrownInBuild(error, 'ContentProblems');
  return thrown && 'problems' in thrown ? (thrown.problems as readonly Problem[]) : undefined;
}

/**
 * Builds one edition in a workshop of its own and puts it in place only when it is whole:
 * until then, and whenever a build fails, the previous site stays as it was.
 *
 * The workshop lies in the cache of this edition of this content. Astro keeps the modules that pages are made with in the
 * folder that it writes to, but in the one `.astro` of the checkout where that folder lies outside of it; two builds there
 * take them from each other. What else `.astro` holds comes from the code alone, and is written over with the same bytes.
 * So editions, and worlds of tests, are built side by side.
 */
export async function buildSite(
  { outDir, cacheDir }: Settings,
  root: string,
): Promise<BuildOutcome> {
  const workshop = join(cacheDir, 'site');
  const partial = `${outDir}.partial`;
  const previous = `${outDir}.previous`;
  await rm(workshop, { recursive: true, force: true });
  try {
    await build({ root, outDir: workshop, logLevel: 'warn' });
  } catch (error) {
    await rm(workshop, { recursive: true, force: true });
    const problems = contentProblems(error);
    if (!problems) throw error;
    return { built: false, report: textReport(problems) };
  }
  await rm(partial, { recursive: true, force: true });
  await move(workshop, partial);
  await rm(previous, { recursive: true, force: true });
  await rename(outDir, previous).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(partial, outDir);
  await rm(previous, { recursive: true, force: true });
  return { built: true };
}

/** Moves a folder, to another disk too. */
async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}
