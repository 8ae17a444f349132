import type { Run } from '../../difference/runs.ts';
import { isUnmarked } from '../../difference/runs.ts';
import type { PinnedNote } from '../../wire/note.ts';

/** A note with the number that it has on the screen. */
export type Numbered = PinnedNote & { readonly number: number };

/** Numbers the notes that are open and answer no other, in their order. */
export const numbered = (notes: readonly PinnedNote[]): Numbered[] =>
  notes
    .filter(({ isResolved, answers }) => !isResolved && answers === null)
    .map((note, index) => ({ ...note, number: index + 1 }));

/** Whether words still stand in a text, whatever blanks are between them. */
export const stands = (text: string, quote: string): boolean => flat(text).includes(flat(quote));

const flat = (text: string): string => text.replace(/\s+/gu, '');

/** A piece of a run, and the note that quotes it. */
export type Piece = {
  readonly run: Run;
  readonly text: string;
  readonly note: Numbered | null;
  /** The number is shown behind the last piece. */
  readonly isEnd: boolean;
};

/**
 * Cuts the runs of a line where notes quote its words. What is quoted is what the line says now; a quote that goes across
 * several runs marks each of them.
 */
export const piecesOf = (runs: readonly Run[], notes: readonly Numbered[]): Piece[] => {
  const saysNow = (run: Run) => run.kind !== 'removed';
  const now = runs
    .filter(saysNow)
    .map(({ text }) => text)
    .join('');
  const ranges = notes.flatMap((note) => {
    const quote = note.place?.quote;
    const at = quote ? now.indexOf(quote) : -1;
    return quote && at >= 0 ? [{ note, from: at, to: at + quote.length }] : [];
  });
  let at = 0;
  return runs.flatMap((run): Piece[] => {
    if (!saysNow(run)) return [{ run, text: run.text, note: null, isEnd: false }];
    const [from, to] = [at, at + run.text.length];
    at = to;
    // What was moved is shown whole, with its own marks inside.
    if (run.move !== undefined) return [{ run, text: run.text, note: null, isEnd: false }];
    const cuts = [...new Set([from, to, ...ranges.flatMap((range) => [range.from, range.to])])]
      .filter((cut) => cut >= from && cut <= to)
      .sort((one, other) => one - other);
    return cuts.slice(1).map((end, index) => {
      const begin = cuts[index] ?? from;
      const range = ranges.find((each) => each.from <= begin && end <= each.to);
      return {
        run,
        text: now.slice(begin, end),
        note: range?.note ?? null,
        isEnd: range?.to === end,
      };
    });
  });
};

/** Whether a run is shown without a mark of its own. */
export const isPlain = (run: Run): boolean => isUnmarked(run);
