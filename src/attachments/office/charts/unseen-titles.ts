import { colourOf, fillOf, unseenRunsIn } from '../unseen-runs.ts';
import { childrenOf, descendantsOf, type XmlElement } from '../xml-tree.ts';

/**
 * The runs of a chart's titles that nobody sees: of a point, without a fill, or in the very colour with which the chart
 * itself fills what is behind them (ECMA-376 part 1, 21.2.2.211). What lies behind a chart without a fill is not asked.
 * @param chart the outermost element of its part
 */
export const unseenInTitles = (chart: XmlElement): ReadonlySet<XmlElement> =>
  new Set(
    [...descendantsOf(chart)]
      .filter(({ name }) => /^cx?:title$/.test(name))
      .flatMap((title) => unseenRunsIn(title, groundOf(title, chart))),
  );

/** The colour behind a title; null where it is not the chart's own, or where the title lies over what is drawn. */
const groundOf = (title: XmlElement, chart: XmlElement): string | null => {
  const own = fillOf(partOf(title, 'spPr'));
  if (own && own.name !== 'a:noFill') return colourOf(own);
  const overlay = partOf(title, 'overlay')?.attributes['val'] ?? title.attributes['overlay'] ?? '0';
  if (!/^(?:0|false)$/.test(overlay)) return null;
  return colourOf(fillOf(partOf(chart, 'spPr')));
};

const partOf = (element: XmlElement, local: string): XmlElement | null =>
  childrenOf(element).find(({ name }) => name === `c:${local}` || name === `cx:${local}`) ?? null;
