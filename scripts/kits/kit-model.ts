/** What the files of a work kit say, apart from how Word and Excel lay it out. */

/** A kit as its scripts know it; its page, title and day stand in content/kits/{id}/index.mdx. */
export type Kit = { id: string; documents: readonly KitDocument[] };

/** A file of a kit, as data. */
export type KitDocument = WordDocument | ExcelDocument;

type OfEveryDocument = {
  /** The name of the file in the kit's folder. */
  file: string;
  title: string;
  /** The entries that this very document was drawn from, as content paths. */
  from: readonly string[];
  /** What has to be replaced, and how an institution finds what belongs there. */
  replace: readonly { mark: string; how: string }[];
  /** More than the usual to know before it is used. */
  cautions?: readonly string[];
};

/** A Word file of a kit. */
export type WordDocument = OfEveryDocument & {
  kind: 'word';
  /** Of what is to be used; what is told of it is in Japanese always. */
  language?: 'en';
  blocks: readonly Block[];
};

/** In any text, 「□」 becomes a box to tick and a line feed begins a new line. */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; align?: 'right' | 'center' }
  | { kind: 'small'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'steps'; items: readonly string[] }
  | { kind: 'fields'; rows: readonly FieldRow[] }
  | {
      kind: 'table';
      columns: readonly Column[];
      rows: readonly (readonly string[])[];
      blanks?: number;
    }
  | { kind: 'page' };

/** A label with what stands or is to be written beside it; `lines` of room where much is to be written. */
export type FieldRow = { label: string; value?: string; lines?: number };
/** A column of a table, with its share of the width. */
export type Column = { head: string; share: number };

/** A workbook of a kit. */
export type ExcelDocument = OfEveryDocument & { kind: 'excel'; sheets: readonly KitSheet[] };

/** One sheet of a workbook. */
export type KitSheet = {
  name: string;
  heading: string;
  /** What to do with the sheet, in a line or two under its heading. */
  notes: readonly string[];
  orientation: 'portrait' | 'landscape';
  columns: readonly SheetColumn[];
  rows: readonly (readonly SheetCell[])[];
  /** Of a row, in points. */
  leastHeight?: number;
  /** So many empty rows to write in follow the rows. */
  blanks?: number;
};

/** `choices` names the sheet and the column of the values to choose from. */
export type SheetColumn = {
  head: string;
  width: number;
  choices?: { sheet: string; column: number };
  format?: 'date' | 'percent';
};

/** A formula with what it gives while the rows to write in are empty. */
export type SheetCell = string | number | null | { formula: string; value: string | number };
