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

/**
 * The scenes that come before every other result of a query: those that have one of its terms among their words or in their title.
 * @param found the pages that have every term, best first
 */
export function scenesFirst(
  scenes: readonly Scene[],
  { wanted: terms }: Query,
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
