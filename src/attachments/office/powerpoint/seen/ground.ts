import { type Colour, laidOn, white } from '../../colour/colour.ts';
import { type Area, isWithin, overlap } from '../../drawing-geometry.ts';
import { childOf, type XmlElement } from '../../xml-tree.ts';
import { type Drawn, drawnOn } from './drawn.ts';
import { fillIn, isOpaque, type Paint, type Painter, referredFill } from './paint.ts';
import { placeOf } from './sheets.ts';

/** The colours that may stand behind a part of a slide; null where they can't be told. */
export type Grounds = readonly Colour[] | null;

/** The background of a slide: its own, or that of the nearest sheet that has one. */
export const backgroundOf = ({ officePackage, sheets }: Painter): Paint => {
  for (const { path, part } of [sheets.slide, ...sheets.below]) {
    const background = childOf(part, 'p:cSld', 'p:bg');
    const paint =
      fillIn(childOf(background, 'p:bgPr'), { officePackage, sheets, path }) ??
      referredFill(childOf(background, 'p:bgRef'), sheets);
    if (paint) return paint;
  }
  return { kind: 'none' };
};

const isOff = (sheet: XmlElement): boolean =>
  /^(?:0|false)$/.test(sheet.attributes['showMasterSp'] ?? '');

/** What the layout and the master draw below the shapes of a slide, the lowest first. */
const drawnBelow = ({ officePackage, sheets }: Painter, background: Paint): Drawn[] => {
  const drawn: Drawn[] = [];
  let above = sheets.slide.part;
  for (const { path, part } of sheets.below) {
    if (isOff(above)) break;
    const painter: Painter = { officePackage, path, sheets: { ...sheets, heldPlaces: () => [] } };
    const own = drawnOn(part, painter, background, new Set());
    drawn.unshift(...own.filter(({ shape }) => placeOf(shape) === null));
    above = part;
  }
  return drawn;
};

/** Tells what stands behind an area of a slide. */
export type GroundOf = (area: Area, below: readonly Drawn[]) => Grounds;

/** @returns what asks the shapes below, then the layout and the master, then the background */
export const groundFinder = (painter: Painter, background: Paint): GroundOf => {
  let sheets: Drawn[] | null = null;
  return (area, below) => {
    sheets ??= drawnBelow(painter, background);
    const found: Colour[] = [];
    for (const drawn of [...[...below].reverse(), ...[...sheets].reverse()]) {
      if (!drawn.area) return null;
      if (drawn.paint.kind === 'none' || !overlap(drawn.area, area)) continue;
      if (drawn.paint.kind === 'unknown') return null;
      found.push(...drawn.paint.colours);
      if (drawn.hides && isWithin(area, drawn.area)) return found.map((one) => laidOn(one, white));
    }
    if (background.kind === 'unknown') return null;
    const paper = background.kind === 'none' ? [white] : background.colours;
    return [...found, ...paper].map((one) => laidOn(one, white));
  };
};

/** The colours behind letters: of the shape itself, and of what is seen through it. */
export const throughPaint = (paint: Paint, behind: () => Grounds): Grounds => {
  if (paint.kind === 'unknown') return null;
  if (paint.kind === 'colours' && isOpaque(paint)) return paint.colours;
  const grounds = behind();
  if (paint.kind === 'none' || grounds === null) return grounds;
  return paint.colours.flatMap((colour) => grounds.map((ground) => laidOn(colour, ground)));
};
