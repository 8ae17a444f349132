import type { FindingKind } from '../reading.ts';
import {
  isNoPaint,
  isPlainColour,
  isWhite,
  type Looks,
  looksOf,
  plainLooks,
  rulesOf,
  type SheetRules,
} from './looks.ts';
import { type SvgElement, svgNamespace, walkSvg } from './walk-svg.ts';
import { words } from './words.ts';

/** Where words or pictures are that nobody sees. */
export type Unseen = { kind: FindingKind; place: string };

/** Below this share nothing is seen any more. */
const leastOpacity = 0.05;
/** A letter of less than this share of the drawing's height is no letter to anybody. */
const leastLetter = 1 / 1000;

/** So many words are held against each box that follows. */
const mostCovered = 2_000;

/** What paints something, and may lie behind white letters. */
const painting = new Set(['path', 'rect', 'circle', 'ellipse', 'polygon', 'image', 'use']);
/** What is drawn only where something refers to it. */
const storing = new Set(['defs', 'symbol', 'clipPath', 'mask', 'marker', 'pattern']);

/** Where a box lies, in the drawing's own units. */
type Box = { left: number; top: number; right: number; bottom: number };
type Open = {
  looks: Looks;
  isDrawing: boolean;
  name: string;
  /** The name of the nearest element around that is drawn only where it is referred to, and the names in between. */
  stored: readonly string[] | null;
  /** Where its letters begin. */
  at: { x: number; y: number } | null;
};

/**
 * Finds words in a drawing that are in its file and not to be seen: switched off, transparent, white on white, outside of
 * it, under a box, in a part that is used nowhere; and pictures that are switched off. What can't be told is seen.
 */
export const unseenIn = (xml: string): readonly Unseen[] => {
  const found: Unseen[] = [];
  const rules = rulesOf(sheetsOf(xml));
  const referredTo = new Set(
    [...xml.matchAll(/(?:href\s*=\s*["']|url\(\s*["']?)#([^"')\s]+)/g)].map(([, id]) => id ?? ''),
  );
  const open: Open[] = [];
  /** Words that a box may yet cover, by where they lie. */
  const drawn: Box[] = [];
  let canvas: Box | null = null;
  let isPainted = false;
  let letters = '';

  const settle = () => {
    const text = letters.trim();
    letters = '';
    const holder = open.at(-1);
    if (text === '' || !holder || !isText(open)) return;
    const unseen = unseenLooks(holder, { canvas, isPainted, text });
    if (unseen) found.push(unseen);
    else if (holder.stored && !holder.stored.some((id) => referredTo.has(id))) {
      found.push({ kind: 'hidden-text', place: words.unused });
    } else if (
      holder.at &&
      holder.looks.fontSize !== null &&
      !holder.looks.isMoved &&
      drawn.length < mostCovered
    ) {
      drawn.push(boxOf(text, holder.at, holder.looks.fontSize));
    }
  };

  walkSvg(xml, {
    open(element) {
      settle();
      const one = openedBy(element, open.at(-1), rules);
      if (open.length === 0) canvas = canvasOf(element);
      open.push(one);
      if (!one.isDrawing || one.stored) return;
      if (element.name === 'image' && (one.looks.isOff || one.looks.isInvisible)) {
        found.push({ kind: 'covered-content', place: words.switchedOff });
      }
      if (painting.has(element.name) && isSeenPaint(element.name, one.looks)) isPainted = true;
      if (element.name === 'rect') {
        const box = opaqueBox(element, one.looks);
        if (box && drawn.some((other) => isWithin(other, box))) {
          found.push({ kind: 'covered-content', place: words.covered });
        }
      }
    },
    text(piece) {
      letters += piece;
    },
    close() {
      settle();
      open.pop();
    },
    aside() {},
  });
  return found;
};

/** All style sheets of a drawing, one after the other. */
const sheetsOf = (xml: string): string => {
  let sheets = '';
  let isInSheet = false;
  walkSvg(xml, {
    open({ name }) {
      isInSheet = name === 'style';
    },
    text(piece) {
      if (isInSheet) sheets += piece;
    },
    close() {
      isInSheet = false;
    },
    aside() {},
  });
  return sheets;
};

const isText = (open: readonly Open[]): boolean =>
  open.some(({ isDrawing, name }) => isDrawing && name === 'text');

const openedBy = (element: SvgElement, around: Open | undefined, rules: SheetRules): Open => {
  const isDrawing = element.namespace === svgNamespace;
  const id = given(element, 'id');
  const named = id === undefined ? [] : [id];
  const isStoring = isDrawing && storing.has(element.name);
  const stored = around?.stored ? [...around.stored, ...named] : isStoring ? named : null;
  const x = numberOf(element, 'x');
  const y = numberOf(element, 'y');
  const at = around?.at ?? null;
  const isLetters = element.name === 'text' || element.name === 'tspan';
  return {
    looks: looksOf(element, around?.looks ?? plainLooks, rules),
    isDrawing,
    name: element.name,
    stored,
    at: isLetters ? { x: x ?? at?.x ?? 0, y: y ?? at?.y ?? 0 } : at,
  };
};

const unseenLooks = (
  { looks, at, stored }: Open,
  { canvas, isPainted, text }: { canvas: Box | null; isPainted: boolean; text: string },
): Unseen | null => {
  const hidden = (place: string): Unseen => ({ kind: 'hidden-text', place });
  if (looks.isOff || looks.isInvisible) return hidden(words.switchedOff);
  const isStroked = !isNoPaint(looks.stroke);
  const isFilled = !isNoPaint(looks.fill) && looks.fillOpacity > leastOpacity;
  if (looks.opacity <= leastOpacity || (!isFilled && !isStroked)) return hidden(words.transparent);
  if (isWhite(looks.fill) && !isStroked && !isPainted && !stored) return hidden(words.white);
  if (looks.fontSize === 0) return hidden(words.tiny);
  if (!canvas || !at || looks.fontSize === null || looks.isMoved || stored) return null;
  if (looks.fontSize < (canvas.bottom - canvas.top) * leastLetter) return hidden(words.tiny);
  const box = boxOf(text, at, looks.fontSize);
  const isOutside =
    box.top > canvas.bottom ||
    box.bottom < canvas.top ||
    box.left - (box.right - box.left) > canvas.right ||
    box.right + (box.right - box.left) < canvas.left;
  return isOutside ? { kind: 'covered-content', place: words.outside } : null;
};

/** About where words lie, with letters as wide as they are high: rather more than less. */
const boxOf = (text: string, { x, y }: { x: number; y: number }, size: number): Box => ({
  left: x,
  top: y - size,
  right: x + size * text.length,
  bottom: y + size * 0.3,
});

const isSeenPaint = (name: string, looks: Looks): boolean => {
  if (looks.isOff || looks.isInvisible || looks.opacity <= leastOpacity) return false;
  if (name === 'image' || name === 'use') return true;
  const isFilled = !isNoPaint(looks.fill) && looks.fillOpacity > leastOpacity;
  return (isFilled && !isWhite(looks.fill)) || !isNoPaint(looks.stroke);
};

const opaqueBox = (element: SvgElement, looks: Looks): Box | null => {
  const isOpaque =
    isPlainColour(looks.fill) && looks.fillOpacity === 1 && looks.opacity === 1 && !looks.isMoved;
  if (!isOpaque || looks.isOff || looks.isInvisible) return null;
  const [x, y] = [numberOf(element, 'x') ?? 0, numberOf(element, 'y') ?? 0];
  const [width, height] = [numberOf(element, 'width'), numberOf(element, 'height')];
  return width === null || height === null
    ? null
    : { left: x, top: y, right: x + width, bottom: y + height };
};

/** Whether a box covers words: all of their height, and of their width what narrow letters need. */
const isWithin = (text: Box, box: Box): boolean =>
  box.left <= text.left &&
  box.right >= text.left + (text.right - text.left) * 0.4 &&
  box.top <= text.top + (text.bottom - text.top) * 0.25 &&
  box.bottom >= text.bottom - (text.bottom - text.top) * 0.25;

/** What is shown: https://www.w3.org/TR/SVG2/coords.html#ViewBoxAttribute. Null where that depends on who shows it. */
const canvasOf = (root: SvgElement): Box | null => {
  const [width, height] = [numberOf(root, 'width'), numberOf(root, 'height')];
  const box = (given(root, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [left = 0, top = 0, across = Number.NaN, down = Number.NaN] = box;
  if (Number.isFinite(across) && Number.isFinite(down)) {
    const isAsWide = width === null || height === null || isClose(width / height, across / down);
    return isAsWide ? { left, top, right: left + across, bottom: top + down } : null;
  }
  return width === null || height === null
    ? null
    : { left: 0, top: 0, right: width, bottom: height };
};

const isClose = (one: number, other: number): boolean => Math.abs(one - other) < other * 0.02;

const given = ({ attributes }: SvgElement, name: string): string | undefined =>
  attributes.find((one) => one.namespace === '' && one.name === name)?.value;

const numberOf = (element: SvgElement, name: string): number | null => {
  const value = given(element, name)?.trim() ?? '';
  return /^-?[\d.]+(?:px)?$/.test(value) ? Number.parseFloat(value) : null;
};
