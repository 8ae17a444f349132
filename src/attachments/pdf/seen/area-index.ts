import { type Box, holds, type Point } from './geometry.ts';
import type { Clip, PlacedArea } from './placed-content.ts';
import { surrounds } from './region.ts';

/** The page is looked at in so many stripes. */
const stripes = 64;

/** Finds the areas at a point of a page, in the order in which they are drawn. */
export class AreaIndex {
  readonly #stripes: PlacedArea[][] = Array.from({ length: stripes }, () => []);
  readonly #view: Box;

  /** @param view what is seen of the page */
  constructor(areas: readonly PlacedArea[], view: Box) {
    this.#view = view;
    for (const area of areas) {
      const { box } = area.region;
      for (let at = this.#at(box[1]); at <= this.#at(box[3]); at += 1)
        this.#stripes[at]?.push(area);
    }
  }

  /** Those that may hold a point of this height; whether they do is to be asked. */
  near([, y]: Point): readonly PlacedArea[] {
    return this.#stripes[this.#at(y)] ?? [];
  }

  #at(y: number): number {
    const [, bottom, , top] = this.#view;
    const share = (y - bottom) / (top - bottom || 1);
    return Math.min(stripes - 1, Math.max(0, Math.floor(share * stripes)));
  }
}

/** Whether an area is painted at a point. */
export const isPaintedAt = ({ region, clip }: PlacedArea, point: Point): boolean =>
  surrounds(region, point) && isLeftAt(clip, point);

/** Whether a clip leaves a point to be seen. */
export const isLeftAt = ({ box, shapes }: Clip, point: Point): boolean =>
  holds(box, point) && shapes.every((shape) => surrounds(shape, point));
