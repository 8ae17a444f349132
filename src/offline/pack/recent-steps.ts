import type { SiteFile } from './site-files.ts';

/** What a version had at a path: the digest of it, and its chunks as one word, of which none need be known. */
export type Earlier = readonly [digest: string, chunks: string];

/** How a version became the one after it. */
export type Step = {
  /** The version that came before. */
  readonly version: string;
  /** What it had at the paths that changed then; null where there was nothing. */
  readonly replaced: Readonly<Record<string, Earlier | null>>;
};

/**
 * How far back steps are remembered. Who is further behind, and who is behind changes of more files than this, compares
 * with the whole list.
 */
const mostSteps = 32;
const mostFiles = 1300;

/** Of the steps to now, the latest first, those that are remembered. */
export function recentSteps(steps: readonly Step[]): Step[] {
  let files = 0;
  const isRecent = ({ replaced }: Step) => {
    files += Object.keys(replaced).length;
    return files <= mostFiles;
  };
  const tooFar = steps.findIndex((step) => !isRecent(step));
  return steps.slice(0, Math.min(mostSteps, tooFar < 0 ? steps.length : tooFar));
}

/** What changed from one list to another, as the earlier one had it. @param chunksBefore of a file that it had, as one word */
export function replacedBetween(
  before: readonly SiteFile[],
  now: readonly SiteFile[],
  chunksBefore: (file: SiteFile) => string,
): Step['replaced'] {
  const digests = new Map(now.map(({ path, digest }) => [path, digest]));
  const gone = before.filter(({ path, digest }) => digests.get(path) !== digest);
  for (const { path } of before) digests.delete(path);
  // Of a step that is not remembered nothing need be read.
  const isRemembered = gone.length + digests.size <= mostFiles;
  const earlier = gone.map((file): [string, Earlier] => [
    file.path,
    [file.digest, isRemembered ? chunksBefore(file) : ''],
  ]);
  return Object.fromEntries([
    ...earlier,
    ...[...digests.keys()].map((path) => [path, null] as const),
  ]);
}
