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
  const pointAt = (place: number): Point => [data[place] ?? 0, data[place + 1] ?? 0];
  for (let place = 0; place < data.length; ) {
    const kind = data[place];
    if (kind === step.moveTo || kind === step.lineTo) {
      at = pointAt(place + 1);
      if (kind === step.moveTo) {
        outline = [];
        outlines.push(outline);
      }
      outline.push(moved(matrix, at));
      place += 3;
    } else if (kind === step.curveTo) {
      const [one, two, end] = [pointAt(place + 1), pointAt(place + 3), pointAt(place + 5)];
      for (let piece = 1; piece <= curvePieces; piece += 1)
        outline.push(moved(matrix, onCurve(at, one, two, end, piece / curvePieces)));
      at = end;
      place += 7;
    } else if (kind === step.quadraticCurveTo) {
      // As a cubic one (ISO 32000-2 knows no other; fonts do).
      const [control, end] = [pointAt(place + 1), pointAt(place + 3)];
      const [one, two] = [between(at, control, 2 / 3), between(end, control, 2 / 3)];
      for (let piece = 1; piece <= curvePieces; piece += 1)
        outline.push(moved(matrix, onCurve(at, one, two, end, piece / curvePieces)));
      at = end;
      place += 5;
    } else place += 1;
  }
  const box = boxAround(outlines.flat());
  if (!(box[0] <= box[2])) return null;
  const isBox = outlines.length === 1 && isUprightBox(outlines[0] as Point[]);
  return { box, outlines: isBox ? [] : outlines, evenOdd };
}

const between = (one: Point, other: Point, share: number): Point => [
  one[0] + (other[0] - one[0]) * share,
  one[1] + (other[1] - one[1]) * share,
];

/** A point of a Bézier curve, by Bernstein's polynomials; a page of drawings has hundred thousands. */
function onCurve(from: Point, one: Point, two: Point, to: Point, share: number): Point {
  const rest = 1 - share;
  const [a, b] = [rest * rest * rest, 3 * rest * rest * share];
  const [c, d] = [3 * rest * share * share, share * share * share];
  return [
    a * from[0] + b * one[0] + c * two[0] + d * to[0],
    a * from[1] + b * one[1] + c * two[1] + d * to[1],
  ];
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
