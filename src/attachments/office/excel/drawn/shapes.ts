import type { Colour } from '../../colour/colour.ts';
import { drawingColour } from '../../colour/drawing-colour.ts';
import type { ThemeColours } from '../../colour/theme-colours.ts';
import { isOpaquePicture } from '../../opaque-picture.ts';
import type { OfficePackage } from '../../open-package.ts';
import { relationshipsOf } from '../../relationships.ts';
import { shownForm } from '../../shown-form.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../../xml-tree.ts';
import { type AnchorArea, areaOfAnchor, type SheetPlaces } from './sheet-places.ts';

/** What a shape is filled with; `unknown` is a picture, a run of colours, or what its group has. */
export type Paint = Colour | 'none' | 'unknown';

/** Something that is drawn on a sheet, the lowest first. */
export type DrawnShape = {
  /** `xdr:sp`, `xdr:pic`, and what else there is. */
  shape: XmlElement;
  /** Of a shape in a group, that of the group. */
  area: AnchorArea | null;
  paint: Paint;
  /** Whether nothing below its area is seen. */
  hides: boolean;
  isInGroup: boolean;
};

/** What a drawing is read with. */
export type DrawingSource = {
  officePackage: OfficePackage;
  /** Of the drawing. */
  path: string;
  theme: ThemeColours;
  places: SheetPlaces;
};

/** The names by which drawings ask a theme for ink and paper (ECMA-376 part 1, 20.1.6.2). */
const mapped: Readonly<Record<string, string>> = { tx1: 'dk1', tx2: 'dk2', bg1: 'lt1', bg2: 'lt2' };
/** A colour of the theme by the name that a drawing gives it. */
export const schemeOf =
  (theme: ThemeColours) =>
  (name: string): Colour | null =>
    theme((Object.hasOwn(mapped, name) ? mapped[name] : undefined) ?? name);

const wholeForms = new Set(['rect', 'roundRect', 'flowChartProcess', 'flowChartAlternateProcess']);
/** Through less than this something may be seen. */
const leastOpaque = 0.95;

/** What is drawn on a sheet, the lowest first. @param drawing its outermost element */
export const shapesIn = (drawing: XmlElement | null, source: DrawingSource): DrawnShape[] => {
  const found: DrawnShape[] = [];
  const visit = (shape: XmlElement, area: AnchorArea | null, isInGroup: boolean): void => {
    if (shape.name === 'mc:AlternateContent') {
      for (const child of childrenOf(shownForm(shape))) visit(child, area, isInGroup);
      return;
    }
    if (!/^xdr:(?:sp|pic|graphicFrame|grpSp|cxnSp)$/.test(shape.name) || isMarkedHidden(shape))
      return;
    if (shape.name === 'xdr:grpSp') {
      // Its shapes have measures of their own, of which nothing is asked here but that they lie within it.
      for (const child of childrenOf(shape)) visit(child, area, true);
      return;
    }
    const paint = shape.name === 'xdr:sp' ? paintOf(shape, source.theme) : 'unknown';
    const isSolid = typeof paint !== 'string' && paint.alpha >= leastOpaque;
    const isPlain =
      wholeForms.has(childOf(shape, 'xdr:spPr', 'a:prstGeom')?.attributes['prst'] ?? '') &&
      Number(childOf(shape, 'xdr:spPr', 'a:xfrm')?.attributes['rot'] ?? 0) % 10_800_000 === 0;
    const hides = isPlain && (isSolid || (shape.name === 'xdr:pic' && isOpaque(shape, source)));
    found.push({ shape, area, paint, hides: hides && !isInGroup, isInGroup });
  };
  for (const anchor of childrenOf(drawing).flatMap((child) =>
    child.name === 'mc:AlternateContent' ? childrenOf(shownForm(child)) : [child],
  )) {
    if (!/^xdr:\w+Anchor$/.test(anchor.name)) continue;
    const area = areaOfAnchor(anchor, source.places);
    for (const child of childrenOf(anchor)) visit(child, area, false);
  }
  return found;
};

/** A control is drawn by other means, wherever its shape stands for it. */
const isMarkedHidden = (shape: XmlElement): boolean =>
  childrenOf(shape)
    .filter(({ name }) => /^xdr:nv\w*Pr$/.test(name))
    .some((properties) =>
      /^(?:1|true)$/.test(childOf(properties, 'xdr:cNvPr')?.attributes['hidden'] ?? ''),
    );

const paintOf = (shape: XmlElement, theme: ThemeColours): Paint => {
  const scheme = schemeOf(theme);
  for (const fill of childrenOf(childOf(shape, 'xdr:spPr'))) {
    if (fill.name === 'a:noFill') return 'none';
    if (fill.name === 'a:solidFill') return drawingColour(fill, scheme) ?? 'unknown';
    if (/^a:(?:grad|blip|patt|grp)Fill$/.test(fill.name)) return 'unknown';
  }
  const referred = childOf(shape, 'xdr:style', 'a:fillRef');
  const which = Number(referred?.attributes['idx'] ?? 0);
  if (which === 0) return 'none';
  // The first fill of a theme is plain, the others may run from one colour to another.
  return which === 1 ? (drawingColour(referred, scheme) ?? 'unknown') : 'unknown';
};

const isOpaque = (picture: XmlElement, { officePackage, path }: DrawingSource): boolean => {
  const blip = childOf(picture, 'xdr:blipFill', 'a:blip');
  const isChanged = childrenOf(blip).some(({ name }) => name !== 'a:extLst');
  const found = relationshipsOf(officePackage, path).get(blip?.attributes['r:embed'] ?? '');
  if (!found || found.external || isChanged) return false;
  const bytes = officePackage.part(found.target);
  return bytes !== null && isOpaquePicture(bytes);
};

/** The words of a shape. */
export const wordsIn = (shape: XmlElement): string =>
  [...descendantsOf(shape)]
    .filter(({ name }) => name === 'a:t')
    .map(({ children }) => children.join(''))
    .join('');
