import { components } from '../../../src/schema/body.ts';

/** A part of a text that the form asks for in a box of its own. */
export type BodyBox = {
  /** What heads it, as it is written; null for what stands before the first heading. */
  readonly heading: string | null;
  /** The same as it was when the text was cut: a box stays what it is while its heading is written anew. */
  readonly name: string | null;
  /** Everything from the heading to the first letter below it, byte for byte. */
  readonly opening: string;
  /** What the box shows. */
  readonly text: string;
  /** What separates it from the next heading, byte for byte. */
  readonly closing: string;
  /** Somebody wrote into it. Only what nobody touched keeps a heading with nothing below it. */
  readonly isTyped: boolean;
};

/**
 * Cuts a text at its headings of the second level. Put together again it is the same text, byte for byte, whatever stands in it.
 * @param fixed the headings that are known; a line underlined as a heading is taken for one only where it says one of them
 * @returns what stands before the first heading, which may be nothing, and then a box for each heading, in the text's order
 */
export const splitBody = (body: string, fixed: readonly string[]): BodyBox[] => {
  const cuts = headingsIn(body, fixed);
  const first = boxOf(null, '', body.slice(0, cuts[0]?.from ?? body.length));
  return [
    first,
    ...cuts.map(({ words, from, to }, place) =>
      boxOf(words, body.slice(from, to), body.slice(to, cuts[place + 1]?.from ?? body.length)),
    ),
  ];
};

/** The whole text in one box. */
export const wholeBody = (body: string): BodyBox[] => [boxOf(null, '', body)];

/** The text of boxes. A box that was emptied leaves no heading. */
export const joinBoxes = (boxes: readonly BodyBox[]): string => {
  let joined = '';
  let wasTyped = false;
  for (const box of boxes) {
    const written = writtenBox(box);
    if (written === '') continue;
    if (joined !== '' && (wasTyped || box.isTyped)) joined += gapAfter(joined);
    joined += written;
    wasTyped = box.isTyped;
  }
  return joined;
};

/** A box after somebody wrote into it. */
export const withText = (box: BodyBox, text: string): BodyBox => ({ ...box, text, isTyped: true });

/** A box whose heading was written anew. @param heading its line breaks are taken for spaces */
export const withHeading = (box: BodyBox, heading: string): BodyBox => {
  const words = heading.replace(/\s*[\r\n]\s*/g, ' ');
  // With nothing below it, it is a heading that the text has, and no box that was emptied.
  return { ...box, heading: words, opening: openingOf(words), isTyped: !isBlank(box.text) };
};

/** A box that nobody has written into yet. */
export const emptyBox = (heading: string): BodyBox => ({
  heading,
  name: heading,
  opening: '',
  text: '',
  closing: '',
  isTyped: false,
});

/**
 * The boxes that a form shows: those of the text, and an empty one for each heading that it lacks, in its place among them.
 * @param asked the headings that are always asked for, in their order
 */
export const boxesForForm = (
  body: string,
  fixed: readonly string[],
  asked: readonly string[],
): BodyBox[] => {
  const boxes = splitBody(body, fixed);
  const headings = new Set(boxes.map(({ heading }) => heading));
  for (const heading of asked.filter((each) => !headings.has(each))) {
    const before = new Set<string | null>(asked.slice(0, asked.indexOf(heading)));
    const last = boxes.findLastIndex((box) => before.has(box.heading));
    boxes.splice(last === -1 ? 1 : last + 1, 0, emptyBox(heading));
  }
  return boxes;
};

/**
 * Puts boxes that came out of another one, when headings were typed or pasted into it, to where readers expect them.
 * @param before the boxes as they were: what somebody had put into an order already keeps it
 */
export const withNewInOrder = (
  boxes: readonly BodyBox[],
  before: readonly BodyBox[],
  known: readonly string[],
): BodyBox[] => {
  const had = new Set(before.filter((box) => writtenBox(box) !== '').map(({ heading }) => heading));
  const isNew = ({ heading, text }: BodyBox) =>
    heading !== null && text !== '' && known.includes(heading) && !had.has(heading);
  const ordered = boxes.filter((box) => !isNew(box));
  for (const box of boxes.filter(isNew)) {
    const earlier = new Set<string | null>(known.slice(0, known.indexOf(box.heading ?? '')));
    const last = ordered.findLastIndex(({ heading }) => heading === null || earlier.has(heading));
    ordered.splice(last + 1, 0, { ...box, isTyped: true });
  }
  return ordered;
};

/**
 * The boxes after somebody went on to another one: a heading that was typed or pasted into a box gets a box of its own, in
 * place of the empty one that was asked for under it. What had nothing but such headings in it is empty again.
 * @returns null where nothing was typed that heads a box
 */
export const settledBoxes = (
  boxes: readonly BodyBox[],
  known: readonly string[],
  asked: readonly string[],
): BodyBox[] | null => {
  if (!boxes.some(({ isTyped }) => isTyped)) return null;
  const again = boxesForForm(joinBoxes(boxes), known, asked);
  const areSame = (some: readonly BodyBox[], others: readonly BodyBox[]) =>
    headingsOf(some) === headingsOf(others);
  if (areSame(again, boxes) && areSame(again.filter(isWritten), boxes.filter(isWritten)))
    return null;
  const wereTyped = new Set(boxes.filter(({ isTyped }) => isTyped).map(({ heading }) => heading));
  const emptied = again.map((box) =>
    wereTyped.has(box.heading) && isBlank(box.text) && box.opening !== '' && box.heading !== null
      ? emptyBox(box.heading)
      : box,
  );
  return withNewInOrder(emptied, boxes, known);
};

const isWritten = (box: BodyBox): boolean => writtenBox(box) !== '';
const headingsOf = (boxes: readonly BodyBox[]): string =>
  boxes.map(({ heading }) => heading).join('\n');

/** In which of the boxes a line of their text stands. @param line from 1 */
export const boxOfLine = (boxes: readonly BodyBox[], line: number): number => {
  const lineAfter = linesAfter(boxes);
  const found = boxes.findIndex(
    (box, place) => writtenBox(box) !== '' && line < (lineAfter[place] ?? 0),
  );
  return found === -1 ? boxes.findLastIndex((box) => writtenBox(box) !== '') : found;
};

/** For each of the boxes the number of the first line after it, from 1. */
export const linesAfter = (boxes: readonly BodyBox[]): number[] =>
  boxes
    .map((_, place) => joinBoxes(boxes.slice(0, place + 1)).split('\n').length)
    .map((lines, place) =>
      // A heading begins its own line; where nothing follows, the last line is still of this box.
      boxes.slice(place + 1).some((box) => writtenBox(box) !== '') ? lines : lines + 1,
    );

type Cut = { readonly words: string; readonly from: number; readonly to: number };

const written = /^##[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*\r?$/;
const underline = /^ {0,3}-+[ \t]*\r?$/;
const fenceOpening = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
/** Components that enclose blocks: a heading in them is theirs. */
const enclosing = Object.entries(components)
  .filter(([name, { holds }]) => holds !== 'nothing' && /^[A-Z]/.test(name))
  .map(([name]) => name)
  .join('|');
const componentTags = new RegExp(`<(/?)(?:${enclosing})(?=[\\s/>])[^>]*?(/?)>`, 'g');

function headingsIn(body: string, fixed: readonly string[]): Cut[] {
  const cuts: Cut[] = [];
  let fence: string | null = null;
  let depth = 0;
  let from = 0;
  let before = '';
  let beforeThat = '';
  for (const line of body.split('\n')) {
    const to = Math.min(from + line.length + 1, body.length);
    if (fence !== null) {
      if (isFenceEnd(line, fence)) fence = null;
    } else {
      const opened: string | undefined = fenceOpening.exec(line)?.[1];
      if (opened) fence = opened;
      else if (depth === 0) {
        const [, words] = written.exec(line) ?? [];
        const underlined = before.replace(/\r$/, '').trim();
        if (words !== undefined) cuts.push({ words, from, to });
        else if (underline.test(line) && isBlank(beforeThat) && fixed.includes(underlined)) {
          cuts.push({ words: underlined, from: from - before.length - 1, to });
        }
      }
      if (!opened) depth = Math.max(0, depth + depthOf(line));
    }
    from += line.length + 1;
    beforeThat = before;
    before = line;
  }
  return cuts;
}

const depthOf = (line: string): number => {
  let depth = 0;
  for (const [, isEnd, isWhole] of line.replace(/`[^`]*`/g, '').matchAll(componentTags)) {
    if (!isWhole) depth += isEnd ? -1 : 1;
  }
  return depth;
};

const isFenceEnd = (line: string, fence: string): boolean => {
  const [, end = ''] = /^ {0,3}(`+|~+)[ \t]*\r?$/.exec(line) ?? [];
  return end.startsWith(fence);
};

const isBlank = (text: string): boolean => text.trim() === '';

const boxOf = (heading: string | null, head: string, rest: string): BodyBox => {
  // Spaces before the first letter belong to it: they may make it code.
  const [above = ''] = /^(?:[ \t]*\r?\n)*/.exec(rest) ?? [];
  const text = rest.slice(above.length).trimEnd();
  const isAllBlank = isBlank(rest);
  return {
    heading,
    name: heading,
    opening: head + (isAllBlank ? rest : above),
    text: isAllBlank ? '' : text,
    closing: isAllBlank ? '' : rest.slice(above.length + text.length),
    isTyped: false,
  };
};

const openingOf = (heading: string): string => (heading.trim() === '' ? '' : `## ${heading}\n\n`);

const writtenBox = ({ heading, opening, text, closing, isTyped }: BodyBox): string => {
  if (!isTyped) return opening + text + closing;
  if (isBlank(text)) return '';
  // Who writes the heading once more, out of habit or from a file, means the one that is there.
  const isHeadedAgain =
    heading !== null && written.exec(text.split('\n')[0] ?? '')?.[1] === heading;
  if (isHeadedAgain || heading === null) return (isHeadedAgain ? '' : opening) + text + closing;
  return (opening.endsWith('\n') ? opening : openingOf(heading)) + text + closing;
};

/** An empty line between what somebody wrote and what comes next. */
const gapAfter = (text: string): string => {
  if (/\n[ \t]*\r?\n[ \t]*$/.test(text)) return '';
  return text.endsWith('\n') ? '\n' : '\n\n';
};
