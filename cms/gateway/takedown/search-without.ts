import type {
  AnswerWords,
  PageTable,
  PageText,
  TitleList,
  Vocabulary,
} from '../../../src/search/index-files.ts';
import type { Traces } from './traces.ts';

/** The text of a page as the search shows it, without the lines that name something that is gone. */
export const searchTextWithout = (page: PageText, traces: Traces): PageText => ({
  ...page,
  sections: page.sections
    .filter(({ heading }) => !traces.in(heading))
    .map((section) => ({
      ...section,
      text: section.text
        .split('\n')
        .filter((line) => !traces.in(line))
        .join('\n'),
    })),
});

/** Whether a text of the search is that of a page that is gone. */
export const isTextOfGone = ({ url }: PageText, traces: Traces): boolean => traces.addressIn(url);

/** The list of titles without those that are gone. */
export const titlesWithout = (titles: TitleList, traces: Traces): TitleList =>
  titles.filter(({ title, url }) => !traces.addressIn(url) && !traces.in(title));

/** What the search knows of words, without the terms and scenes that are gone. What counts by place keeps its places. */
export const vocabularyWithout = (vocabulary: Vocabulary, traces: Traces): Vocabulary => ({
  ...vocabulary,
  terms: vocabulary.terms
    .filter(({ url }) => !traces.addressIn(url))
    .map((term) => ({ ...term, related: term.related.filter((word) => !traces.in(word)) })),
  scenes: vocabulary.scenes.filter(({ url }) => !traces.addressIn(url)),
});

/** What answers to whole questions know, without the titles and terms that are gone. Titles keep their places. */
export const answerWordsWithout = (words: AnswerWords, traces: Traces): AnswerWords => ({
  ...words,
  english: words.english.filter(([url]) => !traces.addressIn(url)),
  titles: words.titles.map((title) => (traces.in(title) ? '' : title)),
});

/**
 * The table of the search with the pages that are gone marked as such, and without the values of facets that nothing but
 * they had.
 * @param gone the places of those pages
 */
export const tableWithout = (table: PageTable, gone: readonly number[]): PageTable => {
  const isGone = new Set(gone);
  const facets = Object.entries(table.facets).map(([name, { values, pages }]) => {
    const left = pages.map((places, page) => (isGone.has(page) ? [] : places));
    const used = new Set(left.flat());
    return [
      name,
      { values: values.map((value, place) => (used.has(place) ? value : '')), pages: left },
    ] as const;
  });
  return { ...table, facets: Object.fromEntries(facets), gone: [...gone] };
};
