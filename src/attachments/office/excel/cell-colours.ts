import { withTint } from '../colour/changed-colour.ts';
import { type Colour, hexColour, white } from '../colour/colour.ts';
import { readThemeColours, themeOrder } from '../colour/theme-colours.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';

/**
 * The colour that an element of a workbook names: by its digits, by its place in the theme or in the palette, and with
 * a tint (ECMA-376 part 1, 18.8.19). Null where it can't be told, `automatic` where it is left to the program.
 */
export type CellColours = (colour: XmlElement | null) => Colour | 'automatic' | null;

/** The palette of Excel 97 from its ninth colour on; the first eight are the same once more (18.8.27). */
const palette =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  );
const firstOfPalette = 8;
/** What the program writes with, and what it writes on. */
const systemInk = 64;
const systemPaper = 65;

/**
 * @param styles `xl/styles.xml`
 * @param theme `xl/theme/theme1.xml`; a workbook without it has the colours of the first theme of Office
 */
export const readCellColours = (
  styles: XmlElement | null,
  theme: XmlElement | null,
): CellColours => {
  const themed = readThemeColours(theme);
  const own = childrenOf(childOf(styles, 'x:colors', 'x:indexedColors'), 'x:rgbColor').map(
    ({ attributes }) => hexColour(attributes['rgb']),
  );
  const indexed = (at: number): Colour | 'automatic' | null => {
    if (at === systemInk) return 'automatic';
    if (at === systemPaper) return white;
    return own[at] ?? hexColour(palette[at < firstOfPalette ? at : at - firstOfPalette]);
  };
  return (element) => {
    if (!element) return 'automatic';
    const { rgb, theme: place, indexed: index, tint = '0' } = element.attributes;
    const plain =
      rgb !== undefined
        ? hexColour(rgb)
        : place !== undefined
          ? themed(themeOrder[Number(place)] ?? '')
          : index !== undefined
            ? indexed(Number(index))
            : 'automatic';
    const change = Number(tint);
    return plain && plain !== 'automatic' && change !== 0 && Math.abs(change) <= 1
      ? withTint(plain, change)
      : plain;
  };
};
