/** What a set of slides says, apart from how it is drawn. */
export type Deck = {
  file: string;
  title: string;
  subtitle: string;
  /** The entries that it was drawn from, as content paths. */
  from: readonly string[];
  slides: readonly Slide[];
};

/** One slide of a deck. */
export type Slide = { heading: string; parts: readonly Part[] };

/** What may stand on a slide. */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** The words of a source, with who says them. */
  | { kind: 'quote'; text: string; by?: string }
  | { kind: 'columns'; columns: readonly { head: string; tone?: Tone; text: string }[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'bars'; caption: string; unit: string; whole: number; bars: readonly Bar[] }
  /** So many of ten, where a source says no more than a rough share. */
  | { kind: 'tenths'; caption: string; filled: number; label: string }
  | { kind: 'note'; text: string };

/** One bar of a chart of bars; ours stand out. */
export type Bar = { label: string; value: number; isOurs?: boolean };
/** Which theme words are about, and so their colour. */
export type Tone = 'coi' | 'tech';
