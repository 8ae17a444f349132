/**
 * Text on a page, seen from its own direction: `start` and `end` lie along the line, `depth` grows from line to line. So
 * vertical lines, which run down and follow each other to the left, are the same as horizontal ones.
 */
export type Run = {
  text: string;
  start: number;
  end: number;
  depth: number;
  /** Of its letters. */
  size: number;
  /** Which way it runs, as the two parts of a vector. */
  direction: string;
};
