import { isUnmarked, type Run } from '../../difference/runs.ts';

/** Longer values are shown by what is around their changes. */
const mostLetters = 240;
/** So much of what did not change is shown on each side of a change. */
const around = 30;

/** Whether a value is too long to be shown whole where little of it changed. */
export const isLong = (runs: readonly Run[]): boolean =>
  runs.reduce((sum, { text }) => sum + text.length, 0) > mostLetters;

/** Runs without what lies far from any change; 「…」 stands for it. */
export const aroundChanges = (runs: readonly Run[]): Run[] =>
  runs.map((run, index) => {
    const letters = [...run.text];
    if (!isUnmarked(run) || letters.length <= 2 * around) return run;
    const before = index === 0 ? '' : letters.slice(0, around).join('');
    const after = index === runs.length - 1 ? '' : letters.slice(-around).join('');
    return { ...run, text: `${before}…${after}` };
  });
