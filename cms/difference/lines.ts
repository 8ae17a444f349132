import { isUnmarked, joined, type Run } from './runs.ts';

/** One line of a compared text, as it is shown. */
export type Line = {
  readonly runs: readonly Run[];
  readonly isChanged: boolean;
};

/** Stands for a line break that was added or removed within what is still there. */
export const lineBreak = '↵';

/**
 * Runs as the lines that a reader sees; empty lines are left out. A break that came or went between words that stayed is
 * a change, and is shown as a sign.
 */
export const linesOf = (runs: readonly Run[]): Line[] => {
  const lines: Line[] = [];
  let line: Run[] = [];
  const end = () => {
    const said = joined(line);
    if (said.some(({ text }) => text.trim() !== '')) {
      lines.push({ runs: said, isChanged: !said.every(isUnmarked) });
    }
    line = [];
  };
  const has = (kinds: readonly Run['kind'][]) =>
    line.some(({ kind, text }) => kinds.includes(kind) && text.trim() !== '');
  const shown = withSameBreaks(runs.flatMap(atBreaks));
  shown.forEach((run, index) => {
    const [first = '', ...others] = run.text.split('\n');
    if (first !== '') line.push({ ...run, text: first, ...withoutEnd(run) });
    others.forEach((text, at) => {
      const isLast = others.slice(at).every((rest) => rest.trim() === '');
      const next = isLast ? shown.slice(index + 1).find(isSaid)?.kind : run.kind;
      if (
        run.kind === 'removed' &&
        has(['same', 'added']) &&
        next !== undefined &&
        next !== 'removed'
      ) {
        if (line.at(-1)?.text !== lineBreak) line.push({ kind: 'removed', text: lineBreak });
      } else {
        const isBetween = run.kind === 'added' && has(['same']) && next === 'same';
        if (isBetween) line.push({ kind: 'added', text: lineBreak });
        end();
      }
      if (text !== '') line.push({ kind: run.kind, text });
    });
  });
  end();
  return lines;
};

const isSaid = ({ text }: Run): boolean => text.trim() !== '';

/** Breaks by themselves, each with what it breaks after. What was moved is one line already. */
const atBreaks = (run: Run): Run[] =>
  run.move === undefined
    ? run.text
        .split(/(\n+)/)
        .filter(Boolean)
        .map((text) => ({ ...run, text }))
    : [run];

/** A break in the place of another, as of two lines in the place of one, parts the same words. */
const withSameBreaks = (runs: readonly Run[]): Run[] =>
  runs.flatMap((run, index): Run[] => {
    const [last, next] = [runs[index - 1], runs[index + 1]];
    if (run.kind === 'removed' && next?.kind === 'added' && isBreak(run) && isBreak(next))
      return [];
    const isAnswer =
      run.kind === 'added' && last?.kind === 'removed' && isBreak(run) && isBreak(last);
    return isAnswer ? [{ kind: 'same', text: run.text }] : [run];
  });

const isBreak = ({ text, move }: Run): boolean =>
  move === undefined && text.includes('\n') && text.trim() === '';

/** What was changed on the way of a moved line, without the line's end. */
const withoutEnd = ({ inside }: Run): Pick<Run, 'inside'> =>
  inside === undefined
    ? {}
    : { inside: joined(inside.map((run) => ({ ...run, text: run.text.replaceAll('\n', '') }))) };
