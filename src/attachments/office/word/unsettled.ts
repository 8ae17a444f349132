import type { FindingKind } from '../../reading.ts';
import { beginning } from '../beginning.ts';
import { once } from '../once.ts';
import type { OfficePackage } from '../open-package.ts';
import type { Relationships } from '../relationships.ts';
import { childrenOf, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { fieldWordsIn } from './field-words.ts';
import type { Numbering } from './numbering.ts';
import { drawingsIn, type Palette } from './seen/drawings.ts';
import { pagesOf } from './seen/page.ts';
import { paperOf } from './seen/paper.ts';
import type { Styles } from './styles.ts';
import { type Unseen, unseenIn } from './unseen.ts';
import { visibleText } from './visible-text.ts';

/** Every element by which Word tracks a change (ECMA-376 part 1, section 17.13.5). */
const tracked = new Set(
  `ins del moveFrom moveTo moveFromRangeStart moveToRangeStart delText delInstrText numberingChange
   rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tblGridChange trPrChange tcPrChange
   cellIns cellDel cellMerge customXmlInsRangeStart customXmlDelRangeStart
   customXmlMoveFromRangeStart customXmlMoveToRangeStart`
    .split(/\s+/)
    .map((name) => `w:${name}`),
);
const commented = new Set(['w:commentRangeStart', 'w:commentReference']);

/** What parts are called, by the type of their relationship. */
const partWords: ReadonlyMap<string, string> = new Map([
  ['header', 'ヘッダー'],
  ['footer', 'フッター'],
  ['footnotes', '脚注'],
  ['endnotes', '文末脚注'],
]);

/** A part of a Word file that holds text. */
export type Story = {
  path: string;
  part: XmlElement;
  /** What messages call it; empty for the text itself. */
  word: string;
  unseen: Unseen;
};

/**
 * The text of a Word file, with its notes, headers and footers.
 * @param relationships those of the document
 */
export const storiesOf = (
  officePackage: OfficePackage,
  relationships: Relationships,
  styles: Styles,
  numbering: Pick<Numbering, 'lookOf'>,
): Story[] => {
  const paths = [
    { path: officePackage.mainPath, word: '' },
    ...[...relationships.values()].flatMap(({ type, target, external }) => {
      const word = partWords.get(type);
      return word === undefined || external ? [] : [{ path: target, word }];
    }),
  ];
  const parts = paths.flatMap(({ path, word }) => {
    const part = officePackage.xml(path);
    return part ? [{ path, part, word }] : [];
  });
  const document = parts.find(({ word }) => word === '')?.part ?? null;
  const pages = document ? pagesOf(document) : [];
  const paper = paperOf(officePackage, document, relationships);
  const isDrawnBehind = parts.some(
    ({ path, part }) =>
      /^w:(?:hdr|ftr)$/.test(part.name) && drawsBehindText(part, { officePackage, path, paper }),
  );
  return parts.map(({ path, part, word }) => {
    const sight = { officePackage, path, paper, styles, numbering, pages };
    return {
      path,
      part,
      word,
      unseen: unseenIn(part, { ...sight, isDrawnBehind: word === '' && isDrawnBehind }),
    };
  });
};

/** Higher than the head of a page, in EMU: three centimetres. */
const high = 1_080_000;

/** Whether a header or a footer draws something that reaches below the text of the pages: a frame, a coloured sheet. */
const drawsBehindText = (part: XmlElement, palette: Palette): boolean =>
  drawingsIn(part, palette).all.some(
    ({ place, mayColour, extent }) => place !== null && mayColour && extent > high,
  );

/** Takes what is found, with the place as a person finds it in Word; without one where it has none. */
export type ReportFinding = (kind: FindingKind, place?: string) => void;

/**
 * Finds what the readers of a Word file are not meant to see: tracked changes, comments and hidden text. They are for
 * the people who worked on the document, and leak unnoticed.
 * @param carriedBy what a relationship of a part brings with it, to be reported where the part shows it
 */
export const findUnsettled = (
  officePackage: OfficePackage,
  stories: readonly Story[],
  report: ReportFinding,
  carriedBy: (path: string, id: string) => readonly FindingKind[] = () => [],
): void => {
  let hasPlacedComments = false;
  const seen = once(() =>
    stories
      .map(({ part, unseen }) => visibleText(part, unseen.elements))
      .join('')
      .normalize('NFKC')
      .replace(/\s+/gu, ''),
  );
  for (const story of stories) {
    const carrying = fieldWordsIn(story.part).filter(({ words }) =>
      words.some((text) => !seen().includes(text)),
    );
    searchStory(
      story,
      new Set(carrying.map(({ mark }) => mark)),
      (kind, place) => {
        if (kind === 'comments') hasPlacedComments = true;
        report(kind, place);
      },
      (id) => carriedBy(story.path, id),
    );
  }
  if (!hasPlacedComments && hasComments(officePackage)) report('comments', '本文のどこか');
};

/** Comments whose mark in the text is gone are still in the file, also those of newer parts. */
const hasComments = (officePackage: OfficePackage): boolean =>
  officePackage.names.some(
    (name) =>
      (/(?:^|\/)comments[^/]*\.xml$/i.test(name) ||
        /\.comments[a-z]*\+xml$/i.test(officePackage.contentType(name))) &&
      childrenOf(officePackage.xml(name)).length > 0,
  );

const searchStory = (
  { part, word, unseen }: Story,
  fields: ReadonlySet<XmlElement>,
  report: (kind: FindingKind, place: string) => void,
  carriedBy: (id: string) => readonly FindingKind[],
): void => {
  const seenTexts = new Map<XmlElement, string>();
  const seenText = (paragraph: XmlElement): string => {
    const known = seenTexts.get(paragraph) ?? visibleText(paragraph, unseen.elements);
    seenTexts.set(paragraph, known);
    return known;
  };
  const tell = (kind: FindingKind, how: string | undefined, place: () => string): void => {
    if (how !== undefined) report(kind, how === '' ? place() : `${place()}（${how}）`);
  };
  let before = '';
  const visit = (
    element: XmlElement,
    paragraph: XmlElement | null,
    place: () => string,
    isInTable: boolean,
  ): void => {
    if (tracked.has(element.name)) report('tracked-changes', place());
    if (commented.has(element.name)) report('comments', place());
    tell('hidden-text', unseen.hidden.get(element), place);
    if (fields.has(element)) tell('hidden-text', 'フィールドの中の文字', place);
    tell('covered-content', unseen.covered.get(element), place);
    for (const name in element.attributes) {
      if (!name.startsWith('r:')) continue;
      for (const kind of carriedBy(element.attributes[name] ?? '')) report(kind, place());
    }
    const isParagraph = element.name === 'w:p';
    const within = isParagraph ? element : paragraph;
    const inTable = isInTable || element.name === 'w:tbl';
    const holder = word || (inTable ? '表' : '');
    // A paragraph may hold thousands of changes, and has one place.
    const inside =
      isParagraph || within === null
        ? once(() => placeOf(within ? seenText(within) : '', before, holder))
        : place;
    if (isParagraph && pointsOutside(element)) report('outside-link', inside());
    for (const child of childrenOf(element)) visit(child, within, inside, inTable);
    if (isParagraph) before = seenText(element) || before;
  };
  visit(part, null, () => placeOf('', before, word), false);
};

/** Whether a field of a paragraph takes its content, or leads its reader, from a file of the author's own computer. */
const pointsOutside = (paragraph: XmlElement): boolean => {
  let code = '';
  for (const { name, attributes, children } of descendantsOf(paragraph)) {
    if (name === 'w:instrText') code += children.join('');
    if (name === 'w:fldSimple') code += ` ${attributes['w:instr'] ?? ''}`;
  }
  return outsideField.test(code);
};
const outsideField =
  /\b(?:INCLUDEPICTURE|INCLUDETEXT|LINK|DDE(?:AUTO)?|RD)\s+(?!"?https?:)|\bHYPERLINK\s+"(?!https?:|mailto:|tel:|#)/i;

/** How a person finds the place in Word: by the part, and by the words with which the paragraph begins. */
const placeOf = (seen: string, before: string, holder: string): string => {
  const inside = holder ? `${holder}の` : '';
  if (seen.trim()) return inside + beginning(seen);
  if (before.trim()) return `${inside}${beginning(before)}の次`;
  return holder || '文書の始め';
};
