import {
  type AnswerWords,
  indexFiles,
  type PageTable,
  type Ring,
  type TitleList,
  type Vocabulary,
} from '../index-files.ts';
import { edited, type ListEdits, withoutDropped } from '../overlay/list-edits.ts';
import { blankItems, numbersInWhole, type Overlay, scenesInWhole } from '../overlay/overlay.ts';
import { type PageRow, rowsOf, tableOf } from '../overlay/page-rows.ts';
import { units } from '../text/letters.ts';
import { editsBetween } from './edits-between.ts';
import type { KeptIndex } from './kept-index.ts';
import { pageRows } from './page-table.ts';
import { byAddress, type PageOutline, type PageReading, tokensOf } from './readings.ts';
import { answerWordsOf, canBeFound, titleListOf, vocabularyOf } from './site-words.ts';

/** The files of a whole index that say something of all pages. */
export type BaseFiles = {
  table: PageTable;
  vocabulary: Vocabulary;
  titles: TitleList;
  answerWords: AnswerWords;
};

/** What has changed since a whole index. */
export type Since = {
  /** Of its pages, those that are no more what they were, in order; and what was read in them. */
  lost: readonly number[];
  waysLost: readonly PageReading[];
  /** What stands there now, in the order of addresses. */
  added: readonly (PageReading & { id: string; file: string; outline: PageOutline })[];
  rings: Ring[];
};

const knownRows = new WeakMap<PageTable, PageRow[]>();

/** The rows of the whole index, which stays as it is for many publications. */
function rowsOfBase(table: PageTable): PageRow[] {
  const rows = knownRows.get(table) ?? rowsOf(table);
  knownRows.set(table, rows);
  return rows;
}

/** How the files of a whole index become those of an index of the site as it is now. */
export function overlayBetween(base: BaseFiles, kept: KeptIndex, since: Since): Overlay {
  const { pages, outlines } = pagesSince(kept, since);
  const ways = waysSince(kept, since);
  const addresses = new Set(outlines.map(({ url }) => url));
  const start = { basePages: kept.pages.length, pages };
  const vocabulary = vocabularyOf(outlines, ways, presentSince(base.vocabulary, since));
  const words = answerWordsOf(outlines, ways, since.rings);
  return {
    ...start,
    removed: since.lost.filter((page) => !addresses.has(kept.pages[page]?.outline.url ?? '')),
    files: [...new Set(since.added.map(({ file }) => file))].sort(),
    rows: editsBetween(rowsOfBase(base.table), pageRows(outlines)),
    terms: editsBetween(base.vocabulary.terms, vocabulary.terms),
    scenes: editsBetween(scenesInWhole(base.vocabulary.scenes, start), vocabulary.scenes),
    longVowelStems: editsBetween(base.vocabulary.longVowelStems, vocabulary.longVowelStems),
    titles: editsBetween(base.titles, titleListOf(outlines)),
    rings: editsBetween(base.answerWords.rings, words.rings),
    okurigana: editsBetween(base.answerWords.okurigana, words.okurigana),
    english: editsBetween(base.answerWords.english, words.english),
    medical: editsBetween(numbersInWhole(base.answerWords.medical, start), words.medical),
    pageTitles: editsBetween(base.answerWords.titles, words.titles),
  };
}

/**
 * The files of a whole index in which what an overlay drops is blank, by their paths below /search/: with the overlay they
 * say the same, and by themselves nothing of pages that are gone. Places stay as they were.
 */
export function withoutWhatIsDropped(base: BaseFiles, overlay: Overlay): [string, unknown][] {
  const { table, vocabulary, titles, answerWords } = base;
  return [
    [indexFiles.table, tableOf(withoutDropped(rowsOf(table), overlay.rows, blankItems.row))],
    [
      indexFiles.vocabulary,
      {
        terms: withoutDropped(vocabulary.terms, overlay.terms, blankItems.term),
        scenes: withoutDropped(vocabulary.scenes, overlay.scenes, blankItems.scene),
        longVowelStems: vocabulary.longVowelStems,
      } satisfies Vocabulary,
    ],
    [indexFiles.titles, withoutDropped(titles, overlay.titles, blankItems.title)],
    [
      indexFiles.answerWords,
      {
        ...answerWords,
        english: withoutDropped(answerWords.english, overlay.english, blankItems.english),
        titles: withoutDropped(answerWords.titles, overlay.pageTitles, blankItems.pageTitle),
      } satisfies AnswerWords,
    ],
  ];
}

/** The pages as they are now, in the order of their addresses, and how they came of those of the whole index. */
function pagesSince(
  kept: KeptIndex,
  { lost, added }: Since,
): { pages: ListEdits<string>; outlines: PageOutline[] } {
  const isLost = new Set(lost);
  const pages: [number, number, ...string[]][] = [];
  const edits: [number, number, ...PageOutline[]][] = [];
  let next = 0;
  for (let page = 0; page <= kept.pages.length; page += 1) {
    const here = kept.pages[page]?.outline;
    const ids: string[] = [];
    const outlines: PageOutline[] = [];
    for (; next < added.length; next += 1) {
      const one = added[next] as Since['added'][number];
      if (here && byAddress(one.outline, here) > 0) break;
      ids.push(one.id);
      outlines.push(one.outline);
    }
    const dropped = here && isLost.has(page) ? 1 : 0;
    if (ids.length + dropped === 0) continue;
    pages.push([page, dropped, ...ids]);
    edits.push([page, dropped, ...outlines]);
  }
  return {
    pages,
    outlines: edited(
      kept.pages.map(({ outline }) => outline),
      edits,
    ),
  };
}

/** How the site writes now. */
function waysSince(kept: KeptIndex, { waysLost, added }: Since) {
  const now = (
    before: Readonly<Record<string, number>>,
    of: 'longVowelStems' | 'compounds',
  ): string[] => {
    const counts = new Map(Object.entries(before));
    const count = (readings: readonly PageReading[], step: number) => {
      for (const reading of readings) {
        for (const word of reading[of]) counts.set(word, (counts.get(word) ?? 0) + step);
      }
    };
    count(waysLost, -1);
    count(added, 1);
    return [...counts].filter(([, pages]) => pages > 0).map(([word]) => word);
  };
  return {
    longVowelStems: now(kept.longVowelStems, 'longVowelStems'),
    compounds: now(kept.compounds, 'compounds'),
  };
}

/**
 * Which forms of a term can be on the site: those that could be when the index was made, and those whose letters stand in
 * what was added. Of a term that is new, all: to look up one that nobody wrote finds nothing.
 */
function presentSince(
  vocabulary: Vocabulary,
  { added }: Since,
): (forms: readonly string[], url: string) => number[] {
  const written = new Set(
    added.flatMap(({ record }) => {
      const { title, rest } = tokensOf(record);
      return [...title, ...rest];
    }),
  );
  const known = new Map(vocabulary.terms.map((term) => [term.url, term]));
  return (forms, url) => {
    const before = known.get(url);
    const formsBefore = before && [before.term, before.reading, ...before.synonyms];
    const isSame = JSON.stringify(formsBefore) === JSON.stringify(forms);
    return forms.flatMap((form, place) =>
      (isSame && before?.present.includes(place)) ||
      (isSame ? canBeFound(form, written) : units(form).length > 0)
        ? [place]
        : [],
    );
  };
}
