import type { Change, Selected } from '../body/snippets.ts';

/** A box that is pasted into. */
export type PasteBox = {
  /** The text and the selection as they are when they are asked for. */
  selected(): Selected;
  /** Whether the person has gone on to another entry, and nothing can be put here any more. */
  isGone(): boolean;
  /** Changes the text as if it were typed, so that the browser's own undo takes it back. */
  type(change: Change): void;
  /**
   * Takes back what was typed last, and gives it again, as the browser's own undo and redo do: what was typed last on the
   * whole page, in whichever box.
   */
  undo(): void;
  redo(): void;
  /** How often something was typed on the page, or taken back. */
  edits(): number;
  select(from: number, to: number): void;
  /** The whole text of the entry: numbers of notes are free in all of it. */
  whole(): string;
  /** `section` in a practice, whose settled headings stand above all others; else `free`. */
  readonly headings: 'section' | 'free';
  readonly files: {
    names(): string[];
    /** @returns the name under which the text refers to it */
    add(file: File): string;
  };
  /** Says what became of a paste, until the next one. */
  tell(told: Told | null): void;
};

/** What is said of a paste. */
export type Told = {
  readonly sentences: readonly string[];
  /** Pastes the words alone: in the place of what was pasted, or, where nothing was, for the first time. */
  readonly plainly: { readonly label: string; paste(): void } | null;
};
