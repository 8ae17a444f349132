import { beginning } from '../../../src/attachments/office/beginning.ts';
import {
  type Block,
  type Cell,
  type Figure,
  type Inline,
  plainly,
  plainWords,
  type Words,
} from './blocks.ts';
import { letterLine, namesDocument } from './letter-lines.ts';
import { linkAddress } from './link-address.ts';
import { numberKept } from './list-numbers.ts';
import type { Losses } from './sentences.ts';
import {
  type NoteReference,
  type ParagraphFacts,
  rubyMarks,
  type WordCell,
  type WordNode,
  type WordTable,
  type WordTree,
} from './word-tree.ts';

/** The blocks of a document and of its notes. */
export type Built = {
  blocks: Block[];
  /** The notes in the order in which the text points to them; note 1 is the first. */
  notes: Block[][];
};

type Building = {
  tree: WordTree;
  paragraphs: readonly ParagraphFacts[];
  losses: Losses;
  notes: Block[][];
  /** The number of each note that was pointed to, by its kind and id in the file. */
  noteNumbers: Map<string, number>;
  /** The last words before, by which a person finds what says nothing itself. */
  before: string;
};

/**
 * Makes blocks of a document's tree. Lists, tables and figures are as the document has them; nothing is guessed yet.
 * @param paragraphs by the number that stands in the place of a paragraph's style
 */
export const buildBlocks = (
  tree: WordTree,
  paragraphs: readonly ParagraphFacts[],
  losses: Losses,
): Built => {
  const building: Building = {
    tree,
    paragraphs,
    losses,
    notes: [],
    noteNumbers: new Map(),
    before: '',
  };
  if (tree.hasUnknownSymbols) losses.add('symbol');
  const blocks = blocksOf(tree.children, building);
  return { blocks, notes: building.notes };
};

const textParagraph: ParagraphFacts = { role: 'text', level: null, place: null, aligned: 'start' };

const blocksOf = (nodes: readonly WordNode[], building: Building): Block[] =>
  nodes.flatMap((node): Block[] => {
    if (node.type === 'table') return tableBlocks(node, building);
    if (node.type !== 'paragraph') return [];
    const facts = building.paragraphs[Number(node.styleId)] ?? textParagraph;
    const { words, figures } = lineOf(node.children, building);
    return [...wordBlocks(words, facts, building), ...figures];
  });

const wordBlocks = (words: Inline[], facts: ParagraphFacts, building: Building): Block[] => {
  const { losses } = building;
  const text = plainWords(words);
  building.before = text || building.before;
  if (text === '' && !words.some(({ kind }) => kind === 'note')) return [];
  const { role, level, place, aligned } = facts;
  // A number that is a word, as 第1条, is a part of the text; one before a heading only counts.
  const numbered = place?.isWord ? [plainly(`${place.shown}　`), ...words] : words;
  if (level !== null) {
    if (place?.ordered && !place.isWord) losses.add('headingNumbers');
    return [{ kind: 'heading', words: numbered, level }];
  }
  if (place && !place.isWord) {
    if (numberKept(place) === 'other') losses.add('numberForms', `「${place.shown}」`);
    const marked = place.ordered || place.shown === '' ? words : [plainly(place.shown), ...words];
    return [{ kind: 'item', words: marked, place }];
  }
  return [{ kind: 'paragraph', words: numbered, role, aligned }];
};

type Line = { words: Inline[]; figures: Figure[] };
type Look = Pick<Words, 'bold' | 'italic' | 'struck' | 'link'> & {
  script: 'baseline' | 'superscript' | 'subscript';
};

const lineOf = (nodes: readonly WordNode[], building: Building): Line => {
  const line: Line = { words: [], figures: [] };
  const look: Look = { bold: false, italic: false, struck: false, link: null, script: 'baseline' };
  for (const node of nodes) gather(node, look, line, building);
  return line;
};

const gather = (node: WordNode, look: Look, line: Line, building: Building): void => {
  const add = (text: string) => line.words.push(...wordsOf(text, look, building.losses));
  switch (node.type) {
    case 'run': {
      const { isBold, isItalic, isStrikethrough, verticalAlignment } = node;
      const own = {
        ...look,
        bold: isBold,
        italic: isItalic,
        struck: isStrikethrough,
        script: verticalAlignment,
      };
      for (const child of node.children) gather(child, own, line, building);
      return;
    }
    case 'hyperlink': {
      const link = linkOf(node, building.losses);
      for (const child of node.children) gather(child, { ...look, link }, line, building);
      return;
    }
    case 'text':
      return void add(node.value);
    case 'tab':
      return void add(' ');
    case 'checkbox':
      return void add(node.checked ? '☑' : '☐');
    case 'break':
      return void line.words.push({ kind: 'break' });
    case 'noteReference': {
      const number = noteNumber(node, building);
      if (number === null) building.losses.add('noteMissing', beginning(plainWords(line.words)));
      else line.words.push({ kind: 'note', number });
      return;
    }
    case 'image':
      line.figures.push({ kind: 'figure', picture: Number(node.altText), caption: [] });
      return;
    default:
      return;
  }
};

const linkOf = (
  { href, anchor, children }: Extract<WordNode, { type: 'hyperlink' }>,
  losses: Losses,
): string | null => {
  const words = beginning(children.map(textOf).join(''));
  if (href === undefined || href.startsWith('#')) {
    // Word makes such a link for each line of an index, and for each reference to a figure.
    if (anchor !== undefined || href !== undefined) losses.add('bookmark', words);
    return null;
  }
  const address = linkAddress(href);
  if (address === null) losses.add('link', words);
  return address;
};

const textOf = (node: WordNode): string => {
  if (node.type === 'text') return node.value;
  return 'children' in node ? (node.children as WordNode[]).map(textOf).join('') : '';
};

const superscripts = new Map(
  [...'0123456789+-()n'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ'][at]]),
);
const subscripts = new Map(
  [...'0123456789+-()'].map((sign, at) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₍₎'][at]]),
);

/** Words of one run: readings are taken out of their marks, and small digits become signs of their own. */
const wordsOf = (text: string, { script, ...look }: Look, losses: Losses): Words[] => {
  const parts = text.split(new RegExp(`(${rubyMarks.begin}[^${rubyMarks.end}]*${rubyMarks.end})`));
  return parts
    .filter((part) => part !== '')
    .map((part): Words => {
      if (part.startsWith(rubyMarks.begin)) {
        const [base = '', reading = ''] = part.slice(1, -1).split(rubyMarks.reading);
        return { kind: 'words', ...look, text: base, reading: reading.trim() || null };
      }
      return { kind: 'words', ...look, text: scripted(part, script, losses), reading: null };
    });
};

const scripted = (text: string, script: Look['script'], losses: Losses): string => {
  if (script === 'baseline' || text.trim() === '') return text;
  const signs = script === 'superscript' ? superscripts : subscripts;
  const written = [...text].map((sign) => signs.get(sign));
  if (written.every((sign) => sign !== undefined)) return written.join('');
  losses.add('script', beginning(text));
  return text;
};

const noteNumber = (reference: NoteReference, building: Building): number | null => {
  const key = `${reference.noteType} ${reference.noteId}`;
  const known = building.noteNumbers.get(key);
  if (known !== undefined) return known;
  const body = building.tree.note(reference);
  if (!body) return null;
  const number = building.notes.push([]);
  building.noteNumbers.set(key, number);
  const blocks = blocksOf(body, building);
  if (blocks.length === 0) {
    blocks.push({
      kind: 'paragraph',
      words: [plainly('（注の内容なし）')],
      role: 'text',
      aligned: 'start',
    });
  }
  building.notes[number - 1] = blocks;
  return number;
};

const tableBlocks = (table: WordTable, building: Building): Block[] => {
  const only = table.children.length === 1 ? table.children[0] : undefined;
  if (only?.children.length === 1) return boxBlocks(only.children[0], building);

  const figures: Figure[] = [];
  const grid: Cell[][] = table.children.map(() => []);
  // A cell of the first row that goes down holds the rows beside it to be heads as well.
  const heads = Math.max(1, ...(table.children[0]?.children ?? []).map(({ rowSpan }) => rowSpan));
  let merged = false;
  for (const [y, row] of table.children.entries()) {
    let x = 0;
    for (const cell of row.children) {
      while (grid[y]?.[x]) x += 1;
      const lines = cellLines(cell.children, building, figures);
      // A note across all columns says nothing of each of them.
      const isRow = row.children.length === 1 && x === 0 && cell.colSpan > 1;
      merged ||= !isRow && isMerged(cell) && lines.length > 0;
      for (const [down, gridRow] of grid.slice(y, y + cell.rowSpan).entries()) {
        for (let right = 0; right < cell.colSpan; right += 1) {
          const isSaid = (right === 0 || (y < heads && !isRow)) && (down === 0 || isLabel(lines));
          gridRow[x + right] = isSaid ? lines : [];
        }
      }
      x += cell.colSpan;
    }
  }
  const title = titleRow(table);
  const width = Math.max(0, ...grid.map((row) => row.length));
  const rows = grid.map((row) => Array.from({ length: width }, (_none, x) => row[x] ?? []));
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  const [first, ...others] = filled;
  if (!first) {
    if (figures.length === 0) building.losses.add('emptyTable', placeAfter(building));
    return figures;
  }
  const near = beginning(plainWords((first.find((cell) => cell.length > 0) ?? []).flat()));
  if (title && others.length > 1) {
    building.losses.add('tableTitle', near);
    if (filled.length < rows.length) building.losses.add('emptyRows', near);
    const spansElsewhere = table.children.slice(1).some((row) => row.children.some(isMerged));
    if (spansElsewhere) building.losses.add('mergedCells', near);
    const words = (first[0] ?? []).flatMap((line, at) => (at > 0 ? [lineBreak, ...line] : line));
    return [
      { kind: 'paragraph', words, role: 'caption', aligned: 'centre' },
      { kind: 'table', rows: others },
      ...figures,
    ];
  }
  if (filled.length < rows.length) building.losses.add('emptyRows', near);
  else if (isForm(filled)) building.losses.add('form', near);
  if (merged) building.losses.add('mergedCells', near);
  return [{ kind: 'table', rows: filled }, ...figures];
};

/** Longer words are no name of the rows beside them, and are said once. */
const longestLabel = 20;
const isLabel = (lines: Cell): boolean =>
  lines.length <= 1 && plainWords(lines.flat()).length <= longestLabel;

const placeAfter = ({ before }: Building): string =>
  before === '' ? '文書の始め' : `${beginning(before)}の次`;

/** Cells that are left for somebody to write in: more than two, and a fourth of a table. */
const isForm = (rows: readonly Cell[][]): boolean => {
  const cells = rows.flat();
  const empty = cells.filter((cell) => cell.length === 0).length;
  return empty > 2 && empty * 4 >= cells.length;
};

const lineBreak: Inline = { kind: 'break' };
const isMerged = ({ colSpan, rowSpan }: WordCell): boolean => colSpan > 1 || rowSpan > 1;

/** Whether the first row is one cell across the whole table: its title. */
const titleRow = ({ children: [first, second] }: WordTable): boolean =>
  first?.children.length === 1 &&
  (first.children[0]?.colSpan ?? 1) > 1 &&
  (second?.children.length ?? 0) > 1;

const boxBlocks = (cell: WordCell | undefined, building: Building): Block[] => {
  const place = placeAfter(building);
  const blocks = blocksOf(cell?.children ?? [], building);
  if (blocks.length === 0) building.losses.add('emptyTable', place);
  const [only, ...more] = blocks;
  if (only?.kind === 'paragraph' && more.length === 0) {
    const text = plainWords(only.words);
    // A title is drawn into a box, and 「資料１」 at the top of a page.
    if (letterLine(text) !== null) return blocks;
    if (namesDocument(text)) return [{ ...only, aligned: 'centre' }];
  }
  const words = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'item');
  if (words.length === 0 || words.length < blocks.length) return blocks;
  const [first] = words;
  building.losses.add(
    'boxGuessed',
    first && 'words' in first ? beginning(plainWords(first.words)) : '',
  );
  return [{ kind: 'box', blocks }];
};

const cellLines = (nodes: readonly WordNode[], building: Building, figures: Figure[]): Cell =>
  nodes.flatMap((node): Cell => {
    if (node.type === 'table') {
      const lines = node.children.flatMap((row) => [
        row.children.flatMap((cell, at) => {
          const words = cellLines(cell.children, building, figures).flat();
          return at > 0 ? [plainly('／'), ...words] : words;
        }),
      ]);
      building.losses.add('nestedTable', beginning(plainWords(lines[0] ?? [])));
      return lines;
    }
    if (node.type !== 'paragraph') return [];
    const { place } = building.paragraphs[Number(node.styleId)] ?? textParagraph;
    const line = lineOf(node.children, building);
    figures.push(...line.figures);
    if (plainWords(line.words) === '' && line.words.every(({ kind }) => kind !== 'note')) return [];
    if (!place) return [line.words];
    building.losses.add('cellList', beginning(plainWords(line.words)));
    return [[plainly(place.shown === '' ? '・' : `${place.shown} `), ...line.words]];
  });
