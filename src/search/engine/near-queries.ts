import type { VocabularyTerm } from '../index-files.ts';
import { foldedText } from '../text/letters.ts';
import type { Query, Term } from '../text/query.ts';
import { contentWords, isQuestion } from './scene-words.ts';

/**
 * What to offer when nothing was found. Each row names queries in order of preference;
 * the first of a row that finds something is offered.
 */
export type NearRow = string[];

const mostRows = 10;
const mostGlossaryTerms = 3;
/** How much two words must share, of one, to be offered for each other. */
const alikeEnough = 0.4;

const pairsOf = (word: string): Set<string> => {
  const letters = [...foldedText(word)];
  return new Set(letters.slice(1).map((letter, index) => letters[index] + letter));
};

/** How much of two words is the same, by pairs of letters: 0 to 1. */
function likeness(a: string, b: string): number {
  const [pairsA, pairsB] = [pairsOf(a), pairsOf(b)];
  const size = pairsA.size + pairsB.size;
  const shared = [...pairsA].filter((pair) => pairsB.has(pair)).length;
  return size === 0 ? 0 : (2 * shared) / size;
}

function glossaryTermsLike(word: string, terms: readonly VocabularyTerm[]): string[] {
  return terms
    .map(({ term, synonyms, reading }) => ({
      term,
      likeness: Math.max(...[term, reading, ...synonyms].map((form) => likeness(word, form))),
    }))
    .filter((one) => one.likeness >= alikeEnough)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostGlossaryTerms)
    .map(({ term }) => term);
}

const shortestCompound = 4;

/** The beginnings and the ends of a compound of kanji, longest first: 研究生規程 → 研究生規, 研究生, 研究. */
function partsOf(word: string): NearRow[] {
  if (!/^[\p{Script=Han}々]+$/u.test(word) || word.length < shortestCompound) return [];
  const lengths = Array.from({ length: word.length - 2 }, (_, index) => word.length - 1 - index);
  return [
    lengths.map((length) => word.slice(0, length)),
    lengths.map((length) => word.slice(-length)),
  ];
}

function rowsFor(term: Term, terms: readonly VocabularyTerm[]): NearRow[] {
  const like = glossaryTermsLike(term.text, terms).map((word) => [word]);
  const words = contentWords(term.text);
  if (!isQuestion(term) && words.length < 2) {
    const [beginnings = [], ends = []] = partsOf(term.text);
    // Where the term itself finds something, its parts are not offered.
    return [...like, [term.text, ...beginnings], [term.text, ...ends]];
  }
  const together = words.length > 1 ? [[words.join(' ')]] : [];
  return [...together, ...words.map((word) => [word]), ...like];
}

/** Queries to try instead of one that found nothing. */
export const nearQueries = ({ wanted }: Query, terms: readonly VocabularyTerm[]): NearRow[] =>
  wanted.flatMap((term) => rowsFor(term, terms)).slice(0, mostRows);
