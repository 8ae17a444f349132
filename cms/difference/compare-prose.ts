import { createAlike, pairsInOrder } from './alike.ts';
import { compareLists, type Meter, newMeter } from './compare-lists.ts';
import { compareSentences, type Tools, unchanged } from './compare-sentences.ts';
import { inPairs, type Run } from './runs.ts';
import { blocksOf, partsOf } from './split-text.ts';

/**
 * What of a Japanese text is not as in an earlier version of it, in two levels: first sentences and lines, then, within
 * those that have another version, phrases and words. What only changed its place is told as moved.
 * @param meter counts what it costs
 */
export const compareProse = (before: string, after: string, meter: Meter = newMeter()): Run[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: after }];
  const tools = { alike: createAlike(), meter };
  return withoutBlockMarks(withMoves(compareBlocks(before, after, tools), tools));
};

/** A run that is a whole sentence or line, without another version beside it. */
type BlockRun = Run & { readonly isBlock?: true };

const compareBlocks = (before: string, after: string, tools: Tools): BlockRun[] => {
  // A step is the same under whatever number, and a sentence before whatever break.
  const keyOf = (text: string) => {
    const { number, said } = partsOf(text);
    return `${number === '' ? '' : '1. '}${said}`;
  };
  const stretches = compareLists(blocksOf(before), blocksOf(after), tools.meter, keyOf);
  return stretches.flatMap((stretch, index): BlockRun[] => {
    const next = stretches[index + 1];
    if (stretch.kind === 'same') {
      return stretch.after.flatMap((text, at) => unchanged(stretch.before[at] ?? text, text));
    }
    if (stretch.kind === 'removed' && next?.kind === 'added') {
      return replaced(stretch.before, next.after, tools);
    }
    if (stretch.kind === 'removed') return stretch.before.map((text) => block('removed', text));
    const isPaired = stretches[index - 1]?.kind === 'removed';
    return isPaired ? [] : stretch.after.map((text) => block('added', text));
  });
};

const block = (kind: Run['kind'], text: string): BlockRun => ({ kind, text, isBlock: true });

/** Sentences in the place of others: each beside its other version, where it has one. */
const replaced = (gone: readonly string[], come: readonly string[], tools: Tools): BlockRun[] => {
  const others = pairsInOrder(gone, come, tools.alike);
  const out: BlockRun[] = [];
  let next = 0;
  gone.forEach((text, index) => {
    const other = others[index] ?? -1;
    if (other < 0) {
      out.push(block('removed', text));
      return;
    }
    out.push(...come.slice(next, other).map((added) => block('added', added)));
    out.push(...compareSentences(text, come[other] ?? '', tools));
    next = other + 1;
  });
  out.push(...come.slice(next).map((added) => block('added', added)));
  return out;
};

/** Of fewer letters nobody could say that they were moved. */
const leastLetters = 4;
/** So alike is a sentence that was moved and changed at once. */
const leastAlikeMoved = 0.6;
/** Beyond so many, sentences are no longer looked for elsewhere one by one: a text that was written anew has no moves. */
const mostSought = 300;

/** Tells which sentence that went is one that came elsewhere, with what was changed in it on the way. */
const withMoves = (runs: readonly BlockRun[], tools: Tools): BlockRun[] => {
  const isCandidate = ({ isBlock, text }: BlockRun) =>
    isBlock === true && text.trim().length >= leastLetters;
  const gone = runs.filter((run) => run.kind === 'removed' && isCandidate(run));
  const come = runs.filter((run) => run.kind === 'added' && isCandidate(run));
  if (gone.length > mostSought || come.length > mostSought) return [...runs];
  const moved = new Map<BlockRun, BlockRun>();
  let move = 0;
  for (const run of gone) {
    const from = contentOf(run);
    const free = come.filter((other) => !moved.has(other));
    const found =
      free.find((other) => contentOf(other) === from) ??
      free.find(({ text }) => tools.alike(text, from) >= leastAlikeMoved);
    if (!found) continue;
    move += 1;
    moved.set(run, { ...run, move });
    moved.set(found, {
      ...found,
      move,
      ...(contentOf(found) === from
        ? {}
        : { inside: compareSentences(run.text, found.text, tools) }),
    });
  }
  return runs.map((run) => moved.get(run) ?? run);
};

/** What a block says, wherever it stands. */
const contentOf = ({ text }: Run): string => partsOf(text).said.trim();

const withoutBlockMarks = (runs: readonly BlockRun[]): Run[] =>
  inPairs(runs.map(({ isBlock: _, ...run }) => run));
