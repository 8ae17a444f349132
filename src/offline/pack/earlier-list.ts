import { inListOrder } from '../list-of-files.ts';

/** The list of an earlier version, by what changed since. */
export type EarlierList = {
  /** The place of a path that it had. */
  placeOf(path: string): number;
  /** The places of those that are there no more. */
  readonly removed: number[];
};

/**
 * @param now the paths of now, in order
 * @param changed those that changed since, with whether anything was there
 */
export function earlierList(
  now: readonly string[],
  changed: ReadonlyMap<string, boolean>,
): EarlierList {
  const there = new Set(now);
  const pathsThat = (was: boolean) =>
    inListOrder(
      [...changed].flatMap(([path, had]) => (had === was && there.has(path) !== was ? path : [])),
    );
  const [gone, come] = [pathsThat(true), pathsThat(false)];
  // As many stand before it as now, with those that are gone and without those that have come.
  const placeOf = (path: string) =>
    countBefore(now, path) + countBefore(gone, path) - countBefore(come, path);
  return { placeOf, removed: gone.map(placeOf) };
}

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
