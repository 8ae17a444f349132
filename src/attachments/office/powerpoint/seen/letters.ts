import { drawingColour } from '../../colour/drawing-colour.ts';
import { childOf, childrenOf, type XmlElement } from '../../xml-tree.ts';
import { fillIn, type Paint, type Painter } from './paint.ts';
import { placeOf, type Sheets } from './sheets.ts';

/** What says how the letters of a paragraph look, the nearest first: `a:rPr`, `a:defRPr`, and a reference to a font. */
export type LetterSources = readonly XmlElement[];

/** The sources of a text, by the level of a paragraph from 1. */
export type TextSources = {
  letters(paragraph: XmlElement): LetterSources;
  /** `a:lvl1pPr` and its like, the nearest first, with what the paragraph says itself. */
  paragraph(paragraph: XmlElement): readonly XmlElement[];
  /** `a:bodyPr`, the nearest first. */
  body: readonly XmlElement[];
};

/**
 * Gathers what says how the text of a shape looks (ECMA-376 part 1, 21.1.2.4, 19.3.1.51).
 * @param shape `p:sp`, or a cell of a table
 * @param text `p:txBody` or `a:txBody`
 */
export const textSources = (
  shape: XmlElement,
  text: XmlElement | null,
  sheets: Sheets,
): TextSources => {
  const held = sheets.heldPlaces(shape);
  const bodies = [text, ...held.map((one) => childOf(one, 'p:txBody'))];
  const font = childOf(shape, 'p:style', 'a:fontRef');
  const general = generalStyle(shape, sheets);
  const levels = (level: string): XmlElement[] =>
    [
      ...bodies.map((body) => childOf(body, 'a:lstStyle', level)),
      ...general.map((style) => childOf(style, level)),
    ].filter((found) => found !== null);
  const known = new Map<string, XmlElement[]>();
  const atLevel = (paragraph: XmlElement): XmlElement[] => {
    const level = levelOf(paragraph);
    const found = known.get(level) ?? levels(level);
    known.set(level, found);
    return found;
  };
  return {
    letters: (paragraph) => {
      const named = atLevel(paragraph).flatMap((style) => childOf(style, 'a:defRPr') ?? []);
      const own = bodies.filter((body) => childOf(body, 'a:lstStyle', levelOf(paragraph))).length;
      return font ? [...named.slice(0, own), font, ...named.slice(own)] : named;
    },
    paragraph: (paragraph) => {
      const own = childOf(paragraph, 'a:pPr');
      return own ? [own, ...atLevel(paragraph)] : atLevel(paragraph);
    },
    body: bodies.flatMap((body) => childOf(body, 'a:bodyPr') ?? []),
  };
};

const levelOf = (paragraph: XmlElement): string => {
  const level = Number(childOf(paragraph, 'a:pPr')?.attributes['lvl'] ?? 0);
  return `a:lvl${Number.isInteger(level) && level >= 0 && level <= 8 ? level + 1 : 1}pPr`;
};

/** The master's style of titles, of bodies or of the rest, and that of the presentation. */
const generalStyle = (shape: XmlElement, { below, defaultText }: Sheets): XmlElement[] => {
  const master = below.at(-1)?.part ?? null;
  const type = placeOf(shape)?.type;
  const name =
    type === undefined
      ? null
      : type === 'title'
        ? 'p:titleStyle'
        : /^(?:dt|ftr|sldNum|hdr)$/.test(type)
          ? 'p:otherStyle'
          : 'p:bodyStyle';
  const styles = name === null ? null : childOf(master, 'p:txStyles', name);
  return [styles, defaultText].filter((style) => style !== null);
};

/** Where nobody says a size: 18 points. */
const usualSize = 1800;

/** The size of letters, in hundredths of a point. */
export const sizeOf = (run: XmlElement, sources: LetterSources): number => {
  for (const source of [childOf(run, 'a:rPr'), ...sources]) {
    const size = Number(source?.attributes['sz']);
    if (Number.isFinite(size)) return size;
  }
  return usualSize;
};

/** The paint of letters; ink where nothing is said. */
export const letterPaint = (run: XmlElement, sources: LetterSources, painter: Painter): Paint => {
  for (const source of [childOf(run, 'a:rPr'), ...sources]) {
    const paint =
      source?.name === 'a:fontRef' ? fontPaint(source, painter) : fillIn(source, painter);
    if (paint) return paint;
  }
  const ink = painter.sheets.scheme('tx1');
  return ink ? { kind: 'colours', colours: [ink] } : { kind: 'unknown', isOpaque: false };
};

const fontPaint = (reference: XmlElement, { sheets }: Painter): Paint | null => {
  if (childrenOf(reference).length === 0) return null;
  const colour = drawingColour(reference, sheets.scheme);
  return colour ? { kind: 'colours', colours: [colour] } : { kind: 'unknown', isOpaque: false };
};

/** Whether letters are seen by something else than their colour: an outline, a shadow, the colour of links. */
export const isDrawnOtherwise = (run: XmlElement, sources: LetterSources): boolean =>
  [childOf(run, 'a:rPr'), ...sources].some((source) =>
    childrenOf(source).some(
      (child) =>
        (child.name === 'a:ln' && !childOf(child, 'a:noFill') && childrenOf(child).length > 0) ||
        (/^a:effect(?:Lst|Dag)$/.test(child.name) && childrenOf(child).length > 0) ||
        child.name === 'a:hlinkClick',
    ),
  );
