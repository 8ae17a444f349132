import type { Run } from './run.ts';

const rightward = '1 0';
/** The direction of vertical lines. */
export const downward = '0 -1';

/** So many letters in a row, each below the one before, are a vertical line and no list. */
const fewest = 3;

/** From one letter of a vertical line to the next, in parts of their size: lines of a list stand farther apart. */
const pitch = { least: 0.75, most: 1.2 };

/** How far a letter may be beside the one above it, in parts of its size. */
const aside = 0.35;

/** Of a letter's square, what is above the line on which it would stand. */
const aboveBaseline = 0.88;

/**
 * Browsers and word processors draw a vertical line letter by letter, each upright below the one before. Gives such letters
 * the direction of their line; whatever else there is stays as it is.
 */
export function standUpright(runs: readonly Run[]): Run[] {
  const columns = columnsOf(runs.filter(({ text }) => text !== ''));
  return columns.flatMap((column, place) =>
    column.upright && (column.runs.length >= fewest || besideVertical(columns, place))
      ? column.runs.map(turnDown)
      : column.runs,
  );
}

/** Runs that stand one below the other; what cannot be part of a vertical line is alone in its column. */
type Column = { runs: Run[]; upright: boolean };

function columnsOf(runs: readonly Run[]): Column[] {
  const columns: Column[] = [];
  for (const run of runs) {
    const column = columns.at(-1);
    const above = column?.runs.at(-1);
    const upright = isOneSquare(run);
    if (column?.upright && upright && above && isBelow(above, run)) column.runs.push(run);
    else columns.push({ runs: [run], upright });
  }
  return columns;
}

/** One letter, or two or three figures, in the square of one. */
const isOneSquare = ({ text, start, end, size, direction }: Run): boolean =>
  direction === rightward && text.trim() !== '' && text.length <= 4 && end - start <= size * 1.35;

function isBelow(above: Run, run: Run): boolean {
  const step = (run.depth - above.depth) / run.size;
  return (
    Math.abs(middle(run) - middle(above)) <= run.size * aside &&
    step >= pitch.least &&
    step <= pitch.most
  );
}

/** Without what pdf.js adds for the space that follows. */
const middle = ({ start, end, size }: Run): number => start + Math.min(end - start, size) / 2;

/** A few letters before or after a vertical line are the rest of one: between Latin words, or on top of the next column. */
function besideVertical(columns: readonly Column[], place: number): boolean {
  const isVertical = (column: Column | undefined): boolean =>
    column !== undefined &&
    ((column.upright && column.runs.length >= fewest) || column.runs[0]?.direction === downward);
  return isVertical(columns[place - 1]) || isVertical(columns[place + 1]);
}

const turnDown = (run: Run): Run => {
  const top = run.depth - run.size * aboveBaseline;
  return { ...run, start: top, end: top + run.size, depth: -middle(run), direction: downward };
};
