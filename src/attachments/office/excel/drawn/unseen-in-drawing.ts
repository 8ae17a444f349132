import { black, type Colour, white } from '../../colour/colour.ts';
import { isUnseenOn } from '../../colour/contrast.ts';
import { drawingColour } from '../../colour/drawing-colour.ts';
import { type Area, isWithin, overlap } from '../../drawing-geometry.ts';
import { childOf, childrenOf, type XmlElement } from '../../xml-tree.ts';
import { type DrawingSource, type DrawnShape, schemeOf, wordsIn } from './shapes.ts';
import type { AnchorArea } from './sheet-places.ts';

/** What of a drawing nobody sees. */
export type UnseenInDrawing = {
  /** Shapes, and runs of texts. */
  elements: ReadonlySet<XmlElement>;
  found: readonly { kind: 'covered-content' | 'hidden-text'; what: string }[];
};

/** So much may stand out from under what covers it, in pixels. */
const slack = 2;
/** Comparisons of a shape with one above it, for all of a drawing; sheets with thousands of forgotten lines stay below. */
const mostComparisons = 10_000_000;

/**
 * Finds what nobody sees of what is drawn on a sheet: shapes beside it, without a size or under others, letters in the
 * colour of what lies behind them, or of one point.
 * @param isPlain whether nothing on the sheet itself gives an area a colour
 */
export const unseenInDrawing = (
  shapes: readonly DrawnShape[],
  { theme }: Pick<DrawingSource, 'theme'>,
  isPlain: (area: Area) => boolean,
): UnseenInDrawing => {
  const covers = shapes.flatMap(({ hides, area }, at) => (hides && area ? [{ at, area }] : []));
  if (covers.length * shapes.length > mostComparisons) throw new RangeError('too many shapes');
  const elements = new Set<XmlElement>();
  const found: { kind: 'covered-content' | 'hidden-text'; what: string }[] = [];
  const lost = shapes.map((one, at) => lostAs(one, at, covers));
  const shown = new Set(shapes.flatMap(({ shape }, at) => (lost[at] ? [] : [pictureOf(shape)])));
  for (const [at, one] of shapes.entries()) {
    const { shape } = one;
    const isPicture = shape.name === 'xdr:pic';
    if (!isPicture && wordsIn(shape).trim() === '') continue;
    const where = lost[at];
    if (where) {
      elements.add(shape);
      // A copy of what is shown elsewhere says nothing more.
      if (isPicture && shown.has(pictureOf(shape))) continue;
      found.push({ kind: 'covered-content', what: `${where}${isPicture ? '図' : '図形の文字'}` });
      continue;
    }
    const ground = groundOf(one, shapes, at, isPlain);
    for (const run of unseenRuns(shape, ground, theme)) {
      elements.add(run);
      found.push({ kind: 'hidden-text', what: '図形の見えない文字' });
    }
  }
  return { elements, found };
};

type Cover = { at: number; area: AnchorArea };

/** Why nobody sees a shape, in words; null where it is seen. @param at its place among those that are drawn */
const lostAs = ({ area }: DrawnShape, at: number, covers: readonly Cover[]): string | null => {
  if (!area) return null;
  if (area.most.right <= 0 || area.most.bottom <= 0) return 'シートの外にある';
  if (area.hasNoSize) return '幅か高さのない';
  const isCovered = covers.some(
    (over) => over.at > at && isWithin(area.most, over.area.least, slack),
  );
  return isCovered ? 'ほかの図形や図の下の' : null;
};

/** The name of the relationship to its picture; empty where it is none. */
const pictureOf = (shape: XmlElement): string =>
  childOf(shape, 'xdr:blipFill', 'a:blip')?.attributes['r:embed'] ?? '';

/** Shapes looked at below one; what lies below one that is drawn later is not asked. */
const mostBelow = 1000;

const groundOf = (
  { area, paint, isInGroup }: DrawnShape,
  all: readonly DrawnShape[],
  at: number,
  isPlain: (area: Area) => boolean,
): Colour | null => {
  if (paint === 'unknown') return null;
  if (paint !== 'none' && paint.alpha >= 1) return paint;
  if (isInGroup || !area || !isPlain(area.most)) return null;
  const isFree = all
    .slice(0, Math.min(at, mostBelow))
    .every((other) => other.area && !overlap(area.most, other.area.most));
  return isFree && at <= mostBelow && paint === 'none' ? white : null;
};

/** In hundredths of a point. */
const tiny = 100;

const unseenRuns = (
  shape: XmlElement,
  ground: Colour | null,
  theme: DrawingSource['theme'],
): XmlElement[] => {
  const scheme = schemeOf(theme);
  const body = childOf(shape, 'xdr:txBody');
  const referred = drawingColour(childOf(shape, 'xdr:style', 'a:fontRef'), scheme);
  return childrenOf(body, 'a:p').flatMap((paragraph) => {
    const level = Number(childOf(paragraph, 'a:pPr')?.attributes['lvl'] ?? 0) + 1;
    const inherited = [
      childOf(paragraph, 'a:pPr', 'a:defRPr'),
      childOf(body, 'a:lstStyle', `a:lvl${level}pPr`, 'a:defRPr'),
    ];
    return childrenOf(paragraph, 'a:r').filter((run) => {
      if (wordsIn(run).trim() === '') return false;
      const properties = [childOf(run, 'a:rPr'), ...inherited].filter((each) => each !== null);
      const size = properties.find(({ attributes }) => attributes['sz'] !== undefined);
      if (Number(size?.attributes['sz'] ?? Number.NaN) <= tiny) return true;
      // Letters may have a line around them, a shine, a shadow.
      if (properties.some((each) => childOf(each, 'a:ln') || childOf(each, 'a:effectLst')))
        return false;
      const fill = properties
        .flatMap((each) => childrenOf(each))
        .find(({ name }) => /^a:\w+Fill$/.test(name));
      if (fill?.name === 'a:noFill') return true;
      const isShaded = properties.some((each) => childOf(each, 'a:highlight') !== null);
      if (ground === null || isShaded || (fill && fill.name !== 'a:solidFill')) return false;
      const colour = fill ? drawingColour(fill, scheme) : (referred ?? scheme('tx1') ?? black);
      return colour !== null && isUnseenOn(colour, ground);
    });
  });
};
