/**
 * Where a number stands in a sorted list, or would stand.
 * @param sorted from the smallest
 * @returns the place of the first that is not smaller; the length where all are
 */
export const firstNotBefore = (sorted: readonly number[], wanted: number): number => {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
};
