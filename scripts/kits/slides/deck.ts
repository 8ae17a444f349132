/** What a set of slides says, apart from how it is drawn. */
export type Deck = {
  file: string;
  title: string;
  subtitle: string;
  /** The entries that it was drawn from, as content paths. */
  from: readonly string[];
  slides: readonly Slide[];
};

export type Slide = { heading: string; parts: readonly Part[] };

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

export type Bar = { label: string; value: number; isOurs?: boolean };
export type Tone = 'coi' | 'tech';
