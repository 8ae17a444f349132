import { childrenOf, type XmlElement } from '../xml-tree.ts';

/** Changes that leave all of a picture to be seen ([MS-ODRAWXML] 2.3.1): those of light and colour, and of sharpness. */
const harmless = new Set(['a14:colorTemperature', 'a14:saturation', 'a14:sharpenSoften']);

/**
 * Whether a picture was made from another that is kept beside it, and that shows more: its background is removed, or it is
 * blurred.
 * @param layer `a14:imgLayer`, which names the original
 */
export const hidesItsOriginal = (layer: XmlElement): boolean => {
  const effects = childrenOf(layer, 'a14:imgEffect').flatMap((effect) => childrenOf(effect));
  return effects.length === 0 || effects.some((effect) => !isHarmless(effect));
};

const isHarmless = ({ name, attributes }: XmlElement): boolean => {
  if (name === 'a14:sharpenSoften') return Number(attributes['amount'] ?? 0) >= 0;
  if (name !== 'a14:brightnessContrast') return harmless.has(name);
  return ['bright', 'contrast'].every((side) => Math.abs(Number(attributes[side] ?? 0)) <= 60_000);
};
