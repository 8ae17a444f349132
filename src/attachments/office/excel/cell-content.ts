import { UnreadablePackage } from '../open-package.ts';
import type { CellFormats } from './cell-formats.ts';
import { numberText, showsNothing, textInFormat } from './number-format.ts';
import { type SharedStrings, type TextRun, unescaped } from './shared-strings.ts';

/** What the numbers in cells mean. */
export type ContentContext = {
  strings: readonly string[];
  /** The runs of those texts whose letters are not all alike, by their numbers. */
  runs: SharedStrings['runs'];
  /** Which of the shared texts a cell has pointed to so far; 1 for those. */
  usedStrings: Uint8Array;
  formats: CellFormats;
  date1904: boolean;
};

/** A cell as its sheet writes it. */
export type WrittenCell = {
  style: number;
  type: string;
  value: string;
  runs: readonly TextRun[] | null;
};

/** What a reader sees in a cell. */
export type ShownCell = { column: number; text: string; style: number };

/** What a cell holds, and what of it a reader sees. */
export type CellContent = {
  held: string;
  text: string;
  /** Whether it is a text, and not a number or the like. */
  isText: boolean;
  /** The runs of a text whose letters are not all alike. */
  runs: readonly TextRun[] | null;
};

/** @throws {UnreadablePackage} where it points to a text that is not there */
export const contentOf = (cell: WrittenCell, context: ContentContext): CellContent => {
  const { type, value, style } = cell;
  const code = context.formats(style);
  const asText = (held: string, runs: readonly TextRun[] | null): CellContent => ({
    held,
    text: textInFormat(held, code),
    isText: true,
    runs,
  });
  const asOther = (text: string): CellContent => ({ held: value, text, isText: false, runs: null });
  switch (type) {
    case 's': {
      if (value === '') return asText('', null);
      const at = Number(value);
      const held = context.strings[at];
      if (held === undefined) throw new UnreadablePackage('damaged');
      context.usedStrings[at] = 1;
      return asText(held, context.runs.get(at) ?? null);
    }
    case 'str':
      return asText(unescaped(value), null);
    case 'inlineStr':
      return asText(value, cell.runs);
    case 'b':
      return asOther(showsNothing(code) ? '' : value === '1' ? 'TRUE' : 'FALSE');
    case 'e':
    case 'd':
      return asOther(value);
    default: {
      const number = Number(value);
      const isNumber = value.trim() !== '' && !Number.isNaN(number);
      return asOther(isNumber ? numberText(number, code, context.date1904) : value);
    }
  }
};
