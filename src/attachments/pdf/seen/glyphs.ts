import type { State } from './drawing-state.ts';
import type { Box } from './geometry.ts';

/** What pdf.js says of a font, and of one sign of it. */
export type Font = { vertical?: boolean; fontMatrix?: readonly number[]; isType3Font?: boolean };
/** A sign, in thousandths of its font. */
export type Glyph = {
  unicode?: string;
  width?: number;
  vmetric?: readonly number[];
  isSpace?: boolean;
};

/** Of the square of a letter, what lies above and below the line on which it stands. */
const above = 0.72;
const below = 0.12;

/**
 * Around a sign, from where it begins.
 * @param unit of its font
 * @returns with how far it goes down, in units of the font, where it stands below the one before
 */
export const boxOfGlyph = (
  { width = 0, vmetric = [] }: Glyph,
  { size, scale, rise }: State,
  { unit, isVertical }: { unit: number; isVertical: boolean },
): { box: Box; down: number } => {
  const [down = -1000, across = 500] = vmetric;
  const box: Box = isVertical
    ? [-across * unit * size, down * unit * size, (1000 - across) * unit * size, 0]
    : [0, rise - below * size, width * unit * size * scale, rise + above * size];
  return { box, down };
};
