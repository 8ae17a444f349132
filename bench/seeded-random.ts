/** Chance that is the same in every run: the corpus is a function of its seed. */
export type Random = {
  /** A whole number from 0 to `end`, without `end`. */
  below(end: number): number;
  chance(probability: number): boolean;
  pick<T>(values: readonly T[]): T;
  /** `count` different values, or all where there are fewer. */
  some<T>(values: readonly T[], count: number): T[];
};

/** A generator by Tommy Ettinger, mulberry32: 32 bits of state are plenty for choosing phrases. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  const pick = <T>(values: readonly T[]): T => {
    if (values.length === 0) throw new Error('Nothing to pick from.');
    return values[below(values.length)] as T;
  };
  return {
    below,
    pick,
    chance: (probability) => next() < probability,
    some(values, count) {
      const left = [...values];
      const chosen: typeof left = [];
      while (chosen.length < count && left.length > 0) {
        chosen.push(...left.splice(below(left.length), 1));
      }
      return chosen;
    },
  };
}
