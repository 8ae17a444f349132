import { isHiddenShape } from '../hidden-shape.ts';
import { isPhantom } from '../phantom.ts';
import { shownForm } from '../shown-form.ts';
import { childOf, childrenOf, switchOf, valOf, type XmlElement } from '../xml-tree.ts';
import { listOf, type Numbering } from './numbering.ts';
import {
  type Background,
  boxBackground,
  cellBackground,
  nearestShading,
  pageBackground,
} from './seen/background.ts';
import { coveredDrawings, holdsContent } from './seen/covered-drawings.ts';
import { coveredWords } from './seen/covered-words.ts';
import { type Drawings, drawingsIn, isShape, type Palette } from './seen/drawings.ts';
import { isTiny, type RunSources, reasonOfColour } from './seen/letters.ts';
import { belowShape, beyond, fixedHeightOf, hasNoRoom } from './seen/overflow.ts';
import { isBesidePages, type Page } from './seen/page.ts';
import {
  floatingTable,
  frameOf,
  hasFlatLines,
  isFlatRow,
  isIndentedAway,
  isTableAway,
} from './seen/room.ts';
import { markerOf } from './seen/shading.ts';
import {
  type CellPlace,
  cellPlaces,
  cellsBelowMerge,
  cellsWithoutWidth,
  tableLetterSources,
} from './seen/table-grounds.ts';
import { lookOf, type Style, type Styles } from './styles.ts';
import { visibleText } from './visible-text.ts';

/** What of a part of a Word file its reader does not see, beside what is in elements for deleted text. */
export type Unseen = {
  /** Runs, rows, shapes and words, each with all that is in it. */
  elements: ReadonlySet<XmlElement>;
  /** Those that somebody hid, and that hold something, with how; empty for what Word itself calls hidden. */
  hidden: ReadonlyMap<XmlElement, string>;
  /** Those that lie under something, or beside the page. */
  covered: ReadonlyMap<XmlElement, string>;
  /** Paragraphs whose number says words that nobody sees. */
  numbers: ReadonlySet<XmlElement>;
};

/** What it takes to tell what is seen in a part. */
export type Sight = Palette & {
  styles: Styles;
  numbering: Pick<Numbering, 'lookOf'>;
  /** Those of the document. */
  pages: readonly Page[];
  /** Whether other parts draw something behind its text: the headers behind that of the document. */
  isDrawnBehind: boolean;
};

type Around = {
  /** Whether the styles of the paragraph, of the table or of the document hide text. */
  hidesText: { paragraph: boolean; table: boolean; document: boolean };
  deleted: boolean;
  /** Whether it lies in something that is not shown. */
  unseen: boolean;
  /** The outermost paragraph, to which drawings are bound. */
  anchor: XmlElement | null;
  /** What the style of the paragraph says, and that of the table. */
  paragraph: { properties: readonly XmlElement[]; letters: readonly XmlElement[] };
  table: () => readonly XmlElement[];
  background: Background;
  isInTable: boolean;
  /** Whether its lines have no height. */
  isFlat: boolean;
  /** The drawing and the shape around it. */
  drawing: XmlElement | null;
  shape: XmlElement | null;
  /** Of several forms of the same thing, the one that is shown. */
  form: XmlElement | null;
  /** Whether only other programs show it. */
  isOldForm: boolean;
};

/** Finds what is not shown in a part: the document, its notes, a header or a footer. */
export const unseenIn = (part: XmlElement, sight: Sight): Unseen => {
  const { styles, pages } = sight;
  const elements = new Set<XmlElement>();
  const hidden = new Map<XmlElement, string>();
  const covered = new Map<XmlElement, string>();
  const numbers = new Set<XmlElement>();
  const cells = new Map<XmlElement, CellPlace>();
  const drawings = drawingsIn(part, sight);
  const cover = (element: XmlElement, why: string): void => {
    elements.add(element);
    covered.set(element, why);
  };
  for (const element of coveredDrawings(drawings.all, pages, sight)) {
    cover(element, 'ほかの図形や図の下');
  }
  for (const { element, place, isInTable } of drawings.all) {
    if (place && isBesidePages(place, pages, isInTable) && holdsContent(element)) {
      cover(element, 'ページの外');
    }
  }
  for (const paragraph of coveredWords(drawings.all, pages, styles, sight)) {
    for (const run of childrenOf(paragraph, 'w:r').filter((one) => childOf(one, 'w:t'))) {
      for (const letters of lettersOf(run)) elements.add(letters);
    }
    covered.set(paragraph, 'ほかの図形や図の下');
  }
  /** The cell stays in its place, with nothing in it. */
  const empty = (holders: readonly XmlElement[], found: Map<XmlElement, string>, why: string) => {
    for (const holder of holders.filter(saysSomething)) {
      const blocks = childrenOf(holder).filter(({ name }) => !name.endsWith('Pr'));
      for (const block of blocks) elements.add(block);
      const first = blocks.find(saysSomething);
      if (first) found.set(first, why);
    }
  };
  const cutOff = (paragraphs: readonly XmlElement[], why: string): void => {
    for (const paragraph of paragraphs.filter(saysSomething)) {
      elements.add(paragraph);
      hidden.set(paragraph, why);
    }
  };
  /** Fields that are open: whether what comes next is their code, which only Word reads. */
  const fields: { isCode: boolean }[] = [];
  const visit = (element: XmlElement, around: Around): void => {
    if (isHidden(element, around, styles)) {
      elements.add(element);
      if (holdsSomething(element)) hidden.set(element, '');
    }
    // A paragraph is also looked at by itself, without what it lies in.
    if (isDeletedCell(element) || (element.name === 'w:p' && around.unseen)) elements.add(element);
    if (element.name === 'w:fldChar' && !around.deleted) follow(element, fields);
    if (shown.has(element.name) && fields.some(({ isCode }) => isCode)) elements.add(element);
    if (element.name === 'w:tbl') {
      for (const place of cellPlaces(element)) cells.set(place.cell, place);
      empty(cellsBelowMerge(element), covered, '結合したセルの下');
      empty(cellsWithoutWidth(element), hidden, '幅のない列');
    }
    const within = inside(element, around, { sight, drawings, cells });
    if (!around.unseen && !elements.has(element) && !around.deleted) {
      if (element.name === 'w:tr' && isFlatRow(element) && saysSomething(element)) {
        elements.add(element);
        hidden.set(element, '高さのない行');
      } else if (element.name === 'w:tr') {
        const room = fixedHeightOf(element);
        for (const cell of room === null ? [] : childrenOf(element, 'w:tc')) {
          cutOff(beyond(cell, room ?? 0), '行の高さに入らない文字');
        }
      }
      if (hasNoRoom(element) && saysSomething(element)) {
        elements.add(element);
        hidden.set(element, '幅か高さのない図形');
      } else if (!around.isOldForm) cutOff(belowShape(element), '図形の高さに入らない文字');
      const isAway =
        isBeside(element, within, pages) ||
        (element.name === 'w:tbl' && !around.isInTable && isTableAway(element, pages));
      if (isAway && saysSomething(element)) cover(element, 'ページの外');
      if (isPhantom(element)) elements.add(element);
      if (element.name === 'w:p' && hasUnseenNumber(element, within, sight)) numbers.add(element);
      if (element.name === 'w:r') {
        const why = reasonFor(element, around, sight);
        for (const letters of why === null ? [] : lettersOf(element)) {
          elements.add(letters);
          hidden.set(letters, why ?? '');
        }
      }
    }
    const unseen = around.unseen || elements.has(element) || element.name === 'w:del';
    const next = unseen === within.unseen ? within : { ...within, unseen };
    for (const child of childrenOf(element)) if (!saysHow.has(child.name)) visit(child, next);
  };
  visit(part, {
    hidesText: {
      paragraph: styles.paragraph(null).look.hidden === true,
      table: false,
      document: styles.defaults.hidden === true,
    },
    deleted: false,
    unseen: false,
    anchor: null,
    paragraph: { properties: [], letters: [] },
    table: noSources,
    background: pageBackground(drawings, sight, sight.isDrawnBehind),
    isInTable: false,
    isFlat: false,
    drawing: null,
    shape: null,
    form: null,
    isOldForm: false,
  });
  return { elements, hidden, covered, numbers };
};

/** What says how something looks, and holds nothing that is seen. */
const saysHow = new Set(
  ['p', 'r', 'tc', 'tr', 'tbl', 'sect'].map((holder) => `w:${holder}Pr`).concat('w:tblGrid'),
);

/** What holds for the children of an element. */
const inside = (
  element: XmlElement,
  around: Around,
  {
    sight,
    drawings,
    cells,
  }: { sight: Sight; drawings: Drawings; cells: ReadonlyMap<XmlElement, CellPlace> },
): Around => {
  const { styles } = sight;
  switch (element.name) {
    case 'w:del':
    case 'w:moveFrom':
      return { ...around, deleted: true };
    case 'mc:AlternateContent':
      return { ...around, form: shownForm(element) };
    case 'mc:Choice':
    case 'mc:Fallback':
      return { ...around, isOldForm: around.isOldForm || element !== around.form };
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return { ...around, drawing: element, shape: null };
    case 'w:tbl': {
      const style = styles.table(valOf(element, 'w:tblPr', 'w:tblStyle'));
      const hidesText = { ...around.hidesText, table: style.look.hidden === true };
      return { ...around, hidesText, isInTable: true };
    }
    case 'w:tc': {
      const place = cells.get(element);
      if (!place) return around;
      return {
        ...around,
        background: cellBackground(around.background, place, styles, sight),
        table: () => tableLetterSources(place, styles),
      };
    }
    case 'w:p':
      return insideParagraph(element, around, styles);
    default:
      if (isShape(element)) return { ...around, shape: element };
      if (!element.name.endsWith(':txbxContent')) return around;
      return {
        ...around,
        background: boxBackground(around.background, around, drawings, sight),
        table: noSources,
        isFlat: false,
      };
  }
};

const noSources = (): readonly XmlElement[] => [];

/** What a style says, by the name of the element; a style is asked for by thousands of paragraphs. */
const saidBy = new WeakMap<Style, Map<string, readonly XmlElement[]>>();

const partsOf = (style: Style, name: string): readonly XmlElement[] => {
  const known = saidBy.get(style) ?? new Map<string, readonly XmlElement[]>();
  saidBy.set(style, known);
  const found = known.get(name) ?? style.chain.flatMap((element) => childOf(element, name) ?? []);
  known.set(name, found);
  return found;
};

const insideParagraph = (paragraph: XmlElement, around: Around, styles: Styles): Around => {
  const own = childOf(paragraph, 'w:pPr');
  const style = styles.paragraph(valOf(own, 'w:pStyle'));
  const properties = [...(own ? [own] : []), ...partsOf(style, 'w:pPr')];
  return {
    ...around,
    hidesText: { ...around.hidesText, paragraph: style.look.hidden === true },
    anchor: around.anchor ?? paragraph,
    paragraph: { properties, letters: partsOf(style, 'w:rPr') },
    isFlat: hasFlatLines(properties),
  };
};

/** What a reader sees of a run, but not where it stands in the code of a field. */
const shown = new Set(['w:t', 'w:tab', 'w:br', 'w:sym', 'w:drawing', 'w:pict', 'w:object']);

const follow = (mark: XmlElement, fields: { isCode: boolean }[]): void => {
  const type = mark.attributes['w:fldCharType'];
  const innermost = fields.at(-1);
  if (type === 'begin') fields.push({ isCode: true });
  else if (type === 'separate' && innermost) innermost.isCode = false;
  else if (type === 'end') fields.pop();
};

const isHidden = (element: XmlElement, around: Around, styles: Styles): boolean => {
  if (element.name === 'w:r') return isHiddenRun(element, around, styles);
  if (element.name === 'w:tr') return switchOf(childOf(element, 'w:trPr'), 'w:hidden') === true;
  return /^(?:wp|wpg|wps|pic|v):/.test(element.name) && isHiddenShape(element);
};

/**
 * Each kind of style can hide text, and none of them shows what another hides: only the run itself can (ECMA-376
 * part 1, section 17.7.3 on toggle properties).
 */
const isHiddenRun = (run: XmlElement, { hidesText }: Around, styles: Styles): boolean => {
  const properties = childOf(run, 'w:rPr');
  const direct = lookOf(properties).hidden;
  if (direct !== null) return direct;
  const style = styles.character(valOf(properties, 'w:rStyle'));
  return style.look.hidden === true || hidesText.paragraph || hidesText.table || hidesText.document;
};

/** A hidden mark of a paragraph or of an index holds no words. */
const holdsSomething = (element: XmlElement): boolean =>
  element.name !== 'w:r' || visibleText(element) !== '' || childrenOf(element).some(isPicture);

const isPicture = ({ name }: XmlElement): boolean =>
  name === 'w:drawing' || name === 'w:pict' || name === 'w:object';

/** Whether there are words or numbers in it; signs alone keep a distance or draw a line. */
const saysSomething = (element: XmlElement): boolean => /[\p{L}\p{N}]/u.test(visibleText(element));

/** The letters of a run by themselves, where it holds a drawing too. */
const lettersOf = (run: XmlElement): XmlElement[] =>
  childrenOf(run).some((child) => isPicture(child) || child.name === 'mc:AlternateContent')
    ? childrenOf(run, 'w:t')
    : [run];

/** Why nobody reads the letters of a run; null where somebody does, or where it can't be told. */
const reasonFor = (run: XmlElement, around: Around, sight: Sight): string | null => {
  if (around.isOldForm) return null;
  const text = childrenOf(run, 'w:t')
    .map(({ children }) => children.join(''))
    .join('');
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  if (around.isFlat) return '高さのない行';
  const properties = childOf(run, 'w:rPr');
  const style = sight.styles.character(valOf(properties, 'w:rStyle'));
  const own = [...(properties ? [properties] : []), ...partsOf(style, 'w:rPr')];
  return reasonOfLook(own, text, around, sight);
};

/** A number looks as its level says, then as the mark of its paragraph (ECMA-376 part 1, 17.9.24). */
const hasUnseenNumber = (paragraph: XmlElement, within: Around, sight: Sight): boolean => {
  const properties = childOf(paragraph, 'w:pPr');
  const { list } = sight.styles.paragraph(valOf(properties, 'w:pStyle'));
  const look = sight.numbering.lookOf(listOf(childOf(properties, 'w:numPr'), list));
  if (!look || within.isOldForm) return false;
  const mark = childOf(properties, 'w:rPr');
  const own = mark ? [look, mark] : [look];
  const isHiddenMark = own.map((one) => lookOf(one).hidden).find((said) => said !== null) === true;
  return isHiddenMark || reasonOfLook(own, '番号', within, sight) !== null;
};

/** Why nobody reads letters that look so. @param own what says it before the style of the paragraph */
const reasonOfLook = (
  own: readonly XmlElement[],
  text: string,
  around: Around,
  sight: Sight,
): string | null => {
  const sources: RunSources = {
    own,
    paragraph: around.paragraph.letters,
    table: around.table(),
    defaults: sight.styles.defaultRun ? [sight.styles.defaultRun] : [],
  };
  if (isTiny(sources, text)) return '1ポイント以下の文字';
  return reasonOfColour(sources, sight.paper, () => {
    const letters = [...own, ...around.paragraph.letters];
    const marker = letters.map(markerOf).find((found) => found !== null) ?? 'none';
    if (marker !== 'none') return [marker];
    for (const properties of [letters, around.paragraph.properties]) {
      const shading = nearestShading(properties, sight);
      if (shading !== 'none') return shading && [shading];
    }
    return around.background(around.anchor);
  });
};

/** Whether a frame, a floating table or a paragraph lies beside the page. */
const isBeside = (element: XmlElement, within: Around, pages: readonly Page[]): boolean => {
  if (element.name === 'w:tbl') {
    const place = floatingTable(element, pages);
    return place !== null && isBesidePages(place, pages, false);
  }
  if (element.name !== 'w:p' || within.anchor !== element) return false;
  const frame = frameOf(element, pages);
  if (frame) return isBesidePages(frame, pages, false);
  // At most as wide as an em of 72 points for each letter.
  const length = () => [...visibleText(element)].length * 914_400;
  return !within.isInTable && isIndentedAway(within.paragraph.properties, length, pages);
};

/** A row or a cell that is deleted once the tracked changes are accepted. */
const isDeletedCell = (element: XmlElement): boolean =>
  (element.name === 'w:tr' && childOf(element, 'w:trPr', 'w:del') !== null) ||
  (element.name === 'w:tc' && childOf(element, 'w:tcPr', 'w:cellDel') !== null);
