import type { EntryOfJourney, Person } from './move.ts';

/** A mark that somebody made, with what has to become of it. */
export type Mark = {
  readonly mark: string;
  /** The name of a file, which is stored only where the file is. */
  readonly isFile: boolean;
  readonly by: Person;
  readonly entry: EntryOfJourney;
  /** Taken away on purpose, or chosen against with both before one's eyes: nothing need become of it. */
  isDropped: boolean;
  /** It stood in the repository once: who may see the entry may have it before them still. */
  wasStored: boolean;
};

/** What was typed in a journey: who made which mark in which entry. Pure: it looks at no page and no repository. */
export type MarkBook = {
  made(mark: string, by: Person, entry: EntryOfJourney, isFile?: boolean): void;
  dropped(marks: readonly string[]): void;
  /** Whether a mark is of this journey. */
  isOwn(mark: string): boolean;
  /** How many marks were made. */
  count(): number;
  /** Learns what stands in the repository now. */
  stored(marks: ReadonlySet<string>): void;
  /**
   * Marks that are neither stored nor taken away: their own person has to get them back.
   * @param stored all marks that stand in the repository, and those of them that are names of files
   */
  outstanding(stored: { everywhere: ReadonlySet<string>; files: ReadonlySet<string> }): Mark[];
  /**
   * Marks that somebody sees though they are another's alone.
   * @param seen what a page shows
   * @param published for somebody who may see nothing else; null for who may see drafts
   */
  givenAway(
    seen: readonly string[],
    to: Person,
    published: ReadonlySet<string> | null,
  ): readonly Mark[];
};

export const createMarkBook = (): MarkBook => {
  const marks = new Map<string, Mark>();
  return {
    made: (mark, by, entry, isFile = false) =>
      void marks.set(mark, { mark, isFile, by, entry, isDropped: false, wasStored: false }),
    dropped(names) {
      for (const name of names) {
        const mark = marks.get(name);
        if (mark) mark.isDropped = true;
      }
    },
    isOwn: (mark) => marks.has(mark),
    count: () => marks.size,
    stored(names) {
      for (const mark of marks.values()) mark.wasStored ||= names.has(mark.mark);
    },
    outstanding: ({ everywhere, files }) =>
      [...marks.values()].filter(
        ({ mark, isDropped, isFile }) => !isDropped && !(isFile ? files : everywhere).has(mark),
      ),
    givenAway: (seen, to, published) =>
      seen
        .map((name) => marks.get(name))
        .filter((mark) => mark !== undefined)
        .filter(({ mark, by, wasStored }) =>
          by === to ? false : published ? !published.has(mark) : !wasStored,
        ),
  };
};
