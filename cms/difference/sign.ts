import { isUnmarked, type Run } from './runs.ts';

/** What became of a field, a heading or a file: changed, come, gone, or only moved. */
export type Sign = '±' | '＋' | '−' | '⇅';

/** The sign of a change, from its runs; null where there is none. */
export const signOf = (runs: readonly Run[]): Sign | null => {
  const said = runs.filter(({ text }) => text.trim() !== '');
  const marked = said.filter((run) => !isUnmarked(run));
  if (marked.length === 0) return null;
  if (marked.every(({ move, inside }) => move !== undefined && inside === undefined)) return '⇅';
  if (said.every(({ kind }) => kind === 'added')) return '＋';
  if (said.every(({ kind }) => kind === 'removed')) return '−';
  return '±';
};
