import { childOf, childrenOf, descendantsOf, type XmlElement, type XmlNode } from './xml-tree.ts';

/** In hundredths of a point. */
const tiny = 100;

/**
 * The runs in something that was drawn which nobody sees: of a point, without a fill, or in the colour of what is behind.
 * @param ground as `colourOf` tells it; null where it is not known
 */
export const unseenRunsIn = (holder: XmlElement, ground: string | null): XmlElement[] =>
  [...descendantsOf(holder)]
    .filter(({ name }) => name === 'a:p')
    .flatMap((paragraph) => {
      const usual = childOf(paragraph, 'a:pPr', 'a:defRPr');
      return childrenOf(paragraph, 'a:r').filter((run) =>
        isUnseen([childOf(run, 'a:rPr'), usual], ground),
      );
    });

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

/** What a shape, or letters, are filled with. */
export const fillOf = (element: XmlElement | null): XmlElement | null =>
  childrenOf(element).find(({ name }) => /^a:\w+Fill$/.test(name)) ?? null;

/** The names of paper and of ink that a theme has twice (ECMA-376 part 1, 20.1.6.2). */
const sameName: Readonly<Record<string, string>> = {
  bg1: 'lt1',
  bg2: 'lt2',
  tx1: 'dk1',
  tx2: 'dk2',
};

/** A plain colour, as it is compared with another of its kind; null where it is changed, or no plain one. */
export const colourOf = (fill: XmlElement | null): string | null => {
  if (fill?.name !== 'a:solidFill') return null;
  const [colour, ...others] = childrenOf(fill);
  if (!colour || others.length > 0 || childrenOf(colour).length > 0) return null;
  const value = colour.attributes['lastClr'] ?? colour.attributes['val'] ?? '';
  return colour.name === 'a:schemeClr' ? (sameName[value] ?? value) : value.toUpperCase();
};
