import { black, type Colour, white } from '../colour/colour.ts';
import { isUnseenOn } from '../colour/contrast.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import type { CellColours } from './cell-colours.ts';
import type { TextRun } from './shared-strings.ts';

/** Letters of a cell: null where their colour can't be told. */
export type Letters = { colour: Colour | null; isTiny: boolean };
/** What lies behind them: null where it can't be told. */
export type Ground = { colour: Colour | null; isOwn: boolean };
/** How the cells of a style are written. */
export type Dress = { letters: Letters; ground: Ground };

/** Which letters of cells their readers make out. */
export type CellVisibility = {
  dress(style: number): Dress;
  /** The letters of one run of a text, in a cell of this dress. */
  lettersOf(run: TextRun, dress: Dress): Letters;
  /** What the conditional formats change, by their number. */
  changes: readonly DressChange[];
  /** What a conditional format changes that says it itself. */
  changeOf(dxf: XmlElement): DressChange;
};

/** What a conditional format does to a cell; null what it leaves as it is, or what can't be told. */
export type DressChange = {
  letters: Colour | null;
  ground: Colour | null;
  /** Whether it changes one of the two. */
  isColoured: boolean;
  format: string | null;
};

/** Of one point or less. */
const leastSize = 1;

const plainDress: Dress = {
  letters: { colour: black, isTiny: false },
  ground: { colour: white, isOwn: false },
};

/** @param styles `xl/styles.xml`; in a workbook without it all is black on white */
export const readCellVisibility = (
  styles: XmlElement | null,
  colours: CellColours,
): CellVisibility => {
  const fonts = childrenOf(childOf(styles, 'x:fonts'), 'x:font').map((font): Letters => {
    const colour = colours(childOf(font, 'x:color'));
    return { colour: colour === 'automatic' ? black : colour, isTiny: isTiny(font) };
  });
  const fills = childrenOf(childOf(styles, 'x:fills'), 'x:fill').map((fill) =>
    groundOf(fill, colours),
  );
  const dresses = childrenOf(childOf(styles, 'x:cellXfs'), 'x:xf').map(
    ({ attributes }): Dress => ({
      letters: fonts[Number(attributes['fontId'] ?? 0)] ?? plainDress.letters,
      ground: fills[Number(attributes['fillId'] ?? 0)] ?? plainDress.ground,
    }),
  );
  const known = (colour: Colour | 'automatic' | null) => (colour === 'automatic' ? null : colour);
  const changeOf = (dxf: XmlElement): DressChange => {
    const letters = childOf(dxf, 'x:font', 'x:color');
    const fill = childOf(dxf, 'x:fill');
    const pattern = childOf(fill, 'x:patternFill');
    // Here a plain ground is the second colour, and the pattern may be left out (18.8.14).
    const isPlain = [undefined, 'solid'].includes(pattern?.attributes['patternType']);
    const ground = isPlain ? childOf(pattern, 'x:bgColor') : null;
    return {
      letters: letters && known(colours(letters)),
      ground: ground && known(colours(ground)),
      isColoured: letters !== null || fill !== null,
      format: childOf(dxf, 'x:numFmt')?.attributes['formatCode'] ?? null,
    };
  };
  return {
    dress: (style) => dresses[style] ?? plainDress,
    lettersOf: ({ font }, { letters }) => {
      // A run that says anything of its letters takes nothing from the cell.
      if (!font) return letters;
      const colour = colours(font.colour);
      return { colour: colour === 'automatic' ? black : colour, isTiny: font.size <= leastSize };
    },
    changes: childrenOf(childOf(styles, 'x:dxfs'), 'x:dxf').map(changeOf),
    changeOf,
  };
};

/** Whether nobody makes out letters for their colour. */
export const isUnseen = ({ colour }: Letters, ground: Ground): boolean =>
  colour !== null && ground.colour !== null && isUnseenOn(colour, ground.colour);

const isTiny = (font: XmlElement): boolean =>
  Number(childOf(font, 'x:sz')?.attributes['val'] ?? Number.NaN) <= leastSize;

const groundOf = (fill: XmlElement, colours: CellColours): Ground => {
  const pattern = childOf(fill, 'x:patternFill');
  const type = pattern?.attributes['patternType'] ?? 'none';
  if (childOf(fill, 'x:gradientFill')) return { colour: null, isOwn: true };
  if (type === 'none') return plainDress.ground;
  if (type !== 'solid') return { colour: null, isOwn: true };
  const written = childOf(pattern, 'x:fgColor');
  const colour = written ? colours(written) : null;
  return { colour: colour === 'automatic' ? null : colour, isOwn: true };
};
