import { type Box, identity, type Matrix } from './geometry.ts';
import type { Clip } from './placed-content.ts';

/** Blend modes that pdf.js names after those of canvases. */
export const plainBlend = 'source-over';

/** Red, green and blue; null where it is not one colour. */
export type Colour = readonly [number, number, number] | null;

/** What the text of a page changes and restores, ISO 32000-2, 8.4 and 9.3. */
export type State = {
  matrix: Matrix;
  clip: Clip;
  colour: Colour;
  isPattern: boolean;
  isPatternOfPictures: boolean;
  alpha: number;
  /** Of the groups around. */
  groupAlpha: number;
  blend: string;
  /** In a soft mask's hands: what shows is not known. */
  isMasked: boolean;
  /** What that mask lets through at the most; null where there is none, or where that can't be told. */
  light: Box | null;
  lineWidth: number;
  strokeColour: Colour;
  strokeAlpha: number;
  font: string;
  size: number;
  mode: number;
  rise: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
};

const everywhere: Box = [-1e7, -1e7, 1e7, 1e7];

/** As at the beginning of a page and of an annotation. */
export const initialState = (): State => ({
  matrix: identity,
  clip: { box: everywhere, shapes: [], isUncertain: false },
  colour: [0, 0, 0],
  isPattern: false,
  isPatternOfPictures: false,
  alpha: 1,
  groupAlpha: 1,
  blend: plainBlend,
  isMasked: false,
  light: null,
  lineWidth: 1,
  strokeColour: [0, 0, 0],
  strokeAlpha: 1,
  font: '',
  size: 0,
  mode: 0,
  rise: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
});

/** Six numbers as pdf.js gives them. */
export const matrixOf = (values: ArrayLike<unknown>): Matrix => {
  const at = (index: number): number => (typeof values[index] === 'number' ? values[index] : 0);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
};

/** Of what pdf.js gives for one: #rrggbb. */
export const colourOf = (value: unknown): Colour => {
  const digits = typeof value === 'string' ? /^#([0-9a-f]{6})$/i.exec(value)?.[1] : undefined;
  if (!digits) return null;
  const number = Number.parseInt(digits, 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
};

/** The smaller of how high and how wide they are: what is pressed flat is read by nobody. */
export const sizeOfLetters = ({ size, scale }: State, matrix: Matrix): number =>
  Math.abs(size) *
  Math.min(Math.hypot(matrix[2], matrix[3]), Math.hypot(matrix[0], matrix[1]) * Math.abs(scale));

/** Letters are filled, lined, both, or neither (9.3.6); null where more than one colour draws them. */
export const colourOfLetters = ({
  mode,
  isPattern,
  colour,
  strokeColour,
}: State): State['colour'] => {
  if (mode === 1 || mode === 5) return strokeColour;
  return isPattern || mode === 2 || mode === 6 || mode === 7 ? null : colour;
};
