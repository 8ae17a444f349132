import { black, type Colour, hexColour, laidOn, white } from '../../colour/colour.ts';
import { childOf, type XmlElement } from '../../xml-tree.ts';
import { type Paper, writtenColour } from './paper.ts';

/** The colours of a marker (ECMA-376 part 1, 17.18.40). */
const markers: Readonly<Record<string, string>> = {
  black: '000000',
  blue: '0000FF',
  cyan: '00FFFF',
  green: '00FF00',
  magenta: 'FF00FF',
  red: 'FF0000',
  yellow: 'FFFF00',
  white: 'FFFFFF',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
  darkGray: '808080',
  lightGray: 'C0C0C0',
};

/**
 * The colour of a marker over the letters of a run.
 * @returns `none` where none is seen; null where nothing is said of one
 */
export const markerOf = (properties: XmlElement | null): Colour | 'none' | null => {
  const name = childOf(properties, 'w:highlight')?.attributes['w:val'];
  return name === undefined ? null : (hexColour(markers[name]) ?? 'none');
};

/** How much of a pattern is drawn in its own colour, in percent. */
const shareOfPattern = (pattern: string): number | null => {
  if (pattern === 'clear' || pattern === 'nil') return 0;
  if (pattern === 'solid') return 100;
  const percent = /^pct(\d+)$/.exec(pattern)?.[1];
  return percent === undefined ? null : Number(percent);
};

/**
 * The colour of a shading (`w:shd`, ECMA-376 part 1, 17.3.5).
 * @returns `none` where what lies behind is seen; null where it can't be told
 */
export const shadingColour = (
  shading: XmlElement,
  scheme: Paper['scheme'],
): Colour | 'none' | null => {
  const pattern = shading.attributes['w:val'] ?? 'clear';
  if (pattern === 'nil') return 'none';
  const share = shareOfPattern(pattern);
  const fill = writtenColour(shading, 'fill', scheme);
  if (share === 0) return fill === 'auto' || fill === null ? noneUnlessNamed(shading) : fill;
  const ink = writtenColour(shading, '', scheme);
  const [drawn, ground] = [ink === 'auto' ? black : ink, fill === 'auto' ? white : fill];
  if (share === null || !drawn) return null;
  if (share === 100) return drawn;
  return ground && laidOn({ ...drawn, alpha: share / 100 }, ground);
};

/** A fill that names a colour which isn't known is not the same as none. */
const noneUnlessNamed = (shading: XmlElement): 'none' | null => {
  const { 'w:fill': fill = 'auto', 'w:themeFill': theme = 'none' } = shading.attributes;
  return fill === 'auto' && theme === 'none' ? 'none' : null;
};
