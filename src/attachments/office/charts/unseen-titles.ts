import { childOf, childrenOf, descendantsOf, type XmlElement, type XmlNode } from '../xml-tree.ts';

/** In hundredths of a point. */
const tiny = 100;

/**
 * The runs of a chart's titles that nobody sees: of a point, without a fill, or in the very colour with which the chart
 * itself fills what is behind them (ECMA-376 part 1, 21.2.2.211). What lies behind a chart without a fill is not asked.
 * @param chart the outermost element of its part
 */
export const unseenInTitles = (chart: XmlElement): ReadonlySet<XmlElement> => {
  const unseen = new Set<XmlElement>();
  for (const title of descendantsOf(chart)) {
    if (!/^cx?:title$/.test(title.name)) continue;
    const ground = groundOf(title, chart);
    for (const paragraph of descendantsOf(title)) {
      if (paragraph.name !== 'a:p') continue;
      const usual = childOf(paragraph, 'a:pPr', 'a:defRPr');
      for (const run of childrenOf(paragraph, 'a:r')) {
        if (isUnseen([childOf(run, 'a:rPr'), usual], ground)) unseen.add(run);
      }
    }
  }
  return unseen;
};

/** An element without some of those in it. */
export const without = (element: XmlElement, some: ReadonlySet<XmlElement>): XmlElement =>
  some.size === 0
    ? element
    : {
        ...element,
        children: element.children.flatMap((child): XmlNode[] => {
          if (typeof child === 'string') return [child];
          return some.has(child) ? [] : [without(child, some)];
        }),
      };

const isUnseen = (properties: readonly (XmlElement | null)[], ground: string | null): boolean => {
  const size = properties.find((one) => one?.attributes['sz'] !== undefined)?.attributes['sz'];
  if (Number(size ?? Number.NaN) <= tiny) return true;
  if (properties.some((one) => childOf(one, 'a:ln') ?? childOf(one, 'a:effectLst'))) return false;
  const fill = properties.map(fillOf).find((one) => one !== null) ?? null;
  return fill?.name === 'a:noFill' || (ground !== null && colourOf(fill) === ground);
};

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

const fillOf = (element: XmlElement | null): XmlElement | null =>
  childrenOf(element).find(({ name }) => /^a:\w+Fill$/.test(name)) ?? null;

/** The names of paper and of ink that a theme has twice (ECMA-376 part 1, 20.1.6.2). */
const sameName: Readonly<Record<string, string>> = {
  bg1: 'lt1',
  bg2: 'lt2',
  tx1: 'dk1',
  tx2: 'dk2',
};

/** A plain colour, as it is compared with another of its kind; null where it is changed, or no plain one. */
const colourOf = (fill: XmlElement | null): string | null => {
  if (fill?.name !== 'a:solidFill') return null;
  const [colour, ...others] = childrenOf(fill);
  if (!colour || others.length > 0 || childrenOf(colour).length > 0) return null;
  const value = colour.attributes['lastClr'] ?? colour.attributes['val'] ?? '';
  return colour.name === 'a:schemeClr' ? (sameName[value] ?? value) : value.toUpperCase();
};
