import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { matrixOf } from './drawing-state.ts';
import { identity, type Matrix } from './geometry.ts';

/** What a picture is, by the number of its object: the copy without pictures says no more. */
export type Pictures = (number: number) => 'opaque' | 'with-holes' | 'mask';

/** A picture that an operation draws: where its square comes to lie, and its number where that is known. */
export type PaintedPicture = {
  inner: Matrix;
  what: 'picture' | 'mask';
  picture: number | null;
};

/** The pictures that an operation draws; pdf.js joins those that stand in a row into one operation. */
export function picturesOf(operation: number, args: unknown[], kinds: Pictures): PaintedPicture[] {
  const one = (inner: Matrix, what: 'picture' | 'mask', picture: number | null = null) => ({
    inner,
    what,
    picture,
  });
  const pairs = (positions: ArrayLike<number>): [number, number][] =>
    Array.from({ length: positions.length >> 1 }, (_, index) => [
      positions[2 * index] ?? 0,
      positions[2 * index + 1] ?? 0,
    ]);
  const transforms = (list: unknown): Matrix[] =>
    (list as { transform: number[] }[]).map(({ transform }) => matrixOf(transform));
  switch (operation) {
    case OPS.paintInlineImageXObject:
      return [one(identity, 'picture')];
    case OPS.paintImageXObject: {
      const picture = typeof args[1] === 'number' ? args[1] : null;
      const isMask = picture !== null && kinds(picture) === 'mask';
      return [one(identity, isMask ? 'mask' : 'picture', picture)];
    }
    case OPS.paintImageXObjectRepeat: {
      const [, across = 1, up = 1, positions = []] = args as [string, number, number, number[]];
      return pairs(positions).map(([x, y]) => one([across, 0, 0, up, x, y], 'picture'));
    }
    case OPS.paintInlineImageXObjectGroup:
      return transforms(args[1]).map((inner) => one(inner, 'picture'));
    case OPS.paintImageMaskXObject:
    case OPS.paintSolidColorImageMask:
      return [one(identity, 'mask')];
    case OPS.paintImageMaskXObjectGroup:
      return transforms(args[0]).map((inner) => one(inner, 'mask'));
    case OPS.paintImageMaskXObjectRepeat: {
      const [, a = 1, b = 0, c = 0, d = 1, positions = []] = args as [
        unknown,
        number,
        number,
        number,
        number,
        number[],
      ];
      return pairs(positions).map(([x, y]) => one([a, b, c, d, x, y], 'mask'));
    }
    default:
      return [];
  }
}

/** Whether a pattern, as pdf.js gives it, repeats a picture. */
export const isPatternOfPictures = ([kind, , operations]: unknown[]): boolean =>
  kind === 'TilingPattern' &&
  ((operations as { fnArray?: number[] } | undefined)?.fnArray ?? []).some((operation) =>
    pictures.has(operation),
  );

const pictures = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
]);
