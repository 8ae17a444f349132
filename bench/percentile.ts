/**
 * The value that a share of all values reach at most: 0.5 is the median, 0.95 what the slow ones take.
 * @returns 0 where there are no values
 */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};
