import {
  type Box,
  boxAround,
  cornersOf,
  holds,
  type Matrix,
  moved,
  type Point,
} from './geometry.ts';

/** What a path surrounds. */
export type Region = {
  box: Box;
  /** Outlines; none where the region is its box. */
  outlines: readonly (readonly Point[])[];
  evenOdd: boolean;
};

/** A path of more points is a drawing, of which only the box counts for nothing. */
const mostPoints = 4000;

/** So many straight pieces stand for a curve. */
const curvePieces = 6;

/** How pdf.js writes a path down. */
const step = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;

export const regionOfBox = (box: Box): Region => ({ box, outlines: [], evenOdd: false });

/**
 * What a path surrounds, as pdf.js writes it down.
 * @returns null for one of too many points, or of none
 */
export function regionOf(data: ArrayLike<number>, matrix: Matrix, evenOdd: boolean): Region | null {
  if (data.length > 3 * mostPoints) return null;
  const outlines: Point[][] = [];
  let outline: Point[] = [];
  let at: Point = [0, 0];
  const number = (place: number): number => data[place] ?? 0;
  for (let place = 0; place < data.length; ) {
    const kind = data[place];
    if (kind === step.moveTo || kind === step.lineTo) {
      at = [number(place + 1), number(place + 2)];
      if (kind === step.moveTo) {
        outline = [];
        outlines.push(outline);
      }
      outline.push(moved(matrix, at));
      place += 3;
    } else if (kind === step.curveTo || kind === step.quadraticCurveTo) {
      const points = kind === step.curveTo ? 3 : 2;
      const control = [
        at,
        ...Array.from(
          { length: points },
          (_, index): Point => [number(place + 1 + 2 * index), number(place + 2 + 2 * index)],
        ),
      ];
      for (let piece = 1; piece <= curvePieces; piece += 1)
        outline.push(moved(matrix, onCurve(control, piece / curvePieces)));
      at = control.at(-1) as Point;
      place += 1 + 2 * points;
    } else place += 1;
  }
  const box = boxAround(outlines.flat());
  if (!(box[0] <= box[2])) return null;
  const isBox = outlines.length === 1 && isUprightBox(outlines[0] as Point[]);
  return { box, outlines: isBox ? [] : outlines, evenOdd };
}

/** De Casteljau's construction. */
function onCurve(control: readonly Point[], share: number): Point {
  let points = control;
  while (points.length > 1)
    points = points.slice(1).map((next, index): Point => {
      const before = points[index] as Point;
      return [before[0] + (next[0] - before[0]) * share, before[1] + (next[1] - before[1]) * share];
    });
  return points[0] as Point;
}

function isUprightBox(points: readonly Point[]): boolean {
  const [first, , third] = points;
  const closes = points.length === 5 && near(points[4] as Point, first as Point);
  if (!first || !third || (points.length !== 4 && !closes)) return false;
  return points
    .slice(0, 4)
    .every(
      ([x, y]) =>
        (Math.abs(x - first[0]) < 0.01 || Math.abs(x - third[0]) < 0.01) &&
        (Math.abs(y - first[1]) < 0.01 || Math.abs(y - third[1]) < 0.01),
    );
}

const near = (one: Point, other: Point): boolean =>
  Math.abs(one[0] - other[0]) < 0.01 && Math.abs(one[1] - other[1]) < 0.01;

/** Whether a region surrounds a point: by the winding of its outlines, or by how often they are crossed. */
export function surrounds({ box, outlines, evenOdd }: Region, point: Point): boolean {
  if (!holds(box, point)) return false;
  if (outlines.length === 0) return true;
  let winding = 0;
  let crossings = 0;
  for (const outline of outlines) {
    let before = outline.at(-1) as Point;
    for (const next of outline) {
      const up = before[1] <= point[1] && next[1] > point[1];
      const down = before[1] > point[1] && next[1] <= point[1];
      if (up || down) {
        const x =
          before[0] + ((point[1] - before[1]) / (next[1] - before[1])) * (next[0] - before[0]);
        if (x > point[0]) {
          crossings += 1;
          winding += up ? 1 : -1;
        }
      }
      before = next;
    }
  }
  return evenOdd ? crossings % 2 === 1 : winding !== 0;
}

/** The square that a matrix makes of the unit's, or of a box; upright ones are boxes. */
export function regionOfCorners(matrix: Matrix, box: Box = [0, 0, 1, 1]): Region {
  const corners = cornersOf(matrix, box);
  const isUpright =
    (Math.abs(matrix[1]) < 1e-6 && Math.abs(matrix[2]) < 1e-6) ||
    (Math.abs(matrix[0]) < 1e-6 && Math.abs(matrix[3]) < 1e-6);
  return { box: boxAround(corners), outlines: isUpright ? [] : [corners], evenOdd: false };
}

/**
 * What a thick straight line covers, as a marker does.
 * @returns null for any other path
 */
export function regionOfLine(
  data: ArrayLike<number>,
  width: number,
  matrix: Matrix,
): Region | null {
  if (data.length !== 6 || data[0] !== step.moveTo || data[3] !== step.lineTo) return null;
  const [x, y, toX, toY] = [data[1] ?? 0, data[2] ?? 0, data[4] ?? 0, data[5] ?? 0];
  const length = Math.hypot(toX - x, toY - y) || 1;
  const [aside, up] = [((y - toY) / length) * (width / 2), ((toX - x) / length) * (width / 2)];
  const corners = [
    [x + aside, y + up] as const,
    [toX + aside, toY + up] as const,
    [toX - aside, toY - up] as const,
    [x - aside, y - up] as const,
  ].map((corner) => moved(matrix, corner));
  return { box: boxAround(corners), outlines: [corners], evenOdd: false };
}
