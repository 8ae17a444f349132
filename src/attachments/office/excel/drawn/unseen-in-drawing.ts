import { black, type Colour, white } from '../../colour/colour.ts';
import { isUnseenOn } from '../../colour/contrast.ts';
import { drawingColour } from '../../colour/drawing-colour.ts';
import { type Area, isWithin, overlap } from '../../drawing-geometry.ts';
import { childOf, childrenOf, type XmlElement } from '../../xml-tree.ts';
import { type DrawingSource, type DrawnShape, schemeOf, wordsIn } from './shapes.ts';

/** What of a drawing nobody sees. */
export type UnseenInDrawing = {
  /** Shapes, and runs of texts. */
  elements: ReadonlySet<XmlElement>;
  found: readonly { kind: 'covered-content' | 'hidden-text'; what: string }[];
};

/** So much may stand out from under what covers it, in pixels. */
const slack = 2;
/** A shape of less is no shape. */
const leastSize = 1.5;
/** More than any sheet that a person drew on. */
const mostShapes = 3000;

/**
 * Finds what nobody sees of what is drawn on a sheet: shapes beside it, without a size or under others, letters in the
 * colour of what lies behind them, or of one point.
 * @param isPlain whether nothing on the sheet itself gives an area a colour
 * @throws {RangeError} where there are far too many shapes
 */
export const unseenInDrawing = (
  shapes: readonly DrawnShape[],
  { theme }: Pick<DrawingSource, 'theme'>,
  isPlain: (area: Area) => boolean,
): UnseenInDrawing => {
  if (shapes.length > mostShapes) throw new RangeError('too many shapes');
  const elements = new Set<XmlElement>();
  const found: { kind: 'covered-content' | 'hidden-text'; what: string }[] = [];
  for (const [at, one] of shapes.entries()) {
    const { shape, area } = one;
    const holdsMore = shape.name === 'xdr:pic' || wordsIn(shape).trim() !== '';
    if (!holdsMore) continue;
    const what = shape.name === 'xdr:pic' ? '図' : '図形の文字';
    const say = (where: string) => {
      elements.add(shape);
      found.push({ kind: 'covered-content', what: `${where}${what}` });
    };
    if (area && (area.right <= 0 || area.bottom <= 0)) {
      say('シートの外にある');
      continue;
    }
    if (area && Math.min(area.right - area.left, area.bottom - area.top) < leastSize) {
      say('幅か高さのない');
      continue;
    }
    if (
      area &&
      shapes
        .slice(at + 1)
        .some((over) => over.hides && over.area && isWithin(area, over.area, slack))
    ) {
      say('ほかの図形や図の下の');
      continue;
    }
    const below = shapes.slice(0, at);
    const ground = groundOf(one, below, isPlain);
    for (const run of unseenRuns(shape, ground, theme)) {
      elements.add(run);
      found.push({ kind: 'hidden-text', what: '図形の見えない文字' });
    }
  }
  return { elements, found };
};

const groundOf = (
  { area, paint, isInGroup }: DrawnShape,
  below: readonly DrawnShape[],
  isPlain: (area: Area) => boolean,
): Colour | null => {
  if (paint === 'unknown') return null;
  if (paint !== 'none' && paint.alpha >= 1) return paint;
  if (isInGroup || !area || !isPlain(area)) return null;
  const isFree = below.every((other) => other.area && !overlap(area, other.area));
  return isFree ? (paint === 'none' ? white : null) : null;
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
