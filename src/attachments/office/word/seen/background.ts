import type { Colour } from '../../colour/colour.ts';
import { childrenOf, descendantsOf, type XmlElement } from '../../xml-tree.ts';
import type { Styles } from '../styles.ts';
import { type Drawings, isShape, type Palette, paintOfShape } from './drawings.ts';
import { shadingColour } from './shading.ts';
import { type CellPlace, cellGround } from './table-grounds.ts';

/**
 * The colours that may stand behind the text of a paragraph; null where they can't be told.
 * @param anchor the outermost paragraph around it
 */
export type Background = (anchor: XmlElement | null) => readonly Colour[] | null;

/** Of text on the page: what is drawn behind text lies on the same page as its paragraph at most. */
export const pageBackground =
  (drawings: Drawings, { paper }: Palette, isDrawnBehind: boolean): Background =>
  (anchor) => {
    if (isDrawnBehind) return null;
    const [first, last] = drawings.segmentsOf(anchor);
    const isBehind = drawings.all.some(
      ({ isBehindText, mayColour, segment }) =>
        isBehindText && mayColour && segment >= first && segment <= last,
    );
    return isBehind ? null : paper.pages;
  };

/** Of text in a cell. */
export const cellBackground =
  (outer: Background, place: CellPlace, styles: Styles, { paper }: Palette): Background =>
  (anchor) => {
    const ground = cellGround(place, styles, paper);
    if (!ground) return null;
    if (!ground.showsBehind) return ground.colours;
    const behind = outer(anchor);
    return behind && [...ground.colours, ...behind];
  };

/** Of text in a shape: what lies below one without a fill is known only where nothing else is drawn near. */
export const boxBackground =
  (
    outer: Background,
    { shape, drawing }: { shape: XmlElement | null; drawing: XmlElement | null },
    drawings: Drawings,
    palette: Palette,
  ): Background =>
  (anchor) => {
    const paint = shape && paintOfShape(shape, palette);
    if (!shape || paint === null) return null;
    if (paint !== 'none' && paint.every(({ alpha }) => alpha > 0.95)) return paint;
    const isAlone =
      drawing !== null &&
      ![...descendantsOf(drawing)].some(
        (other) => other !== shape && (isShape(other) || other.name === 'pic:pic'),
      );
    const [first, last] = drawings.segmentsOf(anchor);
    const isNearOthers = drawings.all.some(
      ({ element, mayColour, segment }) =>
        element !== drawing && mayColour && segment >= first && segment <= last,
    );
    if (!isAlone || isNearOthers || paint !== 'none') return null;
    return outer(anchor);
  };

/**
 * The colour of the nearest shading.
 * @param properties `w:rPr` or `w:pPr`, the nearest first
 * @returns `none` where none is seen; null where it can't be told
 */
export const nearestShading = (
  properties: readonly XmlElement[],
  { paper }: Palette,
): Colour | 'none' | null => {
  for (const one of properties) {
    const [shading] = childrenOf(one, 'w:shd');
    if (shading) return shadingColour(shading, paper.scheme);
  }
  return 'none';
};
