import { type Block, type Inline, isText, linesOf, plainWords } from './blocks.ts';

/**
 * Parts paragraphs whose lines were broken by hand (Shift+Enter): at empty lines always, and at every line where somebody
 * typed the whole text so, instead of beginning paragraphs.
 */
export const linesApart = (blocks: readonly Block[]): Block[] => {
  const isEach = isTypedInLines(blocks);
  return blocks.flatMap((block): Block[] => {
    if (!isText(block)) return [block];
    const lines = linesOf(block.words);
    if (lines.length === 1) return [block];
    return joined(lines, isEach).map((words) => ({ ...block, words }));
  });
};

const isEmpty = (line: readonly Inline[]): boolean =>
  plainWords(line) === '' && line.every(({ kind }) => kind !== 'note');

const joined = (lines: readonly Inline[][], isEach: boolean): Inline[][] => {
  const paragraphs: Inline[][] = [];
  for (const [at, line] of lines.entries()) {
    if (isEmpty(line)) continue;
    const goesOn = !isEach && at > 0 && !isEmpty(lines[at - 1] ?? []);
    const open = paragraphs.at(-1);
    if (goesOn && open) open.push({ kind: 'break' }, ...line);
    else paragraphs.push([...line]);
  }
  return paragraphs;
};

/** More lines than an address or the hours of an office have. */
const linesOfText = 5;

const isTypedInLines = (blocks: readonly Block[]): boolean => {
  const counts = blocks.filter(isText).map(({ words }) => linesOf(words).length);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
  return sum(counts.filter((count) => count >= linesOfText)) * 2 > sum(counts);
};
