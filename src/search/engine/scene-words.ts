import type { Scene } from '../index-files.ts';
import { foldedText, units } from '../text/letters.ts';
import type { Query, Term } from '../text/query.ts';

/**
 * How a question finds its scene. People write 研究生を受け入れて装置を使わせる; the page says 留学生等の受入れ.
 * Scenes carry the words that people use, and these are looked for inside a question.
 */

/** A scene that a query speaks of: which of its words, in the query's own letters. */
export type SceneMatch = { page: number; words: string[] };

/** A question is a sentence, or a good part of one, that hardly a page repeats word for word. */
const shortestQuestion = 8;
const particle = /[\p{Script=Han}\p{Script=Katakana}ーA-Za-z0-9][をがにはでへも]/u;
const ending = /(?:[？?。]|か|たい|ます|です)$/u;
export const isQuestion = ({ text, exact }: Term): boolean =>
  !exact && units(text).length >= shortestQuestion && (particle.test(text) || ending.test(text));

/** The words of a question that carry its meaning: runs of kanji, of katakana, of Latin letters. */
export function contentWords(question: string): string[] {
  const runs = question.match(
    /[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー]{2,}|[A-Za-z][A-Za-z0-9]+/gu,
  );
  return [...new Set(runs ?? [])];
}

const scriptOf = (letter: string): string => {
  if (/[\p{Script=Han}々]/u.test(letter)) return 'kanji';
  if (/[\p{Script=Katakana}ー]/u.test(letter)) return 'katakana';
  return /[A-Za-z0-9]/.test(letter) ? 'latin' : '';
};

/**
 * Whether a text speaks of a word. 外国人研究生を speaks of 研究生, since a compound is a kind of its last word;
 * 中国料理 does not speak of 中国.
 */
function speaksOf(text: string, word: string): boolean {
  const [haystack, needle] = [text, word].map((one) => one.normalize('NFKC').toLowerCase());
  if (!haystack || !needle) return false;
  const first = scriptOf(needle[0] ?? '');
  const last = scriptOf(needle.at(-1) ?? '');
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const before = scriptOf(haystack[at - 1] ?? '');
    const after = scriptOf(haystack[at + needle.length] ?? '');
    const begins = first === '' || first === 'kanji' || before !== first;
    if (begins && (last === '' || after !== last)) return true;
  }
  return false;
}

/** The scenes that a question speaks of, the one with most of its words first. */
function scenesOfQuestion(scenes: readonly Scene[], questions: readonly Term[]): SceneMatch[] {
  return scenes
    .map(({ page, title, words }) => {
      const spoken = questions.flatMap(({ text }) => [
        ...words.filter((word) => speaksOf(text, word)),
        ...contentWords(text).filter((word) => foldedText(title).includes(foldedText(word))),
      ]);
      return { page, words: [...new Set(spoken)] };
    })
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.join('').length - a.words.join('').length);
}

/** The scenes among the found pages that have a term among their words or in their title. */
function scenesOfTerms(
  scenes: readonly Scene[],
  terms: readonly Term[],
  found: readonly number[],
): SceneMatch[] {
  const sceneOf = new Map(scenes.map((scene) => [scene.page, scene]));
  return found
    .flatMap((page) => sceneOf.get(page) ?? [])
    .map(({ page, title, words }) => {
      const folded = new Set(words.map(foldedText));
      const named = terms.filter(({ text }) => {
        const term = foldedText(text);
        return folded.has(term) || (term.length > 1 && foldedText(title).includes(term));
      });
      return { page, words: named.map(({ text }) => text) };
    })
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
}

/**
 * The scenes that come before every other result of a query.
 * @param found the pages that have every term, best first
 */
export function scenesFirst(
  scenes: readonly Scene[],
  { wanted }: Query,
  found: readonly number[],
): SceneMatch[] {
  // A title can read like a question: when pages have its very words, they are the answer.
  const isAsking = found.length === 0 && wanted.some(isQuestion);
  return isAsking ? scenesOfQuestion(scenes, wanted) : scenesOfTerms(scenes, wanted, found);
}
