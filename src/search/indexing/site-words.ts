import { isQuestion } from '../engine/scene-words.ts';
import { goldenQuestions } from '../golden.ts';
import {
  type AnswerWords,
  questionKind,
  type Ring,
  type TitleList,
  type Vocabulary,
} from '../index-files.ts';
import { units } from '../text/letters.ts';
import { okuriganaOf } from '../text/okurigana.ts';
import { parseQuery } from '../text/query.ts';
import { lookupOf } from '../text/tokens.ts';
import type { PageOutline } from './readings.ts';

/** Whether a form has only tokens that are written somewhere. */
export const canBeFound = (form: string, written: ReadonlySet<string>): boolean =>
  units(form).length > 0 && lookupOf(form, true).row.every((token) => written.has(token));

/** How a site writes, by what was read in all its pages. */
export type WaysOfWriting = { longVowelStems: Iterable<string>; compounds: Iterable<string> };

/**
 * The words that the engine knows: glossary and scenes.
 * @param presentOf which forms of a term can be on the site at all, by their places: the others need not be looked up
 */
export const vocabularyOf = (
  pages: readonly PageOutline[],
  ways: Pick<WaysOfWriting, 'longVowelStems'>,
  presentOf: (forms: readonly string[], url: string) => number[],
): Vocabulary => ({
  longVowelStems: [...ways.longVowelStems].sort(),
  terms: pages.flatMap(({ url, term }) => {
    if (!term) return [];
    const present = presentOf([term.term, term.reading, ...term.synonyms], url);
    return [{ url, ...term, present }];
  }),
  scenes: pages.flatMap(({ scene, title, url, words }, page) =>
    scene ? [{ page, title, url, words }] : [],
  ),
});

/** What answers to whole questions know beside the vocabulary, in the order of the table and of its terms. */
export function answerWordsOf(
  pages: readonly PageOutline[],
  ways: Pick<WaysOfWriting, 'compounds'>,
  rings: Ring[],
): AnswerWords {
  const medical = new Set(
    pages.flatMap(({ hasMedicalSchool, institution }) =>
      hasMedicalSchool && institution !== undefined ? [institution] : [],
    ),
  );
  return {
    rings,
    okurigana: okuriganaOf(ways.compounds),
    english: pages.flatMap(({ url, english }) => (english ? [[url, english] as const] : [])),
    medical: pages.flatMap(({ institution }, page) =>
      institution !== undefined && medical.has(institution) ? [page] : [],
    ),
    titles: pages.map(({ title, page = 1 }) => (page === 1 ? title : '')),
  };
}

/** Every title, and after them the questions that are suggested. */
export const titleListOf = (pages: readonly PageOutline[]): TitleList => [
  ...titlesOf(pages),
  ...questionsOf(pages),
];

const titlesOf = (pages: readonly PageOutline[]): TitleList =>
  pages
    .filter(({ page }) => page === undefined || page === 1)
    .map(({ title, url, kind = '', edition }) => ({
      title,
      url,
      kind,
      ...(edition ? { edition } : {}),
    }));

/**
 * The questions that are suggested: those of the scenes, which lead there, and of the known ones those whose answers the site
 * has, which are asked as they are.
 */
function questionsOf(pages: readonly PageOutline[]): TitleList {
  const there = new Set(pages.map(({ url }) => url));
  const ofScenes = pages.flatMap(({ question, url }) =>
    question ? [{ title: question, url, kind: questionKind }] : [],
  );
  const known = goldenQuestions
    .filter(({ query, first }) => isSentence(query) && first.every((url) => there.has(url)))
    .map(({ query }) => ({
      title: query,
      url: `/search/?q=${encodeURIComponent(query)}`,
      kind: questionKind,
    }));
  return [...ofScenes, ...known];
}

const isSentence = (query: string): boolean => parseQuery(query).wanted.some(isQuestion);
