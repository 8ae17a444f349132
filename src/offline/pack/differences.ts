import { inListOrder } from '../list-of-files.ts';
import type { Difference, PackPart } from '../offline-files.ts';
import type { RecentStep } from './recent-steps.ts';
import type { SiteFile } from './site-files.ts';

/** In a sorted list, how many come before this one. */
function countBefore(sorted: readonly string[], path: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as string) < path) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * For each earlier version that is remembered, how its list becomes that of now.
 * @param now the version that results, and the digest of its list
 * @param steps the latest first
 * @param stepParts the parts of those steps that have files
 * @param files of the version of now
 */
export function differences(
  now: Pick<Difference, 'version' | 'list'>,
  steps: readonly RecentStep[],
  stepParts: readonly PackPart[],
  files: readonly SiteFile[],
): { from: string; difference: Difference }[] {
  const paths = inListOrder(files.map(({ path }) => path));
  const there = new Set(paths);
  const parts: PackPart[] = [];
  const changed: Difference['files'][number][] = [];
  /** What the version that a step came from had at every path that changed since. */
  const earlier = new Map<string, string | null>();
  const partNamed = new Map(stepParts.map((part) => [part[2], part]));
  const all = steps.map(({ version: from, replaced, cut }) => {
    const part = partNamed.get(cut.name);
    if (part) parts.push(part);
    changed.push(...cut.files.map((file) => [file.path, file.bytes, file.digest] as const));
    for (const [path, digest] of Object.entries(replaced)) earlier.set(path, digest);
    const gone = [...earlier].filter(([path, digest]) => digest !== null && !there.has(path));
    const come = [...earlier].filter(([path, digest]) => digest === null && there.has(path));
    const [without, beside] = [gone, come].map((some) => inListOrder(some.map(([path]) => path)));
    // As many stand before it as now, with those that are gone and without those that have come.
    const removed = (without ?? []).map(
      (path, index) => countBefore(paths, path) + index - countBefore(beside ?? [], path),
    );
    return { from, difference: { ...now, parts: [...parts], files: [...changed], removed } };
  });
  // A version that the site had before and has again is not behind itself.
  return all.filter(({ from }) => from !== now.version);
}
