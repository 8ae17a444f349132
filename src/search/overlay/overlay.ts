import type {
  AnswerWords,
  PageTable,
  Ring,
  Scene,
  TitleList,
  Vocabulary,
  VocabularyTerm,
} from '../index-files.ts';
import { edited, type ListEdits } from './list-edits.ts';
import { blankRow, type PageRow, rowsOf, tableOf } from './page-rows.ts';

/**
 * What has changed since an index was made, and what its files are to be read with: nobody can tell the two together
 * from an index that was made anew. Numbers of pages in what is added are those of the whole.
 */
export type Overlay = {
  /** How many pages the index has that lies under this. */
  basePages: number;
  /** Pages by the names of their texts, in the order of their addresses; what is added is in the overlay's own index. */
  pages: ListEdits<string>;
  /** Of the pages that are dropped, those that nothing replaces. */
  removed: number[];
  /** Where the pages that are added were read, below the site's folder. */
  files: string[];
  rows: ListEdits<PageRow>;
  terms: ListEdits<VocabularyTerm>;
  scenes: ListEdits<Scene>;
  longVowelStems: ListEdits<string>;
  titles: ListEdits<TitleList[number]>;
  rings: ListEdits<Ring>;
  okurigana: ListEdits<string[]>;
  english: ListEdits<AnswerWords['english'][number]>;
  medical: ListEdits<number>;
  /** Titles by page, as answers to questions have them. */
  pageTitles: ListEdits<string>;
  /** Pages that were taken down after it was made, by their numbers in the whole; the gateway adds it. */
  gone?: number[];
};

/** What stands in a list in place of what is not to be told: every other item keeps its place, and nothing is found by it. */
export const blankItems = {
  row: blankRow,
  term: { url: '', term: '', reading: '', synonyms: [], related: [], present: [] },
  scene: { page: -1, title: '', url: '', words: [] },
  title: { title: '', url: '', kind: '' },
  english: ['', ''] as const,
  pageTitle: '',
} satisfies {
  row: PageRow;
  term: VocabularyTerm;
  scene: Scene;
  title: TitleList[number];
  english: AnswerWords['english'][number];
  pageTitle: string;
};

/** What tells how pages are numbered. */
type PageEdits = Pick<Overlay, 'basePages' | 'pages'>;

/** Stands for the number of a page that is no more. */
const nowhere = -1;

/** The number that each page of the index under an overlay has in the whole; none where the overlay drops it. */
export function pagesInWhole({ basePages, pages }: PageEdits): (number | undefined)[] {
  const from = Array.from({ length: basePages }, (_, page) => page);
  const whole = edited(from, numbersOnly(pages));
  const places: (number | undefined)[] = new Array(basePages).fill(undefined);
  for (const [place, page] of whole.entries()) if (page !== nowhere) places[page] = place;
  return places;
}

const numbersOnly = (pages: ListEdits<string>): ListEdits<number> =>
  pages.map(([at, dropped, ...added]) => [at, dropped, ...added.map(() => nowhere)] as const);

/** Scenes of an index with the numbers that their pages have in the whole. */
export const scenesInWhole = (scenes: readonly Scene[], overlay: PageEdits): Scene[] => {
  const places = pagesInWhole(overlay);
  return scenes.map((scene) => ({ ...scene, page: places[scene.page] ?? nowhere }));
};

/** Numbers of pages of an index as those of the whole. */
export const numbersInWhole = (pages: readonly number[], overlay: PageEdits): number[] => {
  const places = pagesInWhole(overlay);
  return pages.map((page) => places[page] ?? nowhere);
};

/** The table of the whole. */
export function tableWith(table: PageTable, overlay: Overlay | null): PageTable {
  if (!overlay) return table;
  const whole = tableOf(edited(rowsOf(table), overlay.rows));
  const gone = [
    ...numbersInWhole(table.gone ?? [], overlay).filter((page) => page !== nowhere),
    ...(overlay.gone ?? []),
  ];
  return gone.length > 0 ? { ...whole, gone } : whole;
}

/** The vocabulary of the whole. */
export const vocabularyWith = (vocabulary: Vocabulary, overlay: Overlay | null): Vocabulary =>
  overlay
    ? {
        terms: edited(vocabulary.terms, overlay.terms),
        scenes: edited(scenesInWhole(vocabulary.scenes, overlay), overlay.scenes),
        longVowelStems: edited(vocabulary.longVowelStems, overlay.longVowelStems),
      }
    : vocabulary;

/** The titles of the whole. */
export const titlesWith = (titles: TitleList, overlay: Overlay | null): TitleList =>
  overlay ? edited(titles, overlay.titles) : titles;

/** What answers to whole questions know of the whole. */
export const answerWordsWith = (words: AnswerWords, overlay: Overlay | null): AnswerWords =>
  overlay
    ? {
        rings: edited(words.rings, overlay.rings),
        okurigana: edited(words.okurigana, overlay.okurigana),
        english: edited(words.english, overlay.english),
        medical: edited(numbersInWhole(words.medical, overlay), overlay.medical),
        titles: edited(words.titles, overlay.pageTitles),
      }
    : words;
