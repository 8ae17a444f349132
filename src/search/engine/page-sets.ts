/** Sets of pages. Browsers that offices still use do not have these as methods of Set. */
export type Pages = ReadonlySet<number>;

/** Pages of one set or the other. */
export const inEither = (a: Pages, b: Pages): Pages => new Set([...a, ...b]);

/** Pages of both sets. */
export const inBoth = (a: Pages, b: Pages): Pages => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return new Set([...small].filter((page) => large.has(page)));
};

/** Pages of the first set that are not in the second. */
export const onlyInFirst = (a: Pages, b: Pages): Pages =>
  new Set([...a].filter((page) => !b.has(page)));
