import type {
  AnswerWords,
  PageTable,
  PageText,
  Scene,
  TitleList,
  Vocabulary,
  VocabularyTerm,
} from '../../../src/search/index-files.ts';
import { type ListEdits, withAdded } from '../../../src/search/overlay/list-edits.ts';
import { blankItems, type Overlay } from '../../../src/search/overlay/overlay.ts';
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

/** The list of titles without those that are gone. All others keep their places, by which an overlay changes them. */
export const titlesWithout = (titles: TitleList, traces: Traces): TitleList =>
  titles.map((title) => titleWithout(title, traces));

/** What the search knows of words, without the terms and scenes that are gone. All others keep their places. */
export const vocabularyWithout = (vocabulary: Vocabulary, traces: Traces): Vocabulary => ({
  ...vocabulary,
  terms: vocabulary.terms.map((term) => termWithout(term, traces)),
  scenes: vocabulary.scenes.map((scene) => sceneWithout(scene, traces)),
});

/** What answers to whole questions know, without the titles and terms that are gone. All others keep their places. */
export const answerWordsWithout = (words: AnswerWords, traces: Traces): AnswerWords => ({
  ...words,
  english: words.english.map((name) => englishWithout(name, traces)),
  titles: words.titles.map((title) => pageTitleWithout(title, traces)),
});

/**
 * What has changed since an index was made, without what is gone.
 * @param gone the numbers of the pages that are, among those of the whole
 */
export const overlayWithout = (
  overlay: Overlay,
  traces: Traces,
  gone: readonly number[],
): Overlay => {
  const isGone = new Set(gone);
  const each =
    <Item>(change: (item: Item, traces: Traces) => Item) =>
    (edits: ListEdits<Item>) =>
      withAdded(edits, (item) => [change(item, traces)]);
  return {
    ...overlay,
    files: overlay.files.filter((file) => !traces.addressIn(`/${file}`)),
    rows: withAdded(overlay.rows, (row, page) => [isGone.has(page) ? blankItems.row : row]),
    terms: each(termWithout)(overlay.terms),
    scenes: each(sceneWithout)(overlay.scenes),
    titles: each(titleWithout)(overlay.titles),
    english: each(englishWithout)(overlay.english),
    pageTitles: each(pageTitleWithout)(overlay.pageTitles),
    gone: [...gone],
  };
};

const titleWithout = (title: TitleList[number], traces: Traces): TitleList[number] =>
  traces.addressIn(title.url) || traces.in(title.title) ? blankItems.title : title;

const termWithout = (term: VocabularyTerm, traces: Traces): VocabularyTerm =>
  traces.addressIn(term.url)
    ? blankItems.term
    : { ...term, related: term.related.filter((word) => !traces.in(word)) };

const sceneWithout = (scene: Scene, traces: Traces): Scene =>
  traces.addressIn(scene.url) ? blankItems.scene : scene;

const englishWithout = (
  name: AnswerWords['english'][number],
  traces: Traces,
): AnswerWords['english'][number] => (traces.addressIn(name[0]) ? blankItems.english : name);

const pageTitleWithout = (title: string, traces: Traces): string =>
  traces.in(title) ? blankItems.pageTitle : title;

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
