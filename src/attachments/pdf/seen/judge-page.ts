import { AreaIndex, isLeftAt, isPaintedAt } from './area-index.ts';
import { areaOf, type Box, isApart, overlapOf, type Point } from './geometry.ts';
import type { PlacedArea, PlacedContent, PlacedLetter } from './placed-content.ts';

/** Why something on a page is not seen. */
export type Reason =
  | 'invisible'
  | 'like-background'
  | 'tiny'
  | 'more-than-drawn'
  | 'off-layer'
  | 'covered'
  | 'off-page'
  | 'beside-page';

/** Letters in a row that are not seen, for one reason. */
export type UnseenText = { text: string; reason: Reason };

/** What stands on a page and is not seen. */
export type PageJudgement = {
  texts: readonly UnseenText[];
  /** The numbers of pictures under something else, in a layer that is off, or off the page; those that are seen. */
  unseenPictures: readonly { picture: number; reason: Reason }[];
  seenPictures: readonly number[];
  /** Whether a box lies on the picture of a page that a scanner made: what is under it is still in the picture. */
  hasBoxOnScan: boolean;
  /** The letters that are seen, and those that stand for what a picture shows. */
  seen: string;
  /** Whether pictures are on the page, or so many shapes that they may be letters. */
  hasPictures: boolean;
};

/** In points: no reader sees letters of this size. */
const tiniest = 1;

/** How far colours may be apart, in each of their parts, and still look the same. */
const likeColour = 14;

/** Smaller pictures are lines, bullets and shades. */
const smallestPicture = 14;

/** Pictures that take this share of a page are a scan of it. */
const scanShare = 0.6;

/** Of the letters of a page with recognised text, so many are under its picture. */
const allUnder = 0.9;

/** So many shapes on a page without letters are letters that were turned into shapes. */
const shapesOfText = 40;

const white = [255, 255, 255] as const;

/**
 * Says what of a page its readers do not see, from where everything stands and what is drawn over it. Text that a scanner
 * recognised lies invisible over the picture of the page, or under it, and is seen there.
 * @param view what is seen of the page: its crop box
 * @param unit how many points the page's own unit is
 */
export function judgePage(
  { letters, areas }: PlacedContent,
  view: Box,
  unit: number,
): PageJudgement {
  const shown = areas.filter(({ isOff, isInvisible }) => !isOff && !isInvisible);
  const index = new AreaIndex(shown, view);
  const isScan = hasScan(shown, view);
  const underScan = isScan
    ? letters.filter((letter) => isUnder(letter, index, ({ what }) => what === 'picture'))
    : [];
  const isRecognised = underScan.length > 0 && underScan.length >= letters.length * allUnder;
  /** A scan does not cover what was recognised in it. */
  const covers = ({ what, region }: PlacedArea): boolean =>
    !(isRecognised && what === 'picture' && shareOf(region.box, view) > 0.02);

  const reasons = letters.map((letter) => reasonOf(letter, { index, view, unit, covers }));
  const pictures = judgePictures(areas, index, view);
  return {
    texts: rowsOf(letters, reasons),
    ...pictures,
    hasBoxOnScan: isScan && hasBoxOn(shown, letters, index, view),
    seen: letters
      .filter((_, place) => reasons[place] === null)
      .map(({ text }) => text)
      .join(''),
    hasPictures:
      shown.some(({ what }) => what === 'picture' || what === 'mask') ||
      shown.filter(({ what }) => what === 'fill' || what === 'stroke').length >= shapesOfText,
  };
}

type Sight = {
  index: AreaIndex;
  view: Box;
  unit: number;
  covers: (area: PlacedArea) => boolean;
};

function reasonOf(letter: PlacedLetter, { index, view, unit, covers }: Sight): Reason | null {
  if (letter.isOff) return 'off-layer';
  if (saysMoreThanDrawn(letter)) return 'more-than-drawn';
  const { box } = letter;
  if (!letter.isAnnotation) {
    if (isApart(box, view)) return 'beside-page';
    if (isCutAway(letter)) return 'off-page';
  }
  if (isUnder(letter, index, covers)) return 'covered';
  if (letter.isClip && !isPaintedLater(letter, index)) return 'invisible';
  if (letter.isInvisible) return isOverPicture(letter, index) ? null : 'invisible';
  if (letter.size * unit <= tiniest) return 'tiny';
  return isLikeBackground(letter, index) ? 'like-background' : null;
}

/** Of one sign that stands for several letters: ﬃ, ㌖, the name of a company in a square; only Arabic has longer ones. */
const mostOfOneSign = 8;

/** Whether a font says of one sign that it is a whole text. */
const saysMoreThanDrawn = ({ text }: PlacedLetter): boolean =>
  text.length > mostOfOneSign &&
  (text.match(/\p{L}/gu)?.length ?? 0) > mostOfOneSign &&
  !/\p{Script=Arabic}/u.test(text);

/** Whether a clip leaves nothing of a letter. */
const isCutAway = ({ box, clip }: PlacedLetter): boolean =>
  !isLeftAt(clip, middleOf(box)) &&
  !pointsOf(box).some((point) => isLeftAt(clip, point)) &&
  (clip.shapes.length > 0 || areaOf(overlapOf(box, clip.box)) <= areaOf(box) * 0.05);

const middleOf = ([left, bottom, right, top]: Box): Point => [
  (left + right) / 2,
  (bottom + top) / 2,
];

/** The middle of a letter, and four points around it. */
function pointsOf([left, bottom, right, top]: Box): Point[] {
  const at = (across: number, up: number): Point => [
    left + (right - left) * across,
    bottom + (top - bottom) * up,
  ];
  return [at(0.5, 0.5), at(0.2, 0.25), at(0.8, 0.25), at(0.2, 0.75), at(0.8, 0.75)];
}

/** Whether something opaque is drawn over every part of a letter later on. */
const isUnder = (
  { order, box }: PlacedLetter,
  index: AreaIndex,
  covers: (area: PlacedArea) => boolean,
): boolean => {
  const isCovered = (point: Point): boolean =>
    index
      .near(point)
      .some(
        (area) => area.order > order && area.isOpaque && covers(area) && isPaintedAt(area, point),
      );
  // Most letters are told by their middle.
  return isCovered(middleOf(box)) && pointsOf(box).every(isCovered);
};

/** Whether a picture, or lines that stand for writing, are where the letter is. */
const isOverPicture = ({ box }: PlacedLetter, index: AreaIndex): boolean => {
  const points = pointsOf(box);
  return points.some((point) =>
    index.near(point).some((area) => area.what !== 'fill' && isPaintedAt(area, point)),
  );
};

/** Whether anything is drawn where a letter was cut out. */
const isPaintedLater = ({ order, box }: PlacedLetter, index: AreaIndex): boolean =>
  pointsOf(box).some((point) => index.near(point).some((area) => area.order > order));

function isLikeBackground({ order, colour, box }: PlacedLetter, index: AreaIndex): boolean {
  if (colour === null) return false;
  const isAlike = (point: Point): boolean => {
    const behind = index
      .near(point)
      .findLast((area) => area.order < order && isPaintedAt(area, point));
    if (behind && (!behind.isOpaque || behind.colour === null)) return false;
    const ground = behind?.colour ?? white;
    return colour.every((part, place) => Math.abs(part - (ground[place] as number)) <= likeColour);
  };
  return isAlike(middleOf(box)) && pointsOf(box).every(isAlike);
}

/** In points: smaller boxes are ticks and lines, and those at the edge are what a scanner left. */
const boxOnScan = { width: 16, height: 7, fromEdge: 6 };

/** More letters than these are no page number and no stamp: the page was not made by a scanner. */
const mostStamped = 40;

/** Whether something black or white was laid on a scan, and nothing is written on it. */
function hasBoxOn(
  areas: readonly PlacedArea[],
  letters: readonly PlacedLetter[],
  index: AreaIndex,
  view: Box,
): boolean {
  const written = letters.filter(({ isInvisible, isOff }) => !isInvisible && !isOff);
  if (written.length > mostStamped) return false;
  return areas.some((area) => {
    const { box } = area.region;
    const { colour, order } = area;
    const isPlain =
      area.what === 'fill' &&
      area.isOpaque &&
      colour !== null &&
      (colour.every((part) => part < 40) || colour.every((part) => part > 245));
    const isInside =
      box[2] - box[0] >= boxOnScan.width &&
      box[3] - box[1] >= boxOnScan.height &&
      box[0] > view[0] + boxOnScan.fromEdge &&
      box[1] > view[1] + boxOnScan.fromEdge &&
      box[2] < view[2] - boxOnScan.fromEdge &&
      box[3] < view[3] - boxOnScan.fromEdge;
    if (!isPlain || !isInside) return false;
    const middle = middleOf(box);
    const around = index.near(middle).filter((one) => isPaintedAt(one, middle));
    return (
      around.some((one) => one.what === 'picture' && one.order < order) &&
      !around.some((one) => one.order > order) &&
      !written.some((letter) => letter.order > order && areaOf(overlapOf(letter.box, box)) > 0)
    );
  });
}

const shareOf = (box: Box, view: Box): number => areaOf(overlapOf(box, view)) / (areaOf(view) || 1);

/** Whether pictures take most of a page. */
const hasScan = (areas: readonly PlacedArea[], view: Box): boolean =>
  areas
    .filter(({ what }) => what === 'picture' || what === 'mask')
    .reduce((sum, { region }) => sum + shareOf(region.box, view), 0) >= scanShare;

/** What one library writes on every last page, for itself. */
const signOfLibrary = 'PoweredbyTCPDF(www.tcpdf.org)';

/** Letters of one line that are not seen, one after the other; two letters or a number of four figures say something. */
function rowsOf(
  letters: readonly PlacedLetter[],
  reasons: readonly (Reason | null)[],
): UnseenText[] {
  const rows: UnseenText[] = [];
  let last: { reason: Reason | null; box: Box } = { reason: null, box: [0, 0, 0, 0] };
  for (const [place, { text, box }] of letters.entries()) {
    const reason = reasons[place] ?? null;
    const row = rows.at(-1);
    if (reason !== null && row && last.reason === reason && isSameLine(last.box, box))
      row.text += text;
    else if (reason !== null) rows.push({ text, reason });
    last = { reason, box };
  }
  return rows.filter(
    ({ text, reason }) =>
      text !== signOfLibrary &&
      ((reason === 'off-layer' && /[\p{L}\p{N}]/u.test(text)) ||
        (text.match(/\p{L}/gu)?.length ?? 0) >= 2 ||
        /\p{N}(?:.?\p{N}){3}/u.test(text)),
  );
}

/** Across or down, letters of a line overlap. */
const isSameLine = (one: Box, other: Box): boolean => {
  const across = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  const down = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  return across >= (one[3] - one[1]) / 3 || down >= (one[2] - one[0]) / 3;
};

/** Which pictures with a number are seen, and which are not at all. */
function judgePictures(
  areas: readonly PlacedArea[],
  index: AreaIndex,
  view: Box,
): Pick<PageJudgement, 'unseenPictures' | 'seenPictures'> {
  const unseenPictures: { picture: number; reason: Reason }[] = [];
  const seenPictures: number[] = [];
  for (const area of areas) {
    if (area.what !== 'picture' || area.picture === null) continue;
    const reason = reasonOfPicture(area, index, view);
    if (reason === null) seenPictures.push(area.picture);
    else unseenPictures.push({ picture: area.picture, reason });
  }
  return { unseenPictures, seenPictures };
}

function reasonOfPicture(area: PlacedArea, index: AreaIndex, view: Box): Reason | null {
  const { box } = area.region;
  if (box[2] - box[0] < smallestPicture || box[3] - box[1] < smallestPicture) return null;
  if (area.isOff) return 'off-layer';
  if (area.isInvisible) return 'invisible';
  const left = overlapOf(box, overlapOf(view, area.clip.box));
  if (left[2] - left[0] < 1 || left[3] - left[1] < 1) return 'off-page';
  const points = gridOf(left).filter((point) => isPaintedAt(area, point));
  const isCovered =
    points.length > 0 &&
    points.every((point) =>
      index
        .near(point)
        .some((other) => other.order > area.order && other.isOpaque && isPaintedAt(other, point)),
    );
  return isCovered ? 'covered' : null;
}

/** Points all over a box, a little inside. */
const gridOf = ([left, bottom, right, top]: Box): Point[] =>
  [0.02, 0.25, 0.5, 0.75, 0.98].flatMap((across) =>
    [0.02, 0.25, 0.5, 0.75, 0.98].map(
      (up): Point => [left + (right - left) * across, bottom + (top - bottom) * up],
    ),
  );
