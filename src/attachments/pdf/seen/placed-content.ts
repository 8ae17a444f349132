import type { Box } from './geometry.ts';
import type { Region } from './region.ts';

/** What a page shows, each with the place where it stands; `order` grows with what is drawn later, over the rest. */
export type PlacedContent = { letters: readonly PlacedLetter[]; areas: readonly PlacedArea[] };

/** One letter, or what a font draws as one sign. */
export type PlacedLetter = {
  order: number;
  text: string;
  /** Around the letter as its font has it, in the space of the page; the height is that of usual letters. */
  box: Box;
  /** Of the letters of its font, in points. */
  size: number;
  /** Red, green, blue, 0 to 255; null where it is painted with a pattern. */
  colour: readonly [number, number, number] | null;
  /** Drawn in no way: by its rendering mode, or as transparent as glass. */
  isInvisible: boolean;
  /** It draws nothing, and cuts out what is drawn behind it. */
  isClip: boolean;
  /** In a layer that is turned off. */
  isOff: boolean;
  /** What is left to be seen of the page where it is drawn. */
  clip: Clip;
  /** Of an annotation: what is too long for a field can be scrolled. */
  isAnnotation: boolean;
};

/** What may be seen of what is drawn: all of these hold. */
export type Clip = {
  box: Box;
  /** Other shapes than upright boxes. */
  shapes: readonly Region[];
  /** It is also cut by something of which the shape is not known: by letters, a mask. */
  isUncertain: boolean;
};

/** A shape that is filled, or a picture. */
export type PlacedArea = {
  order: number;
  region: Region;
  clip: Clip;
  /** Nothing of what lies under it is seen. */
  isOpaque: boolean;
  /** What it is filled with; null where that differs from place to place, or is not known. */
  colour: readonly [number, number, number] | null;
  what: 'fill' | 'picture' | 'mask' | 'stroke';
  /** The number of a picture's object; null for one in the text of the page. */
  picture: number | null;
  isOff: boolean;
  /** A picture as transparent as glass. */
  isInvisible: boolean;
  /** Of an annotation, which lies on the page. */
  isAnnotation: boolean;
};
