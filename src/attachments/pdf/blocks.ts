import type { Run } from './run.ts';
import { writtenWithoutSpaces } from './scripts.ts';

/** Lines of one block are of one size, and stand no farther apart than this, in parts of it. */
const likeSize = 1.18;
const farthestPitch = 2.4;

/** How much the steps from line to line of one block may differ, in parts of the size. */
const likePitch = 0.3;

/** How far in a line begins that begins a paragraph, in parts of the size; less is chance. */
const indent = 0.7;

/** Room at the end of a full line: a mark that may not begin the next one takes a letter or two along with it. */
const fullLine = 2.6;

/** What stands before the items of a list and the articles of rules. */
const marker =
  /^(?:[・•●○◯■□◆◇▶▷►※★☆✓✔➢–—*-]\s?|[（(]?[0-9０-９]{1,3}[)）.．、]|[①-⑳]|[（(][一二三四五六七八九十ア-ンa-zA-Z]{1,2}[)）]|第[0-9０-９一二三四五六七八九十百]+[条章節回部]|[一二三四五六七八九十]{1,3}[、．])/u;

/** Dots that lead the eye from a title to its page. */
const leader = /(?:[.．・…‥·] ?){5,}/gu;
const leadsToPage = /(?:[.．・…‥·] ?){5,}[0-9０-９]+\s*$/u;

/**
 * Joins lines that belong together into blocks, as their author wrote them: what is broken only because the line was full
 * is whole again.
 * @param lines of a page, in the order of reading
 */
export function blocksOf(lines: readonly Run[]): string[] {
  const blocks: Run[][] = [];
  let before: Stack | undefined;
  for (const stack of stacksOf(lines)) {
    const [first] = stack.lines;
    for (const line of stack.lines) {
      const block = blocks.at(-1);
      const goesOn =
        line === first
          ? before !== undefined && isNextColumn(before, line)
          : block !== undefined && continues(block, line, stack);
      if (block && goesOn) block.push(line);
      else blocks.push([line]);
    }
    before = stack;
  }
  return blocks.map(joined);
}

/** Lines that stand one under the other with like steps, as in one column or one box; where the first begin and the last end. */
type Stack = { lines: Run[]; left: number; right: number };

function stacksOf(lines: readonly Run[]): Stack[] {
  const stacks: Stack[] = [];
  for (const line of lines) {
    const stack = stacks.at(-1);
    const above = stack?.lines.at(-1);
    if (!stack || !above || !isUnder(stack, above, line)) {
      stacks.push(stackOf([line]));
      continue;
    }
    const before = stack.lines.at(-2);
    const step = line.depth - above.depth;
    const change = before ? step - (above.depth - before.depth) : 0;
    if (Math.abs(change) <= line.size * likePitch) put(stack, line);
    else if (change > 0) stacks.push(stackOf([line]));
    // After a title the steps are smaller: what stood under it belongs to what follows.
    else stacks.splice(-1, 1, stackOf(stack.lines.slice(0, -1)), stackOf([above, line]));
  }
  return stacks;
}

const stackOf = (lines: readonly Run[]): Stack => {
  const stack: Stack = { lines: [], left: Infinity, right: -Infinity };
  for (const line of lines) put(stack, line);
  return stack;
};

const put = (stack: Stack, line: Run): void => {
  stack.lines.push(line);
  stack.left = Math.min(stack.left, line.start);
  stack.right = Math.max(stack.right, line.end);
};

function isUnder({ left, right }: Stack, above: Run, line: Run): boolean {
  const size = Math.max(line.size, above.size);
  const step = line.depth - above.depth;
  return (
    line.direction === above.direction &&
    size <= Math.min(line.size, above.size) * likeSize &&
    step > size * 0.5 &&
    step <= size * farthestPitch &&
    line.start < right &&
    line.end > left
  );
}

/** Whether the first line of a column goes on with a sentence that the column before it could not hold. */
function isNextColumn({ lines, right }: Stack, line: Run): boolean {
  const last = lines.at(-1);
  return (
    last !== undefined &&
    lines.length > 1 &&
    last.direction === line.direction &&
    Math.max(last.size, line.size) <= Math.min(last.size, line.size) * likeSize &&
    // It begins higher up.
    line.depth < last.depth &&
    right - last.end <= last.size &&
    !/[。．.!?！？」）:：]$/.test(last.text.trim()) &&
    !marker.test(line.text)
  );
}

/** Whether a line goes on with what the lines of a block say. */
function continues(block: readonly Run[], line: Run, { right }: Stack): boolean {
  const above = block.at(-1) as Run;
  const first = block[0] as Run;
  const { size } = line;
  if (marker.test(line.text) || leadsToPage.test(above.text)) return false;
  const roomLeft = right - above.end;
  if (roomLeft > firstPiece(line) + size * 0.5) return false;
  // The first line of a paragraph begins farther in or, in a list, farther out than the others.
  if (block.length > 1) return Math.abs(line.start - above.start) <= size * indent;
  return line.start - first.start <= size * indent || marker.test(first.text);
}

/** How long what stands first in a line is that could not be broken: it would not have fitted in the line above. */
function firstPiece({ text, start, end, size }: Run): number {
  const [first = ''] = text;
  if (writtenWithoutSpaces.test(first)) return size * fullLine;
  const [word = ''] = /^[^\s\u3000-\u9fff]+/u.exec(text) ?? [];
  return ((end - start) / text.length) * (word.length + 1);
}

const joined = (block: readonly Run[]): string =>
  tidy(
    block
      .map(({ text }) => text.trim())
      .reduce((before, after) => before + between(before, after) + after),
  );

/** What stands between the end of one line and the beginning of the next. */
function between(before: string, after: string): string {
  const [last = ''] = before.slice(-1);
  const [first = ''] = after;
  if (last === '\u00ad') return '';
  return writtenWithoutSpaces.test(last) || writtenWithoutSpaces.test(first) || last === '-'
    ? ''
    : ' ';
}

const letter = `[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]`;
/** A title whose letters are set apart one by one: 「概 要」, 「利 益 相 反」. */
const setApart = new RegExp(
  `(?<![^\\s])${letter}(?: ${letter}){2,}(?![^\\s])|^${letter} ${letter}$`,
  'gu',
);

/** What draws nothing that can be read: controls, letters of private fonts (bullets mostly), hyphens that may be used. */
const unreadable = /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\ufffd\u00ad]/gu;

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(unreadable, '')
    .replace(leader, '… ')
    .trim()
    .replace(setApart, (letters) => letters.replaceAll(' ', ''));
