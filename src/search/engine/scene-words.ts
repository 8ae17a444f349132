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

/** What a title is made of: 留学生, 受入れ; 機器, 試料, 持出し, 送付. */
const titleParts = (title: string) => title.split(/[・、のとや]|等|への/).filter(Boolean);

/** A word in so many titles, as 研究, does not tell one scene from another. */
const commonInTitles = 2;
/** A word that the editors gave a scene tells more than one that only its title has. */
const givenWordWeight = 2;

/** The scenes that a question speaks of, the one with most of its words first. */
function scenesOfQuestion(scenes: readonly Scene[], questions: readonly Term[]): SceneMatch[] {
  const words = questions.flatMap(({ text }) => contentWords(text));
  const inTitle = (title: string, word: string) =>
    titleParts(title).some((part) => foldedText(part).endsWith(foldedText(word)));
  const telling = words.filter(
    (word) => scenes.filter(({ title }) => inTitle(title, word)).length <= commonInTitles,
  );
  // Long words tell most: 持ち帰り用ノートPC more than ノートPC and 研究データ together.
  const weigh = (some: readonly string[]) => some.reduce((sum, word) => sum + word.length ** 2, 0);
  const whole = questions.map(({ text }) => text).join(' ');
  return scenes
    .map(({ page, title, words: given }) => {
      const spoken = given.filter((word) => questions.some(({ text }) => speaksOf(text, word)));
      const titled = telling.filter((word) => !spoken.includes(word) && inTitle(title, word));
      const matched = [...spoken, ...new Set(titled)];
      return {
        page,
        words: matched,
        weight: weigh(spoken) * givenWordWeight + weigh(titled),
        // What is said first is what the question is about, other things being equal.
        place: Math.min(...matched.map((word) => whole.indexOf(word)).filter((at) => at >= 0)),
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .map(({ page, words: matched }) => ({ page, words: matched }));
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
