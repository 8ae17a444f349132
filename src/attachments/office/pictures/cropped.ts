import { childOf, type XmlElement } from '../xml-tree.ts';

/**
 * Less than so much of a side is no crop: Office itself cuts hairs off when it fits a picture into a frame of whole
 * points. No line of writing is lower than that.
 */
const leastCrop = 0.01;

/**
 * Whether a part of a picture is cut off from what is shown, and still in the file.
 * @param by the elements around the one that names the picture, from the outermost to that one
 */
export const isCropped = (by: readonly XmlElement[]): boolean => {
  const picture = by.at(-1);
  const fill = by.findLast(({ name }) => /:blipFill$/.test(name));
  return (
    (fill !== undefined &&
      (isCut(childOf(fill, 'a:srcRect')) || (isOverdrawn(fill) && !by.some(isFittedByItself)))) ||
    (picture !== undefined && /^v:(?:imagedata|fill)$/.test(picture.name) && isCutOlder(picture))
  );
};

/** What of a picture is shown, in parts of its width and height from the upper left corner. */
export type ShownPart = { left: number; top: number; right: number; bottom: number };

/**
 * The part of a picture that a use of it shows: what its `a:srcRect` leaves, where nothing else cuts it.
 * @param by as for isCropped
 */
export const shownPart = (by: readonly XmlElement[]): ShownPart | null => {
  const fill = by.findLast(({ name }) => /:blipFill$/.test(name));
  const source = childOf(fill ?? null, 'a:srcRect')?.attributes ?? {};
  if (!fill || isOverdrawn(fill)) return null;
  const [left = 0, top = 0, right = 0, bottom = 0] = ['l', 't', 'r', 'b'].map((side) =>
    partOf(source[side]),
  );
  return { left, top, right: 1 - right, bottom: 1 - bottom };
};

/** So many points of each side are looked at: a line of writing is no lower than what lies between two. */
const pointsOfSide = 100;

/** Whether parts of a picture are all of it together, as the halves of a long one on a slide are. */
export const areWhole = (parts: readonly ShownPart[]): boolean => {
  const middles = Array.from({ length: pointsOfSide }, (_, at) => (at + 0.5) / pointsOfSide);
  return middles.every((x) => {
    const there = parts.filter(({ left, right }) => left <= x && x <= right);
    return middles.every((y) => there.some(({ top, bottom }) => top <= y && y <= bottom));
  });
};

/** ECMA-376 part 1, 20.1.8.55: what is taken off each side; a negative part is room around the picture. */
export const isCut = (source: XmlElement | null): boolean =>
  ['l', 't', 'r', 'b'].some((side) => partOf(source?.attributes[side]) > leastCrop);

/** ECMA-376 part 1, 20.1.8.30: a picture that is drawn over the edges of its frame is cut off there. */
const isOverdrawn = (fill: XmlElement): boolean => {
  const sides = childOf(fill, 'a:stretch', 'a:fillRect')?.attributes ?? {};
  const parts = ['l', 't', 'r', 'b'].map((side) => partOf(sides[side]));
  const [left = 0, top = 0, right = 0, bottom = 0] = parts;
  const beyond = (part: number, whole: number) => part < 0 && -part / whole > leastCrop;
  const width = 1 - left - right;
  const height = 1 - top - bottom;
  return (
    beyond(left, width) || beyond(right, width) || beyond(top, height) || beyond(bottom, height)
  );
};

/** Behind a slide and in a diagram, Office lets a picture of another shape go over the edges by itself. */
const isFittedByItself = ({ name }: XmlElement): boolean =>
  name === 'p:bgPr' || name === 'a:bgFillStyleLst' || /^(?:dgm|dsp):/.test(name);

/** In thousandths of a percent, or with its sign in the strict form. */
const partOf = (written = '0'): number =>
  (written.endsWith('%') ? Number(written.slice(0, -1)) / 100 : Number(written) / 100_000) || 0;

/** ECMA-376 part 4, 19.1.2.11: parts of one, in 65536ths where an `f` stands behind. */
const isCutOlder = ({ attributes }: XmlElement): boolean =>
  ['cropleft', 'croptop', 'cropright', 'cropbottom'].some((side) => {
    const written = attributes[side] ?? '0';
    const part = Number.parseFloat(written);
    return (
      (/f$/i.test(written) ? part / 65_536 : /%$/.test(written) ? part / 100 : part) > leastCrop
    );
  });
