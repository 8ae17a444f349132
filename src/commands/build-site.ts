import { rename, rm } from 'node:fs/promises';
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
 * Builds one edition into a folder of its own and puts it in place only when it is whole:
 * until then, and whenever a build fails, the previous site stays as it was.
 */
export async function buildSite({ outDir }: Settings, root: string): Promise<BuildOutcome> {
  const partial = `${outDir}.partial`;
  const previous = `${outDir}.previous`;
  await rm(partial, { recursive: true, force: true });
  try {
    await build({ root, outDir: partial, logLevel: 'warn' });
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    const problems = contentProblems(error);
    if (!problems) throw error;
    return { built: false, report: textReport(problems) };
  }
  await rm(previous, { recursive: true, force: true });
  await rename(outDir, previous).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(partial, outDir);
  await rm(previous, { recursive: true, force: true });
  return { built: true };
}
