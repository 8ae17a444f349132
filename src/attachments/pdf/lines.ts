import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { repairLetters } from './repair-letters.ts';
import type { Run } from './run.ts';
import { writtenWithoutSpaces } from './scripts.ts';
import { downward, standUpright } from './stand-upright.ts';

/** How far off its line a run may be, in parts of its size: notes and formulas stand above and below it. */
const sameLine = 0.65;

/** How far back along the line a run may begin: fonts let letters overlap, and brackets take half their width. */
const overlap = 0.6;

/** What parts words, in parts of the size; letters of Japanese are set apart by less, beside Latin ones and in titles. */
const wordGap = 0.3;

/** How far the feet of Latin letters are from the middle of a vertical line, in parts of the size. */
const besideMiddle = 0.38;

/** The same letters drawn again this near are a way to make them look bold. */
const drawnAgain = 0.25;

/**
 * The lines of a page in the order in which the file writes them, letters repaired.
 * @param content what pdf.js extracts from the page
 */
export function linesOf({ items, styles }: TextContent): Run[] {
  const runs = items
    .filter((item): item is TextItem => 'str' in item)
    .map((item) => runOf(item, styles[item.fontName]?.vertical ?? false));
  const lines: Run[] = [];
  let spaced = false;
  let last: Run | undefined;
  for (const run of standUpright(runs)) {
    // Where lines end is told from where they stand: pdf.js also ends them at every upright letter.
    if (run.text.trim() === '') {
      spaced ||= run.text !== '';
      continue;
    }
    if (last && isDrawnAgain(last, run)) continue;
    const line = lines.at(-1);
    if (line && isOnLine(line, run)) append(line, run, spaced);
    else lines.push({ ...run });
    last = run;
    spaced = false;
  }
  return lines;
}

function runOf({ str, transform, width, height }: TextItem, vertical: boolean): Run {
  const [a, b, c, d, x, y] = transform as [number, number, number, number, number, number];
  // Vertical fonts run to where the feet of their letters are.
  const [dx, dy] = vertical ? unit(-c, -d) : unit(a, b);
  const direction = `${round(dx)} ${round(dy)}`;
  const size = Math.hypot(c, d) || Math.hypot(a, b) || 1;
  const start = x * dx + y * dy;
  return {
    text: repairLetters(str),
    start,
    end: start + (vertical ? height : width),
    // Letters of vertical fonts stand on the middle of their line; others that run down lie on their side beside it.
    depth: x * dy - y * dx - (direction === downward && !vertical ? size * besideMiddle : 0),
    size,
    direction,
  };
}

const unit = (x: number, y: number): [number, number] => {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
};

/** Scanned pages lie a little askew; adding zero makes of -0 what it is. */
const round = (value: number): number => Math.round(value * 20) / 20 + 0;

function isOnLine(line: Run, run: Run): boolean {
  const size = Math.max(line.size, run.size);
  return (
    run.direction === line.direction &&
    Math.abs(run.depth - line.depth) <= size * sameLine &&
    run.start >= line.end - size * overlap
  );
}

const isDrawnAgain = (last: Run, run: Run): boolean =>
  run.text === last.text &&
  Math.abs(run.start - last.start) <= run.size * drawnAgain &&
  Math.abs(run.depth - last.depth) <= run.size * drawnAgain;

/** @param spaced whether the file or pdf.js put a space before the run */
function append(line: Run, run: Run, spaced: boolean): void {
  const gap = run.start - line.end;
  const wide = gap > Math.max(line.size, run.size) * wordGap;
  const touching =
    writtenWithoutSpaces.test(line.text.slice(-1)) && writtenWithoutSpaces.test(run.text.charAt(0));
  const parted = /\s$/.test(line.text) || /^\s/.test(run.text);
  if (!parted && (wide || (spaced && !touching))) line.text += ' ';
  line.text += run.text;
  line.end = Math.max(line.end, run.end);
  // The letters of a line, not those of a note or a raised mark in it, say how large it is and where it stands.
  if (run.size > line.size) {
    line.size = run.size;
    line.depth = run.depth;
  }
}
