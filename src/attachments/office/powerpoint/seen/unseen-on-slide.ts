import type { FindingKind } from '../../../reading.ts';
import { beginning } from '../../beginning.ts';
import { type Area, areaOf, isWithin, overlap } from '../../drawing-geometry.ts';
import { once } from '../../once.ts';
import type { OfficePackage } from '../../open-package.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../../xml-tree.ts';
import { animatedIn, type Drawn, drawnOn, nameOf } from './drawn.ts';
import { backgroundOf, type Grounds, groundFinder, throughPaint } from './ground.ts';
import { textSources } from './letters.ts';
import { fillIn, type Paint, type Painter } from './paint.ts';
import type { Sheets } from './sheets.ts';
import { isCoveredCell, tablesIn, textOfCell, unseenCells } from './table-cells.ts';
import { textAreas } from './text-area.ts';
import { saysSomething, unseenLetters } from './unseen-letters.ts';

/** What of a slide its readers don't see. */
export type UnseenOnSlide = {
  /** Shapes, paragraphs and runs, each with all that is in it. */
  elements: ReadonlySet<XmlElement>;
  found: readonly UnseenFinding[];
};
/**
 * One finding, with the words that it is about: paragraph by paragraph, of a title word by word; none of a picture.
 */
export type UnseenFinding = { kind: FindingKind; place: string; words: readonly string[] };

/** In EMU. */
export type SlideSize = { width: number; height: number };

/** A point, in EMU: what is nearer is taken as touching. */
const point = 12_700;
/** So much of a letter may be seen beside what covers the rest, in EMU: a third of one of 18 points. */
const slack = 6 * point;
/** More comparisons than a slide that a person made asks for, by far. */
const mostComparisons = 50_000_000;

/**
 * Finds what lies beside a slide or under something, and letters that can't be told from what lies behind them.
 * @param slidePlace what messages call the slide
 * @throws {RangeError} where there is far too much on it
 */
export const unseenOnSlide = (
  officePackage: OfficePackage,
  sheets: Sheets,
  size: SlideSize,
  slidePlace: string,
): UnseenOnSlide => {
  const painter: Painter = { officePackage, sheets, path: sheets.slide.path };
  const background = backgroundOf(painter);
  const drawn = drawnOn(sheets.slide.part, painter, background, animatedIn(sheets.slide.part));
  const groundOf = groundFinder(painter, background);
  const slideArea: Area = { left: 0, top: 0, right: size.width, bottom: size.height };
  const elements = new Set<XmlElement>();
  const found: UnseenFinding[] = [];
  const covers = drawn.map((one, at) => ({ one, at })).filter(({ one }) => one.hides);
  const telling = new Set(drawn.filter(({ shape }) => tells(shape)));
  let comparisons = telling.size * drawn.length;

  for (const [at, one] of drawn.entries()) {
    if (!telling.has(one)) continue;
    const say = (kind: FindingKind, why: string, about: readonly XmlElement[]) => {
      const name = nameOf(one.shape).trim();
      const place = `${slidePlace}の${name ? beginning(name, 30) : '図形'}（${why}）`;
      const lines = about.flatMap(wordsIn);
      // A title for those who hear it stands beside the slide, and is made of what the slide says in several places.
      found.push({ kind, place, words: isTitle(one.shape) ? lines.flatMap(wordsOfLine) : lines });
    };
    const parts = partsOf(one, sheets);
    if (isBeside(one, parts, slideArea)) {
      elements.add(one.shape);
      say('covered-content', 'スライドの外', [one.shape]);
      continue;
    }
    const above = covers.filter((cover) => cover.at > at && !one.isAnimated);
    comparisons += parts.length * above.length;
    if (comparisons > mostComparisons) throw new RangeError('too many shapes');
    const covered = parts.filter(({ area }) =>
      above.some(({ one: { area: over } }) => over && isWithin(area, over, slack)),
    );
    const lost = covered.map(({ element }) => element);
    for (const element of lost) elements.add(element);
    if (lost.length > 0) say('covered-content', 'ほかの図形や図の下', lost);
    const ground = once(() => (one.area ? groundOf(one.area, drawn.slice(0, at)) : null));
    for (const [run, why] of lettersOf(one, painter, ground)) {
      elements.add(run);
      say('hidden-text', why, [run]);
    }
    const cells = tablesIn(one.shape)
      .flatMap((table) => unseenCells(table, one.isAnimated ? null : one.area, slideArea))
      .filter(({ cell }) => saysSomething(wordsIn(cell).join('')));
    for (const [why, own] of Map.groupBy(cells, (cell) => cell.why)) {
      say(
        'covered-content',
        why,
        own.map(({ cell }) => cell),
      );
    }
    for (const { cell, isBeside: isAway } of cells) {
      for (const paragraph of isAway ? textOfCell(cell) : []) elements.add(paragraph);
    }
    const below = one.isAnimated ? [] : linesBelow(one, parts, sheets, slideArea);
    for (const line of below) elements.add(line);
    if (below.length > 0) say('covered-content', 'スライドの外', below);
  }
  return { elements, found };
};

const isTitle = (shape: XmlElement): boolean =>
  /^(?:t|ctrT)itle$/.test(childOf(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph')?.attributes['type'] ?? '');

const wordsOfLine = (line: string): string[] => line.split(/[\s\p{P}]+/u).filter(Boolean);

/** Whether a shape says or shows something that somebody may miss: words, a picture, a table, a chart. */
const tells = (shape: XmlElement): boolean =>
  shape.name === 'p:pic' ||
  shape.name === 'p:graphicFrame' ||
  saysSomething(textIn(childOf(shape, 'p:txBody')));

/** The words of an element, a paragraph or a run each by itself. */
const wordsIn = (element: XmlElement): string[] => {
  const lines = [element, ...descendantsOf(element)].filter(({ name }) => name === 'a:p');
  return (lines.length > 0 ? lines : [element]).map((line) => textIn(line).trim()).filter(Boolean);
};

const textIn = (element: XmlElement | null): string => {
  if (element?.name === 'a:t') return element.children.join('');
  // The number of the slide, the date: nobody wrote them.
  if (element?.name === 'a:fld') return '';
  return childrenOf(element).map(textIn).join('');
};

type Part = { element: XmlElement; area: Area };

/** The paragraphs of a shape with their areas, or the shape as a whole. */
const partsOf = ({ shape, placed, area }: Drawn, sheets: Sheets): Part[] => {
  if (!placed || !area) return [];
  const text = shape.name === 'p:sp' ? childOf(shape, 'p:txBody') : null;
  const areas = text && textAreas(text, placed, textSources(shape, text, sheets));
  if (!areas) return [{ element: shape, area }];
  return [...areas].map(([element, part]) => ({ element, area: areaOf(placed.placing, part) }));
};

/** Whether nothing of a shape is on the slide, and nothing moves it there. */
const isBeside = ({ area, isAnimated }: Drawn, parts: readonly Part[], slide: Area): boolean => {
  if (!area || isAnimated) return false;
  const around = (inner: Area, more: number): Area => ({
    left: inner.left - more,
    top: inner.top - more,
    right: inner.right + more,
    bottom: inner.bottom + more,
  });
  return (
    !overlap(around(area, point), slide) &&
    parts.every((part) => !overlap(around(part.area, 12 * point), slide))
  );
};

/** Lines may be lower than they were taken to be, by so much of what is above them. */
const lineSlack = 0.25;

/** The paragraphs of a text that begin below the slide, where nothing makes its letters smaller. */
const linesBelow = (
  { shape, area, placed }: Drawn,
  parts: readonly Part[],
  sheets: Sheets,
  slide: Area,
): XmlElement[] => {
  const last = parts.at(-1);
  if (!area || !last || last.area.top <= slide.bottom || area.top >= slide.bottom) return [];
  // A group that has another measure makes shapes smaller, and not their letters; so does a turn.
  const isPlain = placed && Math.abs(area.right - area.left - placed.width) < placed.width / 100;
  if (!isPlain) return [];
  const text = childOf(shape, 'p:txBody');
  const isFitted = textSources(shape, text, sheets).body.some((body) =>
    childOf(body, 'a:normAutofit'),
  );
  if (isFitted) return [];
  return parts
    .filter((part) => part.area.top - (part.area.top - area.top) * lineSlack > slide.bottom)
    .map(({ element }) => element)
    .filter((element) => element !== shape && saysSomething(wordsIn(element).join('')));
};

/** @param behind the colours that stand behind the shape */
const lettersOf = (
  { shape, paint }: Drawn,
  painter: Painter,
  behind: () => Grounds,
): [XmlElement, string][] => {
  const text = shape.name === 'p:sp' ? childOf(shape, 'p:txBody') : null;
  if (!text) return tablesIn(shape).flatMap((table) => tableLetters(table, painter, behind));
  const sources = textSources(shape, text, painter.sheets);
  return [...unseenLetters(text, sources, painter, () => throughPaint(paint, behind))];
};

/** Those that draw nothing of their own: 「スタイルなし」 with a grid and without (PowerPoint's own numbers). */
const plainTableStyles = new Set([
  '{5940675A-B579-460E-94D1-54222C63F5DA}',
  '{2D5ABB26-0587-4C30-8999-92F81FD0307C}',
]);

const tableLetters = (
  table: XmlElement,
  painter: Painter,
  behind: () => Grounds,
): [XmlElement, string][] => {
  const style = childOf(table, 'a:tblPr', 'a:tableStyleId')?.children.join('').trim().toUpperCase();
  const isPlain = style === undefined || plainTableStyles.has(style);
  const ofStyle: Paint = isPlain ? { kind: 'none' } : { kind: 'unknown', isOpaque: false };
  return childrenOf(table, 'a:tr')
    .flatMap((row) => childrenOf(row, 'a:tc'))
    .filter((cell) => !isCoveredCell(cell))
    .flatMap((cell): [XmlElement, string][] => {
      const text = childOf(cell, 'a:txBody');
      if (!text) return [];
      const paint = fillIn(childOf(cell, 'a:tcPr'), painter) ?? ofStyle;
      const sources = textSources(cell, text, painter.sheets);
      return [...unseenLetters(text, sources, painter, () => throughPaint(paint, behind), isPlain)];
    });
};
