/** A picture of a Word file, to be stored beside the entry under its name. */
export type ImportedFigure = { name: string; bytes: Uint8Array; alt: string };

/** What a Word file holds, as far as an entry can hold it. */
export type ReadDocument = {
  kind: 'read';
  /** Empty where the file has no title. */
  title: string;
  summary?: string;
  /** Markdown of the portal's own grammar, ready for the text of an entry. */
  body: string;
  figures: ImportedFigure[];
  /** What was left out, changed or guessed: Japanese sentences for the person who imports. */
  notKept: string[];
  /** What a person recognises the file by before taking it over. */
  contents: { headings: { depth: 2 | 3 | 4; text: string }[]; tables: number; footnotes: number };
};

/** A file that nothing is taken from: what stands in the way, where, and how to mend it in Word. */
export type RefusedDocument = { kind: 'refused'; reason: string };

/** What became of a file: read, or refused with the reason. */
export type DocumentImport = ReadDocument | RefusedDocument;

/** What the text is read for. */
export type ReadOptions = {
  /**
   * `practice`: the seven headings of practices are the only ones of the first level, each once and in their order.
   * `section`: a part of such a text, which stays in its own order.
   * `free`: any heading may be of the first level, for the other kinds of entry.
   */
  headings?: 'practice' | 'section' | 'free';
};
