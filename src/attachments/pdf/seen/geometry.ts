/** An affine transformation as ISO 32000-2, 8.3.3 writes it. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number];

export type Point = readonly [number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First the inner, then the outer transformation. */
export const times = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const moved = (matrix: Matrix, [x, y]: Point): Point => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

/** First a shift, then the outer transformation. */
export const shifted = (outer: Matrix, x: number, y: number): Matrix => [
  outer[0],
  outer[1],
  outer[2],
  outer[3],
  outer[0] * x + outer[2] * y + outer[4],
  outer[1] * x + outer[3] * y + outer[5],
];

/** The smallest upright box around a box that was moved; each letter of a page has one. */
export function boxOf([a, b, c, d, e, f]: Matrix, [left, bottom, right, top]: Box): Box {
  const [one, other] = [a * left, a * right];
  const [low, high] = [c * bottom, c * top];
  const [first, second] = [b * left, b * right];
  const [under, over] = [d * bottom, d * top];
  return [
    Math.min(one, other) + Math.min(low, high) + e,
    Math.min(first, second) + Math.min(under, over) + f,
    Math.max(one, other) + Math.max(low, high) + e,
    Math.max(first, second) + Math.max(under, over) + f,
  ];
}

/** The corners of a box, each moved. */
export const cornersOf = (matrix: Matrix, [left, bottom, right, top]: Box): Point[] =>
  [
    [left, bottom] as const,
    [right, bottom] as const,
    [right, top] as const,
    [left, top] as const,
  ].map((corner) => moved(matrix, corner));

/** The smallest upright box around points; empty where there are none. */
export function boxAround(points: readonly Point[]): Box {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    bottom = Math.min(bottom, y);
    right = Math.max(right, x);
    top = Math.max(top, y);
  }
  return [left, bottom, right, top];
}

export const overlapOf = (one: Box, other: Box): Box => [
  Math.max(one[0], other[0]),
  Math.max(one[1], other[1]),
  Math.min(one[2], other[2]),
  Math.min(one[3], other[3]),
];

/** Whether two boxes have nothing in common. */
export const isApart = (one: Box, other: Box): boolean =>
  one[2] < other[0] || one[0] > other[2] || one[3] < other[1] || one[1] > other[3];

export const areaOf = ([left, bottom, right, top]: Box): number =>
  Math.max(0, right - left) * Math.max(0, top - bottom);

export const holds = ([left, bottom, right, top]: Box, [x, y]: Point): boolean =>
  x >= left && x <= right && y >= bottom && y <= top;
