import type { ListPlace } from '../../../src/attachments/office/word/numbering.ts';

/** Words with one look. */
export type Words = {
  kind: 'words';
  text: string;
  bold: boolean;
  italic: boolean;
  struck: boolean;
  /** Where they lead; null for plain words. */
  link: string | null;
  /** How they are read, in small letters above; null where nothing is written there. */
  reading: string | null;
};

/** What stands in a line of text. */
export type Inline =
  | Words
  | { kind: 'break' }
  /** A sign that points to a note, by the note's number in the order of the text. */
  | { kind: 'note'; number: number };

/** A picture with what stands under it. */
export type Figure = {
  kind: 'figure';
  /** The number of the picture among those of the file. */
  picture: number;
  caption: Inline[];
};

/** A cell as lines of words. */
export type Cell = Inline[][];

/** Where a line stands in its width: a title in the middle, a date or a sender at the end. */
export type Alignment = 'start' | 'centre' | 'end';

/** A paragraph, and what it is for. */
export type Paragraph = {
  kind: 'paragraph';
  words: Inline[];
  role: 'title' | 'caption' | 'text';
  aligned: Alignment;
};

/** A heading with its level. */
export type Heading = {
  kind: 'heading';
  words: Inline[];
  /** 0 for the highest; several documents begin with 1 or 2. */
  level: number;
  /** Whether it only looked like one. */
  guessed?: true;
};

/** What a document is made of, one below the other. */
export type Block =
  | Heading
  | Paragraph
  | { kind: 'item'; words: Inline[]; place: ListPlace }
  | { kind: 'table'; rows: Cell[][] }
  | { kind: 'box'; blocks: Block[] }
  | Figure;

/** The words of a line without their looks. */
export const plainWords = (line: readonly Inline[]): string =>
  line
    .map((part) => (part.kind === 'words' ? part.text : part.kind === 'break' ? ' ' : ''))
    .join('')
    .trim();

/** Whether a block is a paragraph of the text, and none of a caption or the like. */
export const isText = (block: Block | undefined): block is Paragraph =>
  block?.kind === 'paragraph' && block.role === 'text';

/** The lines of words, which breaks part. */
export const linesOf = (words: readonly Inline[]): Inline[][] => {
  const lines: Inline[][] = [[]];
  for (const part of words) {
    if (part.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(part);
  }
  return lines;
};

/** Words without any look. */
export const plainly = (text: string): Words => ({
  kind: 'words',
  text,
  bold: false,
  italic: false,
  struck: false,
  link: null,
  reading: null,
});
