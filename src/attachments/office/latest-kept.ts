/** Keeps what was asked for last. */
export type LatestKept<T> = {
  get(key: string): T | undefined;
  /** @param weight in the unit of `most` */
  set(key: string, value: T, weight: number): void;
};

/** Keeps values up to so much weight in all, and the latest one whatever it weighs. */
export const latestKept = <T>(most: number): LatestKept<T> => {
  const kept = new Map<string, { value: T; weight: number }>();
  let sum = 0;
  return {
    get(key) {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    set(key, value, weight) {
      sum += weight - (kept.get(key)?.weight ?? 0);
      kept.delete(key);
      kept.set(key, { value, weight });
      for (const [oldest, one] of kept) {
        if (sum <= most || kept.size === 1) break;
        kept.delete(oldest);
        sum -= one.weight;
      }
    },
  };
};
