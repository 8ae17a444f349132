import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import { black, type Colour, hexColour, white } from './colour.ts';

/**
 * The colour that a theme gives a name: `dk1` `lt1` `dk2` `lt2` `accent1` to `accent6` `hlink` `folHlink`.
 * Null where it gives none that can be told.
 */
export type ThemeColours = (name: string) => Colour | null;

/** The order in which workbooks count them: the first two pairs stand the other way round than in the theme. */
export const themeOrder = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const;

/** @param theme the part; without one ink is black and paper white, and nothing is known of the others */
export const readThemeColours = (theme: XmlElement | null): ThemeColours => {
  const colours = new Map<string, Colour | null>([
    ['dk1', black],
    ['lt1', white],
  ]);
  for (const named of childrenOf(childOf(theme, 'a:themeElements', 'a:clrScheme'))) {
    const [own] = childrenOf(named);
    colours.set(
      named.name.replace(/^a:/, ''),
      hexColour(own?.attributes[own.name === 'a:sysClr' ? 'lastClr' : 'val']),
    );
  }
  return (name) => colours.get(name) ?? null;
};
