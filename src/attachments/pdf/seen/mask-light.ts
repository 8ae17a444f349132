import type { Colour } from './drawing-state.ts';
import { areaOf, type Box, boxAround } from './geometry.ts';

/** What pdf.js says of a soft mask whose group begins. */
export type SoftMask = { subtype?: string; backdrop?: unknown; transferMap?: unknown };

/** Of each part of a colour: what is darker lets nothing through. */
const darkest = 8;

/**
 * Gathers what a soft mask lets through (ISO 32000-2, 11.5): by its opacity where something is drawn at all, by its
 * luminosity where that is not black.
 */
export class MaskLight {
  readonly #isOfLight: boolean;
  /** What is around the group, or is made of its values, may be light anywhere. */
  readonly #isUncertain: boolean;
  #box: Box | null = null;

  constructor({ subtype, backdrop, transferMap }: SoftMask) {
    this.#isOfLight = subtype === 'Luminosity';
    const parts = Array.isArray(backdrop) ? backdrop : [];
    this.#isUncertain = Boolean(transferMap) || parts.some((part) => part !== 0);
  }

  /** Something is drawn. @param colour null where it differs from place to place, or is not known */
  add(box: Box, colour: Colour): void {
    if (areaOf(box) === 0 || (this.#isOfLight && colour?.every((part) => part <= darkest))) return;
    this.#box = this.#box ? boxAround([cornersOf(this.#box), cornersOf(box)].flat()) : box;
  }

  /** Around all that is let through, of no size where nothing is; null where that can't be told. */
  get box(): Box | null {
    return this.#isUncertain ? null : (this.#box ?? [0, 0, 0, 0]);
  }
}

const cornersOf = ([left, bottom, right, top]: Box): [number, number][] => [
  [left, bottom],
  [right, top],
];
