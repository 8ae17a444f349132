import { diffArrays } from 'diff';
import { joined, type Run } from './runs.ts';

/**
 * Counts what a comparison costs, so that a test can hold a bound that no machine changes. What is over the budget is
 * shown as replaced, whole.
 */
export type Meter = { steps: number };

/** So many comparisons of two parts, beyond which a text is told as wholly new: about a second. */
export const mostSteps = 30_000_000;
/** So many parts may be removed and added in one list. */
const mostEdits = 4000;
/** Ends what would take long on a slow machine, too. */
const mostMilliseconds = 2000;

/** Makes the meter of one comparison. */
export const newMeter = (): Meter => ({ steps: 0 });

/**
 * What of two lists is the same, in order: stretches that only one of them has, or both. Of what is `same`, both lists have
 * as many parts.
 */
export type Stretch = {
  readonly kind: Run['kind'];
  readonly before: readonly string[];
  readonly after: readonly string[];
};

/**
 * Compares two lists. Where that would take too long, everything is replaced.
 * @param keyOf what of a part has to be the same; all of it, where it is left out
 */
export const compareLists = (
  before: readonly string[],
  after: readonly string[],
  meter: Meter,
  keyOf: (part: string) => string = (part) => part,
): Stretch[] => {
  const found =
    meter.steps > mostSteps
      ? undefined
      : diffArrays(before.map(keyOf), after.map(keyOf), {
          timeout: mostMilliseconds,
          maxEditLength: mostEdits,
          comparator: (one, other) => {
            meter.steps += 1;
            return one === other;
          },
        });
  if (!found) {
    return [
      { kind: 'removed' as const, before, after: [] },
      { kind: 'added' as const, before: [], after },
    ].filter((stretch) => stretch.before.length + stretch.after.length > 0);
  }
  let [gone, come] = [0, 0];
  return found.map(({ added, removed, count }) => {
    const stretch = {
      kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
      before: added ? [] : before.slice(gone, gone + count),
      after: removed ? [] : after.slice(come, come + count),
    };
    gone += stretch.before.length;
    come += stretch.after.length;
    return stretch;
  });
};

/** The same as runs of text. */
export const compareParts = (
  before: readonly string[],
  after: readonly string[],
  meter: Meter,
): Run[] =>
  joined(
    compareLists(before, after, meter).map(({ kind, ...parts }) => ({
      kind,
      text: parts[kind === 'removed' ? 'before' : 'after'].join(''),
    })),
  );
