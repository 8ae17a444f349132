import {
  type Area,
  areaOf,
  isUpright,
  onSlide,
  type Placed,
  type Placing,
  placedBy,
  placingInGroup,
} from '../../drawing-geometry.ts';
import { isHiddenShape } from '../../hidden-shape.ts';
import { shownForm } from '../../shown-form.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../../xml-tree.ts';
import { fillIn, isOpaque, type Paint, type Painter, pictureFill, referredFill } from './paint.ts';
import { placeOf } from './sheets.ts';

/** Something that is drawn on a sheet. */
export type Drawn = {
  /** `p:sp`, `p:pic`, `p:graphicFrame`, `p:cxnSp` and what is unknown. */
  shape: XmlElement;
  /** Null where it can't be told where it lies. */
  placed: Placed | null;
  area: Area | null;
  paint: Paint;
  /** Whether nothing below its area is seen, at any time of a show. */
  hides: boolean;
  /** Whether it moves, comes or goes during a show. */
  isAnimated: boolean;
};

type Around = { placing: Placing | null; fill: Paint; isAnimated: boolean };

const nothing: Paint = { kind: 'none' };
const anything: Paint = { kind: 'unknown', isOpaque: false };

/** Shapes that fill their whole area, but for rounded corners. */
const wholeForms = new Set([
  'rect',
  'roundRect',
  'round1Rect',
  'round2SameRect',
  'flowChartProcess',
  'flowChartAlternateProcess',
  'snip1Rect',
]);

/**
 * What is drawn on a sheet, the lowest first.
 * @param ground of the slide, which a shape may be filled with
 * @param animated the numbers of shapes that a show does something with
 */
export const drawnOn = (
  sheet: XmlElement,
  painter: Painter,
  ground: Paint,
  animated: ReadonlySet<string>,
): Drawn[] => {
  const drawn: Drawn[] = [];
  const visit = (shape: XmlElement, around: Around): void => {
    if (shape.name === 'mc:AlternateContent') {
      for (const child of childrenOf(shownForm(shape))) visit(child, around);
      return;
    }
    if (!/^p:(?:sp|pic|graphicFrame|cxnSp|grpSp|contentPart)$/.test(shape.name)) return;
    if (isHiddenShape(shape)) return;
    const isAnimated = around.isAnimated || animated.has(idOf(shape));
    if (shape.name === 'p:grpSp') {
      const properties = childOf(shape, 'p:grpSpPr');
      const within: Around = {
        placing: around.placing && placingInGroup(childOf(properties, 'a:xfrm'), around.placing),
        fill: fillIn(properties, painter, around.fill) ?? nothing,
        isAnimated,
      };
      for (const child of childrenOf(shape)) visit(child, within);
      return;
    }
    const placed = around.placing && placedBy(transformOf(shape, painter), around.placing);
    const paint = paintOf(shape, painter, ground, around.fill);
    const isPlain = wholeForms.has(formOf(shape));
    drawn.push({
      shape,
      placed,
      area:
        placed &&
        areaOf(placed.placing, { left: 0, top: 0, right: placed.width, bottom: placed.height }),
      paint,
      hides:
        !isAnimated && isPlain && placed !== null && isUpright(placed.placing) && isOpaque(paint),
      isAnimated,
    });
  };
  for (const shape of childrenOf(childOf(sheet, 'p:cSld', 'p:spTree'))) {
    visit(shape, { placing: onSlide, fill: anything, isAnimated: false });
  }
  return drawn;
};

/** A picture without a form is a rectangle; a shape may have one that is drawn by hand. */
const formOf = (shape: XmlElement): string =>
  childOf(shape, 'p:spPr', 'a:prstGeom')?.attributes['prst'] ??
  (shape.name === 'p:pic' && !childOf(shape, 'p:spPr', 'a:custGeom') ? 'rect' : '');

const nonVisual = (shape: XmlElement): XmlElement | null => {
  const holder = childrenOf(shape).find(({ name }) => /^p:nv\w*Pr$/.test(name));
  return childOf(holder ?? null, 'p:cNvPr');
};

const idOf = (shape: XmlElement): string => nonVisual(shape)?.attributes['id'] ?? '';

/** What the author finds a shape by, in the list of what can be chosen. */
export const nameOf = (shape: XmlElement): string => nonVisual(shape)?.attributes['name'] ?? '';

const transformOf = (shape: XmlElement, { sheets }: Painter): XmlElement | null => {
  const own = (one: XmlElement) => childOf(one, 'p:spPr', 'a:xfrm') ?? childOf(one, 'p:xfrm');
  return [shape, ...sheets.heldPlaces(shape)].map(own).find((found) => found !== null) ?? null;
};

const paintOf = (shape: XmlElement, painter: Painter, ground: Paint, ofGroup: Paint): Paint => {
  if (shape.name === 'p:pic') {
    const isFilm = childrenOf(childOf(shape, 'p:nvPicPr', 'p:nvPr')).some(({ name }) =>
      /^a:(?:video|audio|quickTime)/.test(name),
    );
    const picture = pictureFill(childOf(shape, 'p:blipFill'), painter.officePackage, painter.path);
    return isFilm ? anything : picture;
  }
  if (shape.name === 'p:cxnSp') return nothing;
  if (shape.name !== 'p:sp') return anything;
  if (/^(?:1|true)$/.test(shape.attributes['useBgFill'] ?? '')) {
    return ground.kind === 'none' ? anything : ground;
  }
  const inherited = placeOf(shape) ? painter.sheets.heldPlaces(shape) : [];
  for (const one of [shape, ...inherited]) {
    const paint =
      fillIn(childOf(one, 'p:spPr'), painter, ofGroup) ??
      referredFill(childOf(one, 'p:style', 'a:fillRef'), painter.sheets);
    if (paint) return paint;
  }
  return nothing;
};

/** The numbers of the shapes that a show moves, brings in or takes away (ECMA-376 part 1, 19.5). */
export const animatedIn = (slide: XmlElement): Set<string> => {
  const timing = childOf(slide, 'p:timing');
  return new Set(
    [...(timing ? descendantsOf(timing) : [])].flatMap(({ name, attributes }) =>
      name === 'p:spTgt' && attributes['spid'] !== undefined ? [attributes['spid']] : [],
    ),
  );
};
