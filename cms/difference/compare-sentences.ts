import type { Alike } from './alike.ts';
import { compareParts, type Meter } from './compare-lists.ts';
import { inPairs, joined, type Run } from './runs.ts';
import { graphemesOf, mayCut, partsOf, phrasesOf, wordsOf } from './split-text.ts';

/** A change of phrases that is longer, or less alike, is one change; a shorter one is looked at word by word. */
const mostLettersByWord = 400;
const leastAlikeByWord = 0.2;

/**
 * What of one sentence is not as in another version of it: by phrases, and within a changed phrase by words. Small islands
 * between two changes are read as changed, and what both begin and end with is left out of a change.
 */
export const compareSentences = (before: string, after: string, tools: Tools): Run[] => {
  const [one, other] = [partsOf(before), partsOf(after)];
  return joined([
    ...numbers(one.number, other.number),
    ...compareWords(one.said, other.said, tools),
    ...replacedBy(one.end, other.end),
  ]);
};

/** What a comparison of sentences uses. */
export type Tools = { readonly alike: Alike; readonly meter: Meter };

/** The same sentence in both versions, under whatever number, and whatever stands between it and the next. */
export const unchanged = (before: string, after: string): Run[] => {
  const [one, other] = [partsOf(before), partsOf(after)];
  return [
    ...numbers(one.number, other.number),
    { kind: 'same', text: other.said },
    ...replacedBy(one.end, other.end),
  ];
};

const replacedBy = (before: string, after: string): Run[] =>
  before === after
    ? [{ kind: 'same', text: after }]
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ];

/** The numbers of one step, where others came or went before it. */
const numbers = (before: string, after: string): Run[] =>
  before === '' || after === '' || before === after
    ? replacedBy(before, after)
    : replacedBy(before, after).map((run) => ({ ...run, isNumber: true }));

const compareWords = (before: string, after: string, { alike, meter }: Tools): Run[] => {
  const byPhrase = compareParts(phrasesOf(before), phrasesOf(after), meter);
  const byWord = eachChange(byPhrase, (gone, come) =>
    gone.length + come.length <= mostLettersByWord && alike(gone, come) >= leastAlikeByWord
      ? compareParts(wordsOf(gone), wordsOf(come), meter)
      : trimmed(gone, come),
  );
  return joined(eachChange(withoutIslets(byWord), trimmed));
};

/** Replaces each pair of a removed and an added run by what `look` sees in it. */
const eachChange = (
  runs: readonly Run[],
  look: (gone: string, come: string) => readonly Run[],
): Run[] =>
  joined(
    runs.flatMap((run, index) => {
      const next = runs[index + 1];
      if (run.kind === 'removed' && next?.kind === 'added') return look(run.text, next.text);
      return run.kind === 'added' && runs[index - 1]?.kind === 'removed' ? [] : [run];
    }),
  );

const weak = /^[\p{sc=Hiragana}、。\s]*$/u;
const mere = /^[\p{P}\p{Z}]*$/u;
/** A word that was taken in makes new neighbours, which are looked at again; so often at the most. */
const mostRounds = 6;

/** Reads one letter, or two of hiragana, between two changes of words as changed: nobody sees such an island as kept. */
const withoutIslets = (runs: readonly Run[]): Run[] => {
  let now = inPairs(runs);
  for (let round = 0; round < mostRounds; round += 1) {
    const before = now;
    now = inPairs(
      before.flatMap((run, index): Run[] =>
        isIslet(run, before[index - 1], before[index + 1])
          ? [
              { kind: 'removed', text: run.text },
              { kind: 'added', text: run.text },
            ]
          : [run],
      ),
    );
    if (now.length === before.length) break;
  }
  return now;
};

const isIslet = ({ kind, text }: Run, last: Run | undefined, next: Run | undefined): boolean => {
  if (kind !== 'same' || !isOfWords(last) || !isOfWords(next) || text.includes('\n')) return false;
  const { length } = graphemesOf(text);
  return length <= 1 || (length <= 2 && weak.test(text));
};

const isOfWords = (run: Run | undefined): boolean =>
  run !== undefined && run.kind !== 'same' && !mere.test(run.text);

/** What both begin and end with is the same, by whole signs, and never within what is whole. */
const trimmed = (before: string, after: string): Run[] => {
  const gone = graphemesOf(before);
  const come = graphemesOf(after);
  const most = Math.min(gone.length, come.length);
  let start = 0;
  while (start < most && gone[start] === come[start]) start += 1;
  let end = 0;
  while (end < most - start && gone.at(-1 - end) === come.at(-1 - end)) end += 1;
  const [mayCutGone, mayCutCome] = [mayCut(before), mayCut(after)];
  const lengthOf = (list: readonly string[], to: number) => list.slice(0, to).join('').length;
  const isWholeAt = (signs: number) =>
    mayCutGone(lengthOf(gone, signs)) && mayCutCome(lengthOf(come, signs));
  const isWholeBefore = (signs: number) =>
    mayCutGone(lengthOf(gone, gone.length - signs)) &&
    mayCutCome(lengthOf(come, come.length - signs));
  while (start > 0 && !isWholeAt(start)) start -= 1;
  while (end > 0 && !isWholeBefore(end)) end -= 1;
  return [
    { kind: 'same', text: gone.slice(0, start).join('') },
    { kind: 'removed', text: gone.slice(start, gone.length - end).join('') },
    { kind: 'added', text: come.slice(start, come.length - end).join('') },
    { kind: 'same', text: end > 0 ? gone.slice(-end).join('') : '' },
  ];
};
