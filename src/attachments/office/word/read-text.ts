import type { OutlineItem, PageText } from '../../reading.ts';
import type { Carried } from '../carried.ts';
import { pageText } from '../clean-text.ts';
import { drawingText } from '../drawing-text.ts';
import type { Findings } from '../findings.ts';
import { type OfficePackage, UnreadablePackage } from '../open-package.ts';
import { findUnseenInDrawings } from '../pictures/find-unseen.ts';
import { rootsOfStories } from '../pictures/roots.ts';
import { relationshipsOf, targetOf } from '../relationships.ts';
import { shownForm } from '../shown-form.ts';
import { type CellBudget, newCellBudget } from '../tables/laid-table.ts';
import { blocksOf, linesOf, type Piece } from '../tables/pieces.ts';
import { childOf, childrenOf, valOf, type XmlElement } from '../xml-tree.ts';
import { checkBox, isPlaceholder } from './form-signs.ts';
import { findLeftOver } from './left-over.ts';
import { listOf, type Numbering, readNumbering } from './numbering.ts';
import { outlineLevelOf, readStyles, type Styles } from './styles.ts';
import { symbol } from './symbol-signs.ts';
import { readTable } from './table.ts';
import { findUnsettled, type Story, storiesOf } from './unsettled.ts';

/**
 * Reads the text of a Word file with its footnotes. Headers and footers are looked at for findings only, since they
 * say the same on every page; the readings above words are left out, since they would part them.
 * @throws {UnreadablePackage} where a part is broken or missing
 */
export const readWordText = (
  officePackage: OfficePackage,
  carried: Carried,
  findings: Findings,
): { pages: PageText[]; outline: OutlineItem[] } => {
  const relationships = relationshipsOf(officePackage, officePackage.mainPath);
  const partOf = (type: string) => officePackage.xml(targetOf(relationships, type) ?? '');
  const styles = readStyles(partOf('styles'));
  const numbering = readNumbering(partOf('numbering'));
  const stories = storiesOf(officePackage, relationships, styles, numbering);
  findUnsettled(officePackage, stories, findings.add, carried.by);
  findUnseenInDrawings(officePackage, rootsOfStories(stories), findings);
  for (const { path } of stories) {
    for (const kind of carried.byAll(path)) if (!findings.has(kind)) findings.add(kind);
  }

  const outline: OutlineItem[] = [];
  const notes: { type: 'footnote' | 'endnote'; id: string }[] = [];
  const budget = newCellBudget();
  const piecesOf = (story: Story, holder: XmlElement | null) =>
    readBlocks(holder, {
      budget,
      findings,
      officePackage,
      story,
      styles,
      numbering,
      outline,
      notes,
      boxes: [],
    });
  const [document] = stories;
  if (document?.word !== '') throw new UnreadablePackage('damaged');
  const body = piecesOf(document, childOf(document.part, 'w:body'));
  // Each note once, where its first sign stands; notes may have signs of their own.
  const noteLines: Piece[] = [];
  const seen = new Set<XmlElement>();
  for (const { type, id } of notes) {
    for (const story of stories.filter(({ part }) => part.name === `w:${type}s`)) {
      const note = childrenOf(story.part, `w:${type}`).find(
        ({ attributes }) => attributes['w:id'] === id,
      );
      if (!note || seen.has(note)) continue;
      seen.add(note);
      noteLines.push(...piecesOf(story, note));
    }
  }
  findLeftOver(officePackage, relationships, stories, seen, findings.add);
  const pieces = [...body, ...noteLines];
  const text = pageText(linesOf(pieces));
  return {
    pages: text === '' ? [] : [{ number: 1, label: '', text, ...blocksOf(pieces) }],
    outline: outline.filter(({ title }) => title !== ''),
  };
};

const hiddenNumbers = '段落番号の隠し文字';

/** What is known and gathered while a text is read. */
type Reading = {
  findings: Findings;
  /** Of cells of tables. */
  budget: CellBudget;
  officePackage: OfficePackage;
  story: Story;
  styles: Styles;
  numbering: Numbering;
  outline: OutlineItem[];
  /** Takes the notes whose signs are seen. */
  notes: { type: 'footnote' | 'endnote'; id: string }[];
  /** Takes the lines of text boxes, which stand after the paragraph. */
  boxes: string[];
};

/** Tables in cells and in text boxes are told as lines. */
const noCells: CellBudget = { left: 0 };

const isSeen = (element: XmlElement, { story }: Reading): boolean =>
  element.name !== 'w:del' && element.name !== 'w:moveFrom' && !story.unseen.elements.has(element);

/** What stands in a part, block by block. */
const readBlocks = (holder: XmlElement | null, reading: Reading): Piece[] =>
  childrenOf(holder).flatMap((block): Piece[] => {
    if (!isSeen(block, reading)) return [];
    switch (block.name) {
      case 'w:p':
        return readParagraph(block, reading);
      case 'w:tbl':
        return readTable(
          block,
          (element) => isSeen(element, reading),
          (cell) => linesOf(readBlocks(cell, { ...reading, budget: noCells })),
          reading.budget,
        );
      case 'w:sdt':
        return isPlaceholder(block) ? [] : readBlocks(childOf(block, 'w:sdtContent'), reading);
      case 'mc:AlternateContent':
        return readBlocks(shownForm(block), reading);
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
        return readBlocks(block, reading);
      default:
        return [];
    }
  });

const readParagraph = (paragraph: XmlElement, reading: Reading): string[] => {
  const properties = childOf(paragraph, 'w:pPr');
  const style = reading.styles.paragraph(valOf(properties, 'w:pStyle'));
  const own: Reading = { ...reading, boxes: [] };
  const words = readInline(paragraph, own);
  const place = reading.numbering.next(listOf(childOf(properties, 'w:numPr'), style.list));
  const isUnseen = reading.story.unseen.numbers.has(paragraph);
  if (isUnseen || /\p{L}{2}/u.test(place?.hidden ?? ''))
    reading.findings.add('hidden-text', hiddenNumbers);
  const line = place?.shown && !isUnseen && words.trim() ? `${place.shown} ${words}` : words;
  const level = outlineLevelOf(properties) ?? style.outlineLevel;
  if (level !== null) {
    reading.outline.push({
      title: pageText([line]).replace(/[\n\t]+/g, ' '),
      level: level + 1,
      page: null,
    });
  }
  return [line, ...own.boxes];
};

const readInline = (holder: XmlElement | null, reading: Reading): string =>
  childrenOf(holder)
    .map((part) => (isSeen(part, reading) ? readPart(part, reading) : ''))
    .join('');

const readPart = (part: XmlElement, reading: Reading): string => {
  switch (part.name) {
    case 'w:t':
    case 'm:t':
      return part.children.join('');
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return symbol(part.attributes);
    case 'w:fldChar':
      return checkBox(part) ?? '';
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const type = part.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
      reading.notes.push({ type, id: part.attributes['w:id'] ?? '' });
      return '';
    }
    case 'w:ruby':
      return readInline(childOf(part, 'w:rubyBase'), reading);
    case 'w:sdt':
      if (isPlaceholder(part)) return '';
      return checkBox(part) ?? readInline(childOf(part, 'w:sdtContent'), reading);
    case 'mc:AlternateContent':
      return readInline(shownForm(part), reading);
    case 'w:txbxContent':
      reading.boxes.push(...linesOf(readBlocks(part, { ...reading, budget: noCells })));
      return '';
    case 'a:graphicData':
      reading.boxes.push(
        ...linesOf(drawingText(reading.officePackage, reading.story.path, part).pieces),
      );
      return readInline(part, reading);
    case 'w:pPr':
    case 'w:rPr':
      return '';
    default:
      return readInline(part, reading);
  }
};
