import { beginning } from '../../../src/attachments/office/beginning.ts';
import type { OfficePackage } from '../../../src/attachments/office/open-package.ts';
import {
  type Relationships,
  relationshipsOf,
  targetOf,
} from '../../../src/attachments/office/relationships.ts';
import { shownForm } from '../../../src/attachments/office/shown-form.ts';
import {
  listOf,
  type Numbering,
  readNumbering,
} from '../../../src/attachments/office/word/numbering.ts';
import {
  firstLook,
  lookOf,
  noLook,
  outlineLevelOf,
  type Style,
  type Styles,
} from '../../../src/attachments/office/word/styles.ts';
import { inSigns, symbolSign } from '../../../src/attachments/office/word/symbol-signs.ts';
import { visibleText } from '../../../src/attachments/office/word/visible-text.ts';
import {
  childOf,
  childrenOf,
  descendantsOf,
  make,
  valOf,
  type XmlElement,
  type XmlNode,
} from '../../../src/attachments/office/xml-tree.ts';
import type { Alignment } from './blocks.ts';
import { withDrawnFields } from './drawn-fields.ts';
import type { Picture } from './picture-file.ts';
import { pictureOf } from './pictures.ts';
import { hasOwnCharacters, readableText } from './readable-text.ts';
import { lineToWriteOn, reportLooks } from './run-looks.ts';
import type { Losses } from './sentences.ts';
import { type ParagraphFacts, rubyMarks } from './word-tree.ts';

/** The parts of a Word file as mammoth is to read them, and what it would not tell about them. */
export type PreparedDocument = {
  document: XmlElement;
  footnotes: XmlElement;
  endnotes: XmlElement;
  /** Addresses that links of a part lead to, by part and id. */
  links: Record<'document' | 'footnotes' | 'endnotes', ReadonlyMap<string, string>>;
  /** By the number that stands in the place of the paragraph's style. */
  paragraphs: readonly ParagraphFacts[];
  /** By the number that stands in the place of the picture's alternative text. */
  pictures: readonly Picture[];
};

/**
 * Rewrites the parts of a Word file into the little that mammoth reads well: paragraphs, runs, links, notes, tables
 * and pictures. What Word says by styles, numbering and drawings is gathered beside, in numbers that stand where
 * mammoth passes through what it finds.
 * @param relationships those of the document
 */
export const prepareDocument = (
  office: OfficePackage,
  relationships: Relationships,
  styles: Styles,
  losses: Losses,
): PreparedDocument => {
  const partOf = (type: string): { path: string; part: XmlElement | null } => {
    const path = targetOf(relationships, type) ?? '';
    return { path, part: path === '' ? null : office.xml(path) };
  };
  const paragraphs: ParagraphFacts[] = [];
  const pictures: Picture[] = [];
  const numbering = readNumbering(partOf('numbering').part);
  const storyAt = (path: string): Story => ({
    office,
    relationships: path === '' ? new Map() : relationshipsOf(office, path),
    styles,
    numbering,
    losses,
    paragraphs,
    pictures,
    before: '',
  });

  const body = childOf(office.xml(office.mainPath), 'w:body');
  const story = storyAt(office.mainPath);
  const document = make('w:document', {}, [make('w:body', {}, rewriteBlocks(body, story))]);
  const notes = (type: 'footnote' | 'endnote') => {
    const { path, part } = partOf(`${type}s`);
    const own = storyAt(path);
    const rewritten = childrenOf(part, `w:${type}`)
      // The lines above notes are notes of their own in the file.
      .filter(({ attributes }) => !/separator|notice/i.test(attributes['w:type'] ?? ''))
      .map((note) =>
        make(`w:${type}`, { 'w:id': note.attributes['w:id'] ?? '' }, rewriteBlocks(note, own)),
      );
    return { part: make(`w:${type}s`, {}, rewritten), links: linksOf(own.relationships) };
  };
  const footnotes = notes('footnote');
  const endnotes = notes('endnote');
  for (const { type, target, external } of relationships.values()) {
    if ((type !== 'header' && type !== 'footer') || external) continue;
    const part = office.xml(target);
    const words = part ? visibleText(part) : '';
    if (/\p{L}{2}/u.test(words)) losses.add('margins', beginning(words));
  }
  return {
    document,
    footnotes: footnotes.part,
    endnotes: endnotes.part,
    links: {
      document: linksOf(story.relationships),
      footnotes: footnotes.links,
      endnotes: endnotes.links,
    },
    paragraphs,
    pictures,
  };
};

const linksOf = (relationships: Relationships): ReadonlyMap<string, string> =>
  new Map(
    [...relationships].flatMap(([id, { type, target, external }]) =>
      type === 'hyperlink' && external ? [[id, target] as const] : [],
    ),
  );

/** One run of text through a part: the document, or its notes. */
type Story = {
  office: OfficePackage;
  relationships: Relationships;
  styles: Styles;
  numbering: Numbering;
  losses: Losses;
  paragraphs: ParagraphFacts[];
  pictures: Picture[];
  /** The last words before, by which a person finds what has none of its own. */
  before: string;
};

const rewriteBlocks = (holder: XmlElement | null, story: Story): XmlElement[] =>
  childrenOf(holder).flatMap((block) => {
    switch (block.name) {
      case 'w:p':
        return rewriteParagraph(block, story);
      case 'w:tbl':
        return [make('w:tbl', {}, rewriteRows(block, story))];
      case 'w:sdt':
        return isContents(block) ? lost(story, 'contents') : contentOf(block, story, rewriteBlocks);
      case 'w:customXml':
        return rewriteBlocks(block, story);
      case 'mc:AlternateContent':
        return rewriteBlocks(shownForm(block), story);
      case 'w:altChunk':
      case 'w:subDoc':
        return lost(story, 'embedded');
      default:
        return [];
    }
  });

const lost = (story: Story, kind: 'contents' | 'embedded' | 'placeholder'): [] => {
  story.losses.add(kind);
  return [];
};

/** A table of contents that Word made. */
const isContents = (control: XmlElement): boolean =>
  valOf(control, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery') === 'Table of Contents';

/** What is in a content control, but for the words that only ask to be replaced. */
const contentOf = <Part extends XmlNode>(
  control: XmlElement,
  story: Story,
  rewrite: (content: XmlElement | null, story: Story) => Part[],
): Part[] =>
  childOf(control, 'w:sdtPr', 'w:showingPlcHdr')
    ? lost(story, 'placeholder')
    : rewrite(childOf(control, 'w:sdtContent'), story);

const rewriteRows = (table: XmlElement | null, story: Story): XmlElement[] =>
  childrenOf(table).flatMap((row) => {
    if (row.name === 'w:sdt') return contentOf(row, story, rewriteRows);
    if (row.name === 'w:customXml') return rewriteRows(row, story);
    if (row.name !== 'w:tr') return [];
    return [make('w:tr', {}, [...columnsBefore(row), ...rewriteCells(row, story)])];
  });

/** Word makes no wider table; a file may claim a billion columns. */
const widestTable = 63;

/** A row may begin some columns further on, where nothing is drawn. */
const columnsBefore = (row: XmlElement): XmlElement[] => {
  const count = Number(valOf(row, 'w:trPr', 'w:gridBefore') ?? 0);
  if (!Number.isInteger(count) || count < 1) return [];
  const span = make('w:gridSpan', { 'w:val': String(Math.min(widestTable, count)) });
  return [make('w:tc', {}, [make('w:tcPr', {}, [span]), make('w:p')])];
};

const rewriteCells = (row: XmlElement | null, story: Story): XmlElement[] =>
  childrenOf(row).flatMap((cell) => {
    if (cell.name === 'w:sdt') return contentOf(cell, story, rewriteCells);
    if (cell.name === 'w:customXml') return rewriteCells(cell, story);
    if (cell.name !== 'w:tc') return [];
    const properties = childOf(cell, 'w:tcPr');
    const wide = Number(valOf(properties, 'w:gridSpan') ?? 1);
    const spans = [
      make('w:gridSpan', { 'w:val': String(Math.min(widestTable, Math.max(1, wide || 1))) }),
      ...childrenOf(properties, 'w:vMerge'),
    ];
    return [make('w:tc', {}, [make('w:tcPr', {}, spans), ...rewriteBlocks(cell, story)])];
  });

const rewriteParagraph = (paragraph: XmlElement, story: Story): XmlElement[] => {
  const properties = childOf(paragraph, 'w:pPr');
  const style = story.styles.paragraph(valOf(properties, 'w:pStyle'));
  if (/^(?:toc \d|toc heading|contents (?:\d|heading)|table of figures|目次)/.test(style.name)) {
    return lost(story, 'contents');
  }
  story.before = visibleText(paragraph) || story.before;
  const number = story.paragraphs.push(factsOf(properties, style, story)) - 1;
  const boxes: XmlElement[] = [];
  const words = rewriteInline(paragraph, { story, style, boxes });
  const numbered = make('w:pPr', {}, [make('w:pStyle', { 'w:val': String(number) })]);
  return [make('w:p', {}, [numbered, ...words]), ...boxes];
};

const factsOf = (
  properties: XmlElement | null,
  style: Style,
  { numbering }: Story,
): ParagraphFacts => {
  const role = roleOf(style);
  return {
    role,
    level: role === 'text' ? (outlineLevelOf(properties) ?? style.outlineLevel) : null,
    place: numbering.next(listOf(childOf(properties, 'w:numPr'), style.list)),
    aligned: alignments[valOf(properties, 'w:jc') ?? ''] ?? 'start',
  };
};

/** The older words and those of the strict form (ECMA-376 part 1, 17.18.44). */
const alignments: Readonly<Record<string, Alignment>> = {
  center: 'centre',
  right: 'end',
  end: 'end',
};

/** Word stores the names of its styles in English; other programs write those that their screens have. */
const roles: Readonly<Record<string, ParagraphFacts['role']>> = {
  title: 'title',
  表題: 'title',
  標題: 'title',
  題名: 'title',
  タイトル: 'title',
  caption: 'caption',
  図表番号: 'caption',
};

const roleOf = ({ name }: Style): ParagraphFacts['role'] =>
  (Object.hasOwn(roles, name) ? roles[name] : undefined) ?? 'text';

type Line = {
  story: Story;
  style: Style;
  /** Takes the paragraphs of text boxes, which then stand after the paragraph. */
  boxes: XmlElement[];
};

const rewriteInline = (holder: XmlElement | null, line: Line): XmlElement[] =>
  withDrawnFields(childrenOf(holder), line.story.losses).flatMap((part) => {
    switch (part.name) {
      case 'w:r':
        return [rewriteRun(part, line)];
      case 'w:hyperlink':
        return [make('w:hyperlink', part.attributes, rewriteInline(part, line))];
      case 'w:fldSimple':
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:dir':
      case 'w:bdo':
        return rewriteInline(part, line);
      case 'w:sdt':
        return contentOf(part, line.story, (content) => rewriteInline(content, line));
      case 'm:oMath':
      case 'm:oMathPara':
        return [formula(part, line.story)];
      case 'mc:AlternateContent':
        return rewriteInline(shownForm(part), line);
      default:
        return [];
    }
  });

const formula = (element: XmlElement, { losses }: Story): XmlElement => {
  const words = [...descendantsOf(element)]
    .filter(({ name }) => name === 'm:t' || name === 'w:t')
    .map(({ children }) => children.join(''))
    .join('');
  losses.add('formula', beginning(words));
  return make('w:r', {}, [text(words)]);
};

const text = (words: string): XmlElement =>
  make('w:t', { 'xml:space': 'preserve' }, [readableText(words)]);

const rewriteRun = (run: XmlElement, line: Line): XmlElement => {
  const { story, style } = line;
  const properties = childOf(run, 'w:rPr');
  const font = childOf(properties, 'w:rFonts')?.attributes['w:ascii'] ?? '';
  const words = inSigns(font, visibleText(run));
  const toWriteOn = lineToWriteOn(run);
  if (words !== '') reportLooks(properties, words, story.losses);
  if (hasOwnCharacters(words)) story.losses.add('ownCharacter', beginning(words));
  const look = firstLook(
    lookOf(properties),
    story.styles.character(valOf(properties, 'w:rStyle')).look,
    // Titles, headings and captions are bold by what they are.
    style.outlineLevel === null && roleOf(style) === 'text' ? style.look : noLook,
  );
  const kept = [
    // Dots beside letters stress them as bold ones do.
    ...(look.bold || isDotted(properties) ? [make('w:b')] : []),
    ...(look.italic ? [make('w:i')] : []),
    ...(look.struck ? [make('w:strike')] : []),
    ...childrenOf(properties, 'w:vertAlign'),
  ];
  return make('w:r', {}, [
    make('w:rPr', {}, kept),
    ...(toWriteOn === null
      ? childrenOf(run).flatMap((part) =>
          part.name === 'w:t'
            ? [text(inSigns(font, part.children.join('')))]
            : rewriteRunPart(part, line),
        )
      : [text(toWriteOn)]),
  ]);
};

const isDotted = (properties: XmlElement | null): boolean =>
  !['none', null].includes(valOf(properties, 'w:em'));

const rewriteRunPart = (part: XmlElement, line: Line): XmlElement[] => {
  switch (part.name) {
    case 'w:t':
      return [text(part.children.join(''))];
    case 'w:br':
      return /page|column/.test(part.attributes['w:type'] ?? '') ? [] : [make('w:br')];
    case 'w:cr':
      return [make('w:br')];
    case 'w:ptab':
      return [make('w:tab')];
    case 'w:ruby':
      return [ruby(part)];
    case 'w:sym': {
      const { 'w:font': font = '', 'w:char': code = '' } = part.attributes;
      const sign = symbolSign(font, Number.parseInt(code, 16));
      // Of other signs mammoth knows what they are.
      return sign === null ? [part] : [text(sign)];
    }
    case 'w:tab':
    case 'w:noBreakHyphen':
    case 'w:fldChar':
    case 'w:instrText':
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return [part];
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return rewriteGraphic(part, line);
    case 'mc:AlternateContent':
      return childrenOf(shownForm(part)).flatMap((shown) => rewriteRunPart(shown, line));
    default:
      return [];
  }
};

const ruby = (element: XmlElement): XmlElement => {
  const wordsOf = (name: string) => {
    const holder = childOf(element, name);
    return readableText(holder ? visibleText(holder) : '');
  };
  const { begin, reading, end } = rubyMarks;
  const marked = `${begin}${wordsOf('w:rubyBase')}${reading}${wordsOf('w:rt')}${end}`;
  return make('w:t', { 'xml:space': 'preserve' }, [marked]);
};

/**
 * Takes pictures and the words of text boxes out of a drawing.
 * @returns the pictures, each a drawing that mammoth reads, with its number in the place of the words for it
 */
const rewriteGraphic = (graphic: XmlElement, line: Line): XmlElement[] => {
  const { story, boxes } = line;
  const near = story.before ? `${beginning(story.before)}の近く` : '文書の始め';
  if (graphic.name === 'w:object') {
    story.losses.add('object', near);
    return [];
  }
  const found: XmlElement[] = [];
  let words = false;
  const visit = (element: XmlElement): void => {
    if (element.name === 'w:txbxContent') {
      words = true;
      const content = visibleText(element);
      if (content) story.losses.add('textBox', beginning(content));
      boxes.push(...rewriteBlocks(element, story));
    } else if (element.name === 'a:blip' || element.name === 'v:imagedata') {
      const picture = pictureOf(element, graphic, near, story);
      words = true;
      if (picture) found.push(drawing(story.pictures.push(picture) - 1));
    } else if (element.name === 'mc:AlternateContent') {
      for (const shown of childrenOf(shownForm(element))) visit(shown);
    } else {
      for (const child of childrenOf(element)) visit(child);
    }
  };
  visit(graphic);
  if (!words && found.length === 0) story.losses.add('chart', near);
  return found;
};

const drawing = (number: number): XmlElement =>
  make('w:drawing', {}, [
    make('wp:inline', {}, [
      make('wp:docPr', { descr: String(number) }),
      make('a:graphic', {}, [
        make('a:graphicData', {}, [
          make('pic:pic', {}, [
            make('pic:blipFill', {}, [make('a:blip', { 'r:embed': pictureRelation })]),
          ]),
        ]),
      ]),
    ]),
  ]);

/** All pictures point to one that is not there: mammoth only has to tell where they stand. */
export const pictureRelation = 'picture';
