import type { ListPlace } from '../../../src/attachments/office/word/numbering.ts';
import type { Alignment } from './blocks.ts';

/** A document as mammoth reads it, and as a reader of another kind of document makes it: what blocks are made of. */
export type WordNode =
  | { type: 'paragraph'; styleId: string | null; children: WordNode[] }
  | {
      type: 'run';
      isBold: boolean;
      isItalic: boolean;
      isStrikethrough: boolean;
      verticalAlignment: 'baseline' | 'superscript' | 'subscript';
      children: WordNode[];
    }
  | { type: 'text'; value: string }
  | { type: 'tab' }
  | { type: 'break'; breakType: string }
  | { type: 'checkbox'; checked: boolean }
  | { type: 'hyperlink'; href?: string; anchor?: string; children: WordNode[] }
  | NoteReference
  | { type: 'image'; altText: string | null }
  | WordTable;
/** A sign in the text that points to a note. */
export type NoteReference = { type: 'noteReference'; noteType: string; noteId: string };
/** A table, row by row. */
export type WordTable = { type: 'table'; children: WordRow[] };
/** A row, cell by cell. */
export type WordRow = { type: 'tableRow'; children: WordCell[] };
/** A cell, and how many columns and rows it covers. */
export type WordCell = {
  type: 'tableCell';
  colSpan: number;
  rowSpan: number;
  children: WordNode[];
};

/** A document with its notes. */
export type WordTree = {
  children: WordNode[];
  /** The paragraphs of a footnote or endnote; null where the file has none of that number. */
  note(reference: NoteReference): WordNode[] | null;
  /** Whether there were symbols of a font that nobody knows. */
  hasUnknownSymbols: boolean;
};

/** What a paragraph is, beside its words. */
export type ParagraphFacts = {
  role: 'title' | 'caption' | 'text';
  /** 0 for the highest level of headings; null where the paragraph is none. */
  level: number | null;
  place: ListPlace | null;
  aligned: Alignment;
};

/**
 * Noncharacters around a word with its reading, which mammoth does not know. None can be in the file's own text:
 * it is cleaned of them on the way.
 */
export const rubyMarks = { begin: '\uFDE0', reading: '\uFDE1', end: '\uFDE2' } as const;
