/**
 * A stretch of a text and of an earlier version of it, in reading order. What is `same` and `removed` is the earlier text,
 * what is `same` and `added` the later one.
 */
export type Run = {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** What stands elsewhere in the other version: both ends of the way have the same number. */
  readonly move?: number;
  /** At the end of a way on which it was changed, too: how it differs from what was there. */
  readonly inside?: readonly Run[];
  /** The number of a step that has another number only because of its neighbours: no change that anybody made. */
  readonly isNumber?: true;
};

/** The earlier text, from runs. */
export const earlierText = (runs: readonly Run[]): string =>
  runs.map(({ kind, text }) => (kind === 'added' ? '' : text)).join('');

/** The later text, from runs. */
export const laterText = (runs: readonly Run[]): string =>
  runs.map(({ kind, text }) => (kind === 'removed' ? '' : text)).join('');

/** Whether there is no difference. */
export const isSame = (runs: readonly Run[]): boolean => runs.every(isUnmarked);

/** Whether a run is shown without a mark. */
export const isUnmarked = ({ kind, isNumber }: Run): boolean =>
  kind === 'same' || isNumber === true;

/** The same with neighbours of one kind joined, and nothing empty. What was moved stays by itself. */
export const joined = (runs: readonly Run[]): Run[] => {
  const out: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = out.at(-1);
    if (last && last.kind === run.kind && isPlain(last) && isPlain(run)) {
      out[out.length - 1] = { kind: run.kind, text: last.text + run.text };
    } else {
      out.push(run);
    }
  }
  return out;
};

const isPlain = ({ move, isNumber }: Run): boolean => move === undefined && isNumber !== true;

/**
 * Puts what was removed before what was added wherever nothing stands between them, so that each change reads as one.
 * Moved runs and numbers of steps stay where they are.
 */
export const inPairs = (runs: readonly Run[]): Run[] => {
  const out: Run[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    out.push({ kind: 'removed', text: removed }, { kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const run of runs) {
    if (run.kind === 'same' || !isPlain(run)) {
      flush();
      out.push(run);
    } else if (run.kind === 'removed') removed += run.text;
    else added += run.text;
  }
  flush();
  return joined(out);
};
