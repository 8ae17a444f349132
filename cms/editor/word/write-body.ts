import { beginning } from '../../../src/attachments/office/beginning.ts';
import {
  type Block,
  type Cell,
  type Figure,
  type Heading,
  type Inline,
  plainly,
  plainWords,
} from './blocks.ts';
import type { ImportedFigure } from './document-import.ts';
import { numberKept } from './list-numbers.ts';
import { escapeAttribute, escapeLineStart, escapeWords } from './markdown-text.ts';
import { missingAlt, type Picture } from './picture-file.ts';
import type { Losses } from './sentences.ts';
import { writeLine } from './write-line.ts';

/** A body as Markdown, and the pictures that it shows. */
export type Written = { body: string; figures: ImportedFigure[] };

/** A line that the check takes in one: it refuses 5,000 characters. */
const longestLine = 4500;

type Writing = {
  losses: Losses;
  pictures: readonly Picture[];
  /** By the bytes: a picture that stands twice in a text is stored once. */
  stored: Map<Uint8Array, ImportedFigure>;
  figures: ImportedFigure[];
  /** How the numbers of lists are written that stand in no other. */
  outermost: Set<'plain' | 'bracket'>;
};

/**
 * Writes blocks as the text of an entry.
 * @param blocks with headings whose level is the one of the page: 2, 3 or 4
 * @param notes the blocks of each note, which then stand at the end
 */
export const writeBody = (
  blocks: readonly Block[],
  notes: readonly Block[][],
  pictures: readonly Picture[],
  losses: Losses,
): Written => {
  const writing: Writing = {
    losses,
    pictures,
    stored: new Map(),
    figures: [],
    outermost: new Set(),
  };
  const parts = writeBlocks(blocks, writing);
  const written = notes.map((note, at) => {
    const [first = '', ...others] = writeBlocks(note, writing);
    // Other blocks belong to the note as far as they are set in under it.
    return [`[^${at + 1}]: ${first}`, ...others].join('\n\n').replace(/\n(?=[^\n])/g, '\n    ');
  });
  // On the page 2 and (2) look alike.
  if (writing.outermost.size > 1) losses.add('numberForms', '「(1)」');
  return { body: [...parts, ...written].join('\n\n'), figures: writing.figures };
};

const writeBlocks = (blocks: readonly Block[], writing: Writing): string[] => {
  const parts: string[] = [];
  let items: Item[] = [];
  const endList = () => {
    if (items.length > 0) parts.push(...writeLists(items, writing));
    items = [];
  };
  for (const block of blocks) {
    if (block.kind === 'item') {
      items.push(block);
      continue;
    }
    endList();
    parts.push(...writeBlock(block, writing));
  }
  endList();
  return parts;
};

type Item = Extract<Block, { kind: 'item' }>;

const writeBlock = (block: Exclude<Block, Item>, writing: Writing): string[] => {
  switch (block.kind) {
    case 'heading':
      return [writeHeading(block, writing)];
    case 'paragraph':
      return writeParagraph(block.words, writing);
    case 'table':
      return writeTable(block.rows, writing);
    case 'box':
      return [
        `<Callout kind="note">\n\n${writeBlocks(block.blocks, writing).join('\n\n')}\n\n</Callout>`,
      ];
    case 'figure':
      return [writeFigure(block, writing)];
  }
};

const writeHeading = ({ level, words }: Heading, { losses }: Writing): string => {
  // A heading is bold by itself.
  const plain = words.map((part) =>
    part.kind === 'words' ? { ...part, bold: false, italic: false, struck: false } : part,
  );
  const line = writeLine(plain, ' ', losses).replace(/#+$/, (signs) => signs.replace(/#/g, '\\#'));
  return `${'#'.repeat(level)} ${line}`;
};

const writeParagraph = (
  words: readonly Inline[],
  { losses }: Pick<Writing, 'losses'>,
  margin = '',
): string[] =>
  sentencesOf(words, losses).map((part) => lineStarts(writeLine(part, '\\\n', losses), margin));

const lineStarts = (text: string, margin = ''): string =>
  text
    .split('\n')
    // Blanks before the end of a line are seen by nobody.
    .map((line) => escapeLineStart(line.trim().replace(/\s+\\$/u, '\\')))
    .join(`\n${margin}`);

/** Cuts a paragraph that is too long for one line where a sentence ends, or, where none does, anywhere. */
const sentencesOf = (words: readonly Inline[], losses: Losses): Inline[][] => {
  const parts: Inline[][] = [[]];
  let length = 0;
  for (const piece of words.flatMap(piecesOf)) {
    const added = writtenLength(piece);
    if (length > 0 && length + added > longestLine) {
      parts.push([]);
      length = 0;
      losses.add('longParagraph', beginning(plainWords([piece])));
    }
    length += added;
    parts.at(-1)?.push(piece);
  }
  return parts;
};

const piecesOf = (part: Inline): Inline[] =>
  part.kind === 'words' && part.text.length > 500
    ? (part.text.match(/[\s\S]{1,500}[。．]|[\s\S]{1,500}/gu) ?? []).map((text) => ({
        ...part,
        text,
      }))
    : [part];

/** The characters that a part is written with, and its signs. */
const writtenLength = (part: Inline): number =>
  part.kind === 'words'
    ? escapeWords(part.text).length + (part.link?.length ?? 0) + (part.reading?.length ?? 0) + 30
    : 8;

/** A list that an item can go on with, or stand below. */
type OpenList = {
  /** That of the document. A list may begin on any level, as the items below 第1条 do. */
  depth: number;
  ordered: boolean;
  list: string;
  /** Of its last item. */
  number: number;
  alternate: boolean;
  /** Of the mark, by which what belongs to the item is set in. */
  width: number;
};

/** Lists that follow each other have different marks in turn: by that Markdown tells one from the next. */
const writeLists = (items: readonly Item[], { losses, outermost }: Writing): string[] => {
  const lists: string[] = [];
  let lines: string[] = [];
  /** From the outside in, each deeper than the one before. */
  let open: OpenList[] = [];
  for (const { words, place } of items) {
    const outer = open.filter(({ depth }) => depth < place.depth);
    const edge = ' '.repeat(outer.reduce((sum, { width }) => sum + width, 0));
    if (numberKept(place) === 'typed') {
      const typed = writeParagraph([plainly(`${place.shown}　`), ...words], { losses }, edge);
      if (outer.length === 0) {
        if (lines.length > 0) lists.push(lines.join('\n'));
        lists.push(...typed);
        lines = [];
      } else {
        // Below a list that stands in the item, a line would belong to that list.
        const follows = open.length === outer.length;
        const text = typed.join(`\n\n${edge}`);
        lines.push(follows ? `${lines.pop()}\\\n${edge}${text}` : `\n${edge}${text}`);
      }
      open = outer;
      continue;
    }
    // What stands on the same level of the page, whether or not it is as deep in the document.
    const before = open[outer.length];
    const continues = before !== undefined && goesOn(before, place);
    if (before && !continues && outer.length === 0) {
      lists.push(lines.join('\n'));
      lines = [];
    }
    if (outer.length === 0 && place.ordered) {
      outermost.add(/[)）]/.test(place.shown) ? 'bracket' : 'plain');
    }
    const alternate = before ? before.alternate !== !continues : false;
    const mark = markOf(place, alternate);
    const inner = edge + ' '.repeat(mark.length + 1);
    const paragraphs = writeParagraph(words, { losses }, inner);
    // Only a list that begins with 1 may follow a line of text (CommonMark 0.31.2, section 5.3).
    const gap = !before && outer.length > 0 && place.ordered && place.number !== 1 ? '\n' : '';
    lines.push(`${gap}${edge}${mark} ${paragraphs.join(`\n\n${inner}`)}`);
    open = [...outer, { ...place, alternate, width: mark.length + 1 }];
  }
  return lines.length > 0 ? [...lists, lines.join('\n')] : lists;
};

/** Markdown counts on by itself, so an item whose number does not follow begins a list. */
const goesOn = (last: OpenList, { depth, ordered, list, number }: Item['place']): boolean =>
  last.depth === depth &&
  last.ordered === ordered &&
  last.list === list &&
  (!ordered || number === last.number + 1);

const markOf = ({ ordered, number }: Item['place'], alternate: boolean): string =>
  ordered ? `${number}${alternate ? ')' : '.'}` : alternate ? '*' : '-';

const writeTable = (rows: readonly Cell[][], { losses }: Writing): string[] => {
  const [heads = [], ...others] = rows;
  const [head = '', ...lines] = [withoutBold(heads), ...others].map(
    (row) => `| ${row.map((cell) => writeCell(cell, losses)).join(' | ')} |`,
  );
  if ([head, ...lines].some(({ length }) => length > longestLine)) {
    losses.add('longTable', beginning(plainWords(heads.flat(2))));
    return rows.flatMap((row) => writeLongRow(row, losses));
  }
  return [[head, `|${' --- |'.repeat(heads.length)}`, ...lines].join('\n')];
};

const writeCell = (cell: Cell, losses: Losses): string =>
  cell
    .map((line) => writeLine(line, '<br />', losses))
    .join('<br />')
    .replace(/\n/g, ' ');

/** A row of headings is bold by itself. */
const withoutBold = (row: readonly Cell[]): Cell[] =>
  row.map((cell) =>
    cell.map((line) =>
      line.map((part) => (part.kind === 'words' ? { ...part, bold: false } : part)),
    ),
  );

/** Cell below cell, since Markdown has a row of a table in one line. */
const writeLongRow = (row: readonly Cell[], losses: Losses): string[] =>
  row
    .filter((cell, at) => cell !== row[at - 1])
    .flatMap((cell) => cell.flatMap((line) => writeParagraph(line, { losses })));

const writeFigure = ({ picture: number, caption }: Figure, writing: Writing): string => {
  const picture = writing.pictures[number];
  if (!picture) return '';
  const words = writeLine(caption, ' ', writing.losses);
  const figure = storedFigure(picture, wordsOfCaption(caption), writing);
  const alt = picture.alt || wordsOfCaption(caption) || figure.alt;
  const opening = `<Figure src="${figure.name}" alt="${escapeAttribute(alt)}"`;
  return words === '' ? `${opening} />` : `${opening}>\n  ${escapeLineStart(words)}\n</Figure>`;
};

/** 「図1　申請の流れ」 says 申請の流れ. */
const wordsOfCaption = (caption: readonly Inline[]): string =>
  plainWords(caption)
    .replace(/^図\s*[\d０-９\-－.．]*[\s　:：.．]*/u, '')
    .trim();

const storedFigure = (picture: Picture, caption: string, writing: Writing): ImportedFigure => {
  const known = writing.stored.get(picture.bytes);
  if (known) return known;
  const name = `図${writing.figures.length + 1}${picture.ending}`;
  const words = picture.alt || caption;
  if (words === '') writing.losses.add('noAlt', name);
  const figure = { name, bytes: picture.bytes, alt: words || missingAlt };
  writing.figures.push(figure);
  writing.stored.set(picture.bytes, figure);
  return figure;
};
