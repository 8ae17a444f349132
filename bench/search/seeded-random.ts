/** Draws that are the same in every run. */
export type Random = {
  /** A whole number from 0 up to, not with, the limit. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
  /** Different items in random order. */
  sample<T>(items: readonly T[], count: number): T[];
};

/** Xorshift, which is plenty for choosing test words. */
export function seededRandom(seed: number): Random {
  let state = seed | 1;
  const below = (limit: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  const pick = <T>(items: readonly T[]) => items[below(items.length)] as T;
  return {
    below,
    pick,
    sample(items, count) {
      const left = [...items];
      return Array.from(
        { length: Math.min(count, left.length) },
        () => left.splice(below(left.length), 1)[0] as (typeof left)[number],
      );
    },
  };
}
