import { black, type Colour, hexColour, white } from '../../colour/colour.ts';
import { isUnseenOn } from '../../colour/contrast.ts';
import { drawingColour } from '../../colour/drawing-colour.ts';
import { isOpaquePicture } from '../../opaque-picture.ts';
import type { OfficePackage } from '../../open-package.ts';
import { relationshipsOf } from '../../relationships.ts';
import { shownForm } from '../../shown-form.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../../xml-tree.ts';
import type { Distance, Place } from './page.ts';
import type { Paper } from './paper.ts';

/** What a shape is filled with: colours, nothing, or what can't be told. */
export type BoxPaint = readonly Colour[] | 'none' | null;

/** What is needed to tell a paint. */
export type Palette = { paper: Paper; officePackage: OfficePackage; path: string };

/** Shapes that fill their whole area, but for rounded corners. */
const wholeForms = new Set(['rect', 'roundRect', 'flowChartProcess', 'flowChartAlternateProcess']);

/** Shapes, in the newer drawings, in those of the strict form and in the older ones. */
export const isShape = ({ name }: XmlElement): boolean =>
  /^(?:wps|wp):wsp$/.test(name) || /^v:(?:shape|rect|roundrect|oval)$/.test(name);
const isPicture = ({ name }: XmlElement): boolean => name === 'pic:pic' || name === 'v:imagedata';

/** `wps:spPr`, `pic:spPr`, `wpg:grpSpPr` and their names in the strict form. */
export const propertiesOf = (shape: XmlElement): XmlElement | null =>
  childrenOf(shape).find(({ name }) => /:(?:spPr|grpSpPr)$/.test(name)) ?? null;

/** The fill of a shape: `wps:wsp`, or one of VML. */
export const paintOfShape = (shape: XmlElement, { paper }: Palette): BoxPaint => {
  if (shape.name.startsWith('v:')) return vmlPaint(shape);
  const fill = childrenOf(propertiesOf(shape)).find(({ name }) => /^a:\w*[fF]ill$/.test(name));
  if (fill?.name === 'a:noFill') return 'none';
  if (fill) {
    const holders =
      fill.name === 'a:gradFill' ? childrenOf(childOf(fill, 'a:gsLst'), 'a:gs') : [fill];
    const colours = holders.map((holder) => drawingColour(holder, paper.scheme));
    const known = colours.filter((colour) => colour !== null);
    return known.length > 0 && known.length === colours.length ? known : null;
  }
  const reference = childOf(childOf(shape, 'wps:style') ?? childOf(shape, 'wp:style'), 'a:fillRef');
  if (!reference || reference.attributes['idx'] === '0') return 'none';
  const colour = drawingColour(reference, paper.scheme);
  return colour && reference.attributes['idx'] === '1' ? [colour] : null;
};

const isNo = (written = ''): boolean => /^(?:f|false|0)$/i.test(written);

/** Filled with white where nothing else is said (ECMA-376 part 4, 19.1.2.19, `filled` and `fillcolor`). */
const vmlPaint = (shape: XmlElement): BoxPaint => {
  const fill = childOf(shape, 'v:fill');
  if (isNo(shape.attributes['filled']) || isNo(fill?.attributes['on'])) return 'none';
  const type = fill?.attributes['type'] ?? 'solid';
  if (type !== 'solid' || fill?.attributes['opacity'] !== undefined) return null;
  const written = (shape.attributes['fillcolor'] ?? fill?.attributes['color'] ?? 'white').trim();
  const [named = ''] = written.split(' ');
  if (/^(?:white|window)$/i.test(named)) return [white];
  if (/^(?:black|windowtext)$/i.test(named)) return [black];
  const short = /^#([0-9A-F])([0-9A-F])([0-9A-F])$/i.exec(named);
  const colour = hexColour(
    short
      ? short
          .slice(1)
          .map((digit) => digit + digit)
          .join('')
      : named,
  );
  return colour && [colour];
};

/** Whether something that is drawn may stand as a colour behind words: a picture, a chart, a shape that isn't white. */
const mayColour = (drawing: XmlElement, palette: Palette): boolean =>
  [...descendantsOf(drawing)].some((element) => {
    if (isPicture(element) || /^(?:c:chart|dgm:relIds)$/.test(element.name)) return true;
    // A watermark of letters.
    if (childOf(element, 'v:textpath')) return false;
    if (!isShape(element)) return /^v:(?:line|polyline|curve|background)$/.test(element.name);
    const paint = paintOfShape(element, palette);
    return paint !== 'none' && !paint?.every((colour) => isUnseenOn(colour, white));
  });

/** Something that is drawn in a text, or beside it. */
export type Drawing = {
  /** `w:drawing`, `w:pict` or `w:object`. */
  element: XmlElement;
  /** The paragraph that it is bound to. */
  paragraph: XmlElement | null;
  /** Counts the paragraphs, and what ends a page for certain. */
  order: number;
  segment: number;
  isInTable: boolean;
  /** Null for what stands in the line. */
  place: Place | null;
  isBehindText: boolean;
  /** What lies above others has more. */
  height: number;
  mayColour: boolean;
  /** How large it is, in EMU, from top to bottom. */
  extent: number;
};

/** The drawings of a part, and which paragraphs stand on which stretch of pages. */
export type Drawings = {
  all: readonly Drawing[];
  /** First and last stretch between breaks of pages on which a paragraph lies. */
  segmentsOf(paragraph: XmlElement | null): readonly [number, number];
};

/** Goes through a part once. What only other programs show instead of the same thing is left out. */
export const drawingsIn = (part: XmlElement, palette: Palette): Drawings => {
  const all: Drawing[] = [];
  const segments = new Map<XmlElement, readonly [number, number]>();
  let segment = 0;
  let order = 0;
  const visit = (element: XmlElement, paragraph: XmlElement | null, isInTable: boolean): void => {
    if (element.name.endsWith('Pr')) return;
    if (element.name === 'mc:AlternateContent') {
      for (const child of childrenOf(shownForm(element))) visit(child, paragraph, isInTable);
      return;
    }
    if (/^w:(?:drawing|pict|object)$/.test(element.name)) {
      all.push({ ...drawingOf(element, palette), paragraph, order, segment, isInTable });
      return;
    }
    if (element.name === 'w:br' && element.attributes['w:type'] === 'page') segment += 1;
    const isOutermost = element.name === 'w:p' && paragraph === null;
    if (isOutermost) {
      order += 1;
      if (childOf(element, 'w:pPr', 'w:pageBreakBefore')) segment += 1;
    }
    const from = segment;
    const inTable = isInTable || element.name === 'w:tbl';
    for (const child of childrenOf(element))
      visit(child, isOutermost ? element : paragraph, inTable);
    if (!isOutermost) return;
    segments.set(element, [from, segment]);
    if (childOf(element, 'w:pPr', 'w:sectPr')) segment += 1;
  };
  visit(part, null, false);
  return { all, segmentsOf: (paragraph) => (paragraph && segments.get(paragraph)) ?? [0, segment] };
};

type Found = Pick<
  Drawing,
  'element' | 'place' | 'isBehindText' | 'height' | 'mayColour' | 'extent'
>;

const drawingOf = (element: XmlElement, palette: Palette): Found => {
  const colours = mayColour(element, palette);
  const anchor = childOf(element, 'wp:anchor');
  if (anchor) {
    const size = childOf(anchor, 'wp:extent')?.attributes ?? {};
    const turned = [...descendantsOf(anchor)].some(
      ({ name, attributes }) => name === 'a:xfrm' && Number(attributes['rot'] ?? 0) !== 0,
    );
    const [width, height] = [numberOf(size['cx']), numberOf(size['cy'])];
    const place = anchorPlace(
      anchor,
      turned ? width + height : width,
      turned ? width + height : height,
    );
    return {
      element,
      place,
      isBehindText: /^(?:1|true)$/.test(anchor.attributes['behindDoc'] ?? ''),
      height: numberOf(anchor.attributes['relativeHeight']),
      mayColour: colours,
      extent: height,
    };
  }
  const shape = childrenOf(element).find(
    ({ name }) => name.startsWith('v:') && name !== 'v:shapetype',
  );
  const style = styleOf(shape?.attributes['style']);
  const isFloating = style.get('position') === 'absolute';
  const index = numberOf(style.get('z-index'));
  return {
    element,
    place: isFloating ? vmlPlace(style) : null,
    isBehindText: isFloating && index < 0,
    height: index,
    mayColour: colours,
    extent:
      lengthOf(style.get('height')) ??
      numberOf(childOf(element, 'wp:inline', 'wp:extent')?.attributes['cy']),
  };
};

const numberOf = (written: string | undefined): number => {
  const value = Number(written);
  return Number.isFinite(value) ? value : 0;
};

const anchorPlace = (anchor: XmlElement, width: number, height: number): Place => {
  if (/^(?:1|true)$/.test(anchor.attributes['simplePos'] ?? '')) {
    const { x, y } = childOf(anchor, 'wp:simplePos')?.attributes ?? {};
    return {
      across: { from: 'page', offset: numberOf(x), size: width },
      down: { from: 'page', offset: numberOf(y), size: height },
    };
  }
  const side = (name: string, size: number): Distance | null => {
    const position = childOf(anchor, name);
    const written = childOf(position, 'wp:posOffset')?.children.join('').trim();
    if (!written || !/^-?\d+$/.test(written)) return null;
    return { from: position?.attributes['relativeFrom'] ?? '', offset: Number(written), size };
  };
  return { across: side('wp:positionH', width), down: side('wp:positionV', height) };
};

const styleOf = (written = ''): Map<string, string> =>
  new Map(
    written.split(';').flatMap((pair): [string, string][] => {
      const colon = pair.indexOf(':');
      if (colon === -1) return [];
      return [
        [
          pair.slice(0, colon).trim().toLowerCase(),
          pair
            .slice(colon + 1)
            .trim()
            .toLowerCase(),
        ],
      ];
    }),
  );

const units: Readonly<Record<string, number>> = {
  pt: 12_700,
  in: 914_400,
  cm: 360_000,
  mm: 36_000,
  px: 9525,
};
const lengthOf = (written: string | undefined): number | null => {
  const found = /^(-?\d*\.?\d+)(pt|in|cm|mm|px)?$/.exec(written ?? '');
  return found ? Number(found[1]) * (units[found[2] ?? ''] ?? 1) : null;
};

const vmlFrom: Readonly<Record<string, readonly [string, string]>> = {
  page: ['page', 'page'],
  margin: ['margin', 'margin'],
  text: ['column', 'paragraph'],
  char: ['character', 'line'],
  line: ['character', 'line'],
};

const vmlPlace = (style: ReadonlyMap<string, string>): Place => {
  const side = (axis: 'horizontal' | 'vertical', start: string, size: string): Distance | null => {
    if ((style.get(`mso-position-${axis}`) ?? 'absolute') !== 'absolute') return null;
    const offset = lengthOf(style.get(start));
    const from = vmlFrom[style.get(`mso-position-${axis}-relative`) ?? 'text'];
    if (offset === null || !from) return null;
    return {
      from: from[axis === 'horizontal' ? 0 : 1],
      offset,
      size: lengthOf(style.get(size)) ?? 0,
    };
  };
  return {
    across: side('horizontal', 'margin-left', 'width'),
    down: side('vertical', 'margin-top', 'height'),
  };
};

/** Whether nothing is seen through a shape or a picture, which fills the whole of its area. */
export const hidesWhatIsBelow = (shape: XmlElement, palette: Palette): boolean => {
  if (shape.name === 'pic:pic') {
    const form = childOf(propertiesOf(shape), 'a:prstGeom')?.attributes['prst'] ?? 'rect';
    const blip = childOf(shape, 'pic:blipFill', 'a:blip');
    const isChanged = childrenOf(blip).some(({ name }) => name !== 'a:extLst');
    const { officePackage, path } = palette;
    const picture = relationshipsOf(officePackage, path).get(blip?.attributes['r:embed'] ?? '');
    if (!picture || picture.external || isChanged || !wholeForms.has(form)) return false;
    const bytes = officePackage.part(picture.target);
    return bytes !== null && isOpaquePicture(bytes);
  }
  const isWhole =
    shape.name === 'v:rect' ||
    shape.name === 'v:roundrect' ||
    shape.attributes['type'] === '#_x0000_t202' ||
    wholeForms.has(childOf(propertiesOf(shape), 'a:prstGeom')?.attributes['prst'] ?? '');
  const paint = paintOfShape(shape, palette);
  return isWhole && paint !== null && paint !== 'none' && paint.every(({ alpha }) => alpha >= 0.95);
};
