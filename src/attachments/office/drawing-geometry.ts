import { childOf, type XmlElement } from './xml-tree.ts';

/** Where a point of a shape lies on the slide: x' = ax + cy + e, y' = bx + dy + f; in EMU (914,400 to an inch). */
export type Placing = { a: number; b: number; c: number; d: number; e: number; f: number };
/** An upright rectangle, in EMU. */
export type Area = { left: number; top: number; right: number; bottom: number };

/** The slide itself. */
export const onSlide: Placing = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

const after = (outer: Placing, inner: Placing): Placing => ({
  a: outer.a * inner.a + outer.c * inner.b,
  b: outer.b * inner.a + outer.d * inner.b,
  c: outer.a * inner.c + outer.c * inner.d,
  d: outer.b * inner.c + outer.d * inner.d,
  e: outer.a * inner.e + outer.c * inner.f + outer.e,
  f: outer.b * inner.e + outer.d * inner.f + outer.f,
});

/** The two numbers of an element such as `a:off`; null where one is missing or no number. */
const pairOf = (
  holder: XmlElement | null,
  name: string,
  [first, second]: readonly [string, string],
): readonly [number, number] | null => {
  const { [first]: one, [second]: other } = childOf(holder, name)?.attributes ?? {};
  if (one === undefined || other === undefined) return null;
  const pair = [Number(one), Number(other)] as const;
  return pair.every(Number.isFinite) ? pair : null;
};

/** A size, and where something of that size lies. */
export type Placed = { placing: Placing; width: number; height: number };

/**
 * Where a shape lies, turned about its middle (ECMA-376 part 1, 20.1.7.6).
 * @param transform `a:xfrm` or `p:xfrm`
 * @param outer where the group that holds it lies
 */
export const placedBy = (transform: XmlElement | null, outer: Placing): Placed | null => {
  const offset = pairOf(transform, 'a:off', ['x', 'y']);
  const size = pairOf(transform, 'a:ext', ['cx', 'cy']);
  if (!offset || !size) return null;
  const [x, y] = offset;
  const [width, height] = size;
  const turn = ((Number(transform?.attributes['rot'] ?? 0) || 0) / 60_000 / 180) * Math.PI;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const turned: Placing = {
    a: cos,
    b: sin,
    c: -sin,
    d: cos,
    e: middleX - (cos * width - sin * height) / 2,
    f: middleY - (sin * width + cos * height) / 2,
  };
  return { placing: after(outer, turned), width, height };
};

/** Where the shapes of a group lie, which has measures of its own; null where it doesn't say. */
export const placingInGroup = (transform: XmlElement | null, outer: Placing): Placing | null => {
  const placed = placedBy(transform, outer);
  const offset = pairOf(transform, 'a:chOff', ['x', 'y']);
  const size = pairOf(transform, 'a:chExt', ['cx', 'cy']);
  if (!placed) return transform === null ? outer : null;
  if (!offset || !size) return null;
  const [across, down] = [scale(placed.width, size[0]), scale(placed.height, size[1])];
  return after(placed.placing, {
    a: across,
    b: 0,
    c: 0,
    d: down,
    e: -offset[0] * across,
    f: -offset[1] * down,
  });
};

const scale = (size: number, own: number): number => (own === 0 ? 1 : size / own);

/** The smallest upright rectangle around a part of a shape. */
export const areaOf = (placing: Placing, part: Area): Area => {
  const corners = [
    [part.left, part.top],
    [part.right, part.top],
    [part.left, part.bottom],
    [part.right, part.bottom],
  ].map(([x = 0, y = 0]) => [
    placing.a * x + placing.c * y + placing.e,
    placing.b * x + placing.d * y + placing.f,
  ]);
  const across = corners.map(([x = 0]) => x);
  const down = corners.map(([, y = 0]) => y);
  return {
    left: Math.min(...across),
    top: Math.min(...down),
    right: Math.max(...across),
    bottom: Math.max(...down),
  };
};

/** Whether a shape stands upright or on its side, so that its area is all its own. */
export const isUpright = ({ a, b, c, d }: Placing): boolean => {
  const most = Math.max(...[a, b, c, d].map(Math.abs));
  const isNone = (part: number) => Math.abs(part) < most * 1e-4;
  return (isNone(b) && isNone(c)) || (isNone(a) && isNone(d));
};

/** Whether two areas have anything in common. */
export const overlap = (one: Area, other: Area): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

/** Whether an area lies within another. @param slack so much may stand out at each side */
export const isWithin = (inner: Area, outer: Area, slack = 0): boolean =>
  inner.left >= outer.left - slack &&
  inner.right <= outer.right + slack &&
  inner.top >= outer.top - slack &&
  inner.bottom <= outer.bottom + slack;
