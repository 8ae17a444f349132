import { beginning } from '../../../src/attachments/office/beginning.ts';
import {
  type Block,
  type Cell,
  type Figure,
  type Heading,
  type Inline,
  plainWords,
} from './blocks.ts';
import { escapeAttribute, escapeLineStart } from './markdown-text.ts';
import type { Picture } from './pictures.ts';
import type { Losses } from './sentences.ts';
import type { ImportedFigure } from './word-import.ts';
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
  const writing: Writing = { losses, pictures, stored: new Map(), figures: [] };
  const parts = writeBlocks(blocks, writing);
  const written = notes.map((note, at) => {
    const [first = '', ...others] = writeBlocks(note, writing);
    // Other blocks belong to the note as far as they are set in under it.
    return [`[^${at + 1}]: ${first}`, ...others].join('\n\n').replace(/\n(?=[^\n])/g, '\n    ');
  });
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
      return [writeTable(block.rows, writing)];
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

const writeParagraph = (words: readonly Inline[], { losses }: Writing): string[] =>
  sentencesOf(words, losses).map((part) => lineStarts(writeLine(part, '\\\n', losses)));

const lineStarts = (text: string, margin = ''): string =>
  text
    .split('\n')
    .map((line) => escapeLineStart(line.trim()))
    .join(`\n${margin}`);

/** Cuts a paragraph that is too long for one line where a sentence ends. */
const sentencesOf = (words: readonly Inline[], losses: Losses): Inline[][] => {
  const parts: Inline[][] = [[]];
  let length = 0;
  for (const part of words) {
    const pieces =
      part.kind === 'words' && part.text.length > 500
        ? (part.text.match(/[^。．]*[。．]?/g) ?? []).filter((text) => text !== '')
        : [null];
    for (const piece of pieces) {
      const added = part.kind === 'words' ? (piece ?? part.text).length : 4;
      // Half of the room is for the signs that escaping adds.
      if (length > 0 && length + added > longestLine / 2) {
        parts.push([]);
        length = 0;
        losses.add('longParagraph', piece === null ? undefined : beginning(piece));
      }
      length += added;
      parts.at(-1)?.push(part.kind === 'words' && piece !== null ? { ...part, text: piece } : part);
    }
  }
  return parts;
};

/** Lists that follow each other have different marks in turn: by that Markdown tells one from the next. */
const writeLists = (items: readonly Item[], { losses }: Writing): string[] => {
  const lists: string[] = [];
  let lines: string[] = [];
  let last: Item | null = null;
  let other = false;
  /** The widths of the marks around an item, by its depth. */
  let open: { ordered: boolean; width: number; list: string; alternate: boolean }[] = [];
  for (const item of items) {
    const { depth, ordered, number, list } = item.place;
    const kept = open.slice(0, depth + 1);
    const level = Math.min(depth, kept.length);
    const same = kept[level];
    const continues = same !== undefined && same.ordered === ordered && same.list === list;
    if (!continues && level === 0 && last) {
      lists.push(lines.join('\n'));
      lines = [];
      other = !other;
    }
    const alternate = continues
      ? same.alternate
      : level === 0
        ? other
        : same !== undefined && !same.alternate;
    const mark = ordered ? `${number}${alternate ? ')' : '.'}` : alternate ? '*' : '-';
    const outer = kept.slice(0, level);
    const margin = ' '.repeat(outer.reduce((sum, { width }) => sum + width, 0));
    open = [...outer, { ordered, list, alternate, width: mark.length + 1 }];
    const inner = margin + ' '.repeat(mark.length + 1);
    lines.push(`${margin}${mark} ${lineStarts(writeLine(item.words, '\\\n', losses), inner)}`);
    last = item;
  }
  return [...lists, lines.join('\n')];
};

const writeTable = (rows: readonly Cell[][], { losses }: Writing): string => {
  const written = rows.map((row) =>
    row.map((cell) =>
      cell
        .map((line) => writeLine(line, '<br />', losses))
        .join('<br />')
        .replace(/\n/g, ' '),
    ),
  );
  const [head = [], ...others] = written.map((row) => `| ${row.join(' | ')} |`);
  const width = rows[0]?.length ?? 0;
  return [head, `|${' --- |'.repeat(width)}`, ...others].join('\n');
};

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
  const figure = { name, bytes: picture.bytes, alt: words || '代替テキストを書いてください' };
  writing.figures.push(figure);
  writing.stored.set(picture.bytes, figure);
  return figure;
};
