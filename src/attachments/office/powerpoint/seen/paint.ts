import type { Colour } from '../../colour/colour.ts';
import { drawingColour } from '../../colour/drawing-colour.ts';
import { isOpaquePicture } from '../../opaque-picture.ts';
import type { OfficePackage } from '../../open-package.ts';
import { relationshipsOf } from '../../relationships.ts';
import { childOf, childrenOf, type XmlElement } from '../../xml-tree.ts';
import type { Sheets } from './sheets.ts';

/**
 * What a shape is filled with: nothing; colours, of which each stands somewhere; or what can't be told, such as a
 * picture, through which something may be seen.
 */
export type Paint =
  | { kind: 'none' }
  | { kind: 'colours'; colours: readonly Colour[] }
  | { kind: 'unknown'; isOpaque: boolean };

const none: Paint = { kind: 'none' };
const unknown: Paint = { kind: 'unknown', isOpaque: false };

/** What looks up colours and pictures for one sheet. */
export type Painter = {
  officePackage: OfficePackage;
  sheets: Sheets;
  /** Of the part in which the fill is written. */
  path: string;
};

type Scheme = Sheets['scheme'];

/**
 * The fill that properties name themselves.
 * @param properties `p:spPr`, `a:tcPr`, `p:bgPr`, `a:rPr`
 * @param ofGroup the fill of the group around it
 * @returns null where they say nothing of it
 */
export const fillIn = (
  properties: XmlElement | null,
  { officePackage, sheets, path }: Painter,
  ofGroup: Paint = unknown,
): Paint | null => {
  for (const fill of childrenOf(properties)) {
    switch (fill.name) {
      case 'a:noFill':
        return none;
      case 'a:grpFill':
        return ofGroup;
      case 'a:blipFill':
        return pictureFill(fill, officePackage, path);
      default: {
        const paint = colourFill(fill, sheets.scheme);
        if (paint) return paint;
      }
    }
  }
  return null;
};

/** The paint of a picture, or of a fill that is one. */
export const pictureFill = (
  fill: XmlElement | null,
  officePackage: OfficePackage,
  path: string,
): Paint => {
  const blip = childOf(fill, 'a:blip');
  const picture = relationshipsOf(officePackage, path).get(blip?.attributes['r:embed'] ?? '');
  const isChanged = childrenOf(blip).some(({ name }) => name !== 'a:extLst');
  if (!picture || picture.external || isChanged || childOf(fill, 'a:tile')) return unknown;
  const bytes = officePackage.part(picture.target);
  return { kind: 'unknown', isOpaque: bytes !== null && isOpaquePicture(bytes) };
};

const colourFill = (fill: XmlElement, scheme: Scheme): Paint | null => {
  switch (fill.name) {
    case 'a:solidFill': {
      const colour = drawingColour(fill, scheme);
      return colour ? { kind: 'colours', colours: [colour] } : unknown;
    }
    case 'a:gradFill': {
      const stops = childrenOf(childOf(fill, 'a:gsLst'), 'a:gs').map((stop) =>
        drawingColour(stop, scheme),
      );
      const colours = stops.filter((colour) => colour !== null);
      return stops.length > 0 && colours.length === stops.length
        ? { kind: 'colours', colours }
        : unknown;
    }
    case 'a:pattFill': {
      const colours = [childOf(fill, 'a:fgClr'), childOf(fill, 'a:bgClr')]
        .map((colour) => drawingColour(colour, scheme))
        .filter((colour) => colour !== null);
      return colours.length === 2 ? { kind: 'colours', colours } : unknown;
    }
    default:
      return null;
  }
};

/** The first of the theme's backgrounds; below are its fills (ECMA-376 part 1, 20.1.4.2.10). */
const firstBackground = 1001;

/**
 * The fill of a theme that a reference names by its number (`a:fillRef`, `p:bgRef`).
 * @returns null where there is no reference
 */
export const referredFill = (reference: XmlElement | null, sheets: Sheets): Paint | null => {
  if (!reference) return null;
  const number = Number(reference.attributes['idx'] ?? 0);
  if (number === 0 || number === firstBackground - 1) return none;
  const [list, at] =
    number >= firstBackground
      ? ['a:bgFillStyleLst', number - firstBackground]
      : ['a:fillStyleLst', number - 1];
  const fill = childrenOf(childOf(sheets.theme, 'a:themeElements', 'a:fmtScheme', list as string))[
    at as number
  ];
  const own = drawingColour(reference, sheets.scheme);
  const scheme: Scheme = (name) => (name === 'phClr' ? own : sheets.scheme(name));
  return (fill && colourFill(fill, scheme)) ?? unknown;
};

/** Lets hardly anything through. */
const opaque = 0.95;

/** Whether nothing below is seen. */
export const isOpaque = (paint: Paint): boolean =>
  paint.kind === 'unknown'
    ? paint.isOpaque
    : paint.kind === 'colours' && paint.colours.every(({ alpha }) => alpha >= opaque);
