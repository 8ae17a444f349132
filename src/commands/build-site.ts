import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import { stayingSite } from '../astro-internals/staying-site.ts';
import { thrownInBuild } from '../astro-internals/thrown-in-build.ts';
import type { Problem } from '../check/problem.ts';
import { textReport } from '../check/report.ts';
import type { Settings } from '../settings.ts';
import { putInPlace } from '../site-process/put-in-place.ts';
import { keysOf, makerOf, type PageKeys, writeRecord } from '../site-process/site-record.ts';

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
export async function buildSite(settings: Settings, root: string): Promise<BuildOutcome> {
  const { outDir, cacheDir, siteUrl, port, basePath } = settings;
  const workshop = join(cacheDir, 'site');
  let keys: PageKeys = new Map();
  const staying = stayingSite({
    origin: siteUrl ? new URL(siteUrl).origin : `http://localhost:${port}`,
    base: basePath,
    alone: false,
    hear: async (site) => {
      keys = keysOf(await site.pages());
    },
  });
  await rm(workshop, { recursive: true, force: true });
  try {
    await build({ root, outDir: workshop, logLevel: 'warn', integrations: [staying] });
  } catch (error) {
    await rm(workshop, { recursive: true, force: true });
    const problems = contentProblems(error);
    if (!problems) throw error;
    return { built: false, report: textReport(problems) };
  }
  await putInPlace(workshop, outDir);
  await writeRecord(outDir, makerOf(settings, root), keys);
  return { built: true };
}
