import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';

/** Nobody sees what is fainter, or whiter, than this; a water mark is seven tenths white. */
const faintest = 0.02;

/**
 * Whether a picture is drawn so that nothing of it is seen (ECMA-376 part 1, 20.1.8.4 alphaModFix and 20.1.8.42 lum).
 * @param by the elements around the one that names the picture, the innermost last
 */
export const isFaded = (by: readonly XmlElement[]): boolean => {
  const picture = by.at(-1);
  if (picture?.name !== 'a:blip') return false;
  return childrenOf(picture).some(({ name, attributes }) => {
    if (name === 'a:alphaModFix') return partOf(attributes['amt'], 1) <= faintest;
    return name === 'a:lum' && partOf(attributes['bright'], 0) >= 1 - faintest;
  });
};

/** One point in English Metric Units (ECMA-376 part 1, 20.1.2.1). */
const onePoint = 12_700;

/**
 * Whether a picture of a text is drawn so small that nothing of it is seen. On sheets and slides, what is written of its
 * size is not what is drawn where it stands for an object.
 * @param by as `isFaded` takes it
 */
export const isTiny = (by: readonly XmlElement[]): boolean => {
  const frame = by.find(({ name }) => name === 'wp:inline' || name === 'wp:anchor') ?? null;
  const extent = childOf(frame, 'wp:extent');
  return ['cx', 'cy'].some((side) => Number(extent?.attributes[side] ?? onePoint * 2) <= onePoint);
};

/** In thousandths of a percent, or with its sign in the strict form. */
const partOf = (written: string | undefined, otherwise: number): number => {
  if (written === undefined) return otherwise;
  const part = written.endsWith('%') ? Number(written.slice(0, -1)) / 100 : Number(written) / 1e5;
  return Number.isNaN(part) ? otherwise : part;
};
