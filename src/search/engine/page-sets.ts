/** Sets of pages. Browsers that offices still use do not have these as methods of Set. */
export type Pages = ReadonlySet<number>;

export const inEither = (a: Pages, b: Pages): Pages => new Set([...a, ...b]);

export const inBoth = (a: Pages, b: Pages): Pages => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return new Set([...small].filter((page) => large.has(page)));
};

export const onlyInFirst = (a: Pages, b: Pages): Pages =>
  new Set([...a].filter((page) => !b.has(page)));
