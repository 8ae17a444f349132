import type { PlaceIndex } from '../engine/place-index.ts';
import type { SceneMatch } from '../engine/scene-words.ts';
import type { AnswerWords, PageTable, PageText, Vocabulary } from '../index-files.ts';
import { foldedText } from '../text/letters.ts';
import { hasFolded } from '../text/occurrences.ts';
import type { Query } from '../text/query.ts';
import { type BestPassage, bestPassage } from './best-passage.ts';
import { conceptsOf } from './concepts.ts';
import { type Gloss, glossesOf } from './gloss.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { coverage, type PlacedConcept, placed, shareIn } from './nearest-pages.ts';
import { type PageNames, pageNames } from './passages.ts';
import { type Wanted, wantedBy } from './question-kinds.ts';
import { scenesOfWholeQuestion } from './scenes-of-question.ts';

/** What of a built site the answers are found in. */
export type AnswerSources = {
  index: PlaceIndex;
  table: PageTable;
  vocabulary: Vocabulary;
  known: KnownWords;
  /** The text of a page, by its place in the table; null where it was taken down. */
  textOf(page: number): Promise<PageText | null>;
};

/** What is made once of the words of a site. */
export type KnownWords = {
  lexicon: Lexicon;
  /** By place in the table, the titles as search compares them. */
  titles: readonly string[];
  names: PageNames;
  /** The pages of institutions with a medical school. */
  medical: ReadonlySet<number>;
  /** What a page is in English, as far as that is known. */
  gloss: Gloss;
};

/** Makes ready what every question needs. */
export const knownWords = (
  table: PageTable,
  vocabulary: Vocabulary,
  words: AnswerWords,
): KnownWords => {
  const valuesOf = (facet: string) => table.facets[facet]?.values ?? [];
  const titles = words.titles.map(foldedText);
  return {
    lexicon: lexiconOf(vocabulary, words, valuesOf('institution')),
    titles,
    names: pageNames(titles, [...valuesOf('institution'), ...valuesOf('kind')]),
    medical: new Set(words.medical),
    gloss: glossesOf(vocabulary.terms, words.english),
  };
};

/** A page that has something of a question, and where it has most of it. */
export type NearPage = {
  page: number;
  score: number;
  /** What of the question it lacks, in the question's words. */
  missing: string[];
  /** Set for the pages that were read: the best ones. */
  passage?: BestPassage;
};

export type NearAnswers = {
  concepts: PlacedConcept[];
  /** The scene that the question speaks of, and one that comes close, where there are any. */
  scenes: SceneMatch[];
  pages: NearPage[];
};

/** How many pages are read for their passages. */
const mostRead = 30;
const fewestCovered = 0.15;
/** Pages that have less than this share of what the best one has are not near. */
const shareOfBest = 0.5;
const mostPages = 50;
/** So many are shown even where the first one has far more of the question. */
const fewPages = 10;

const weights = {
  title: 0.35,
  wholeTitle: 0.1,
  scene: 0.12,
  passage: 0.6,
  wantedPage: 0.08,
  filePage: -0.06,
};

/**
 * Finds the pages that have most of what a question speaks of, and in each the few lines that have most of it.
 * @param exclude pages that are shown already
 * @param synonyms whether other words for the same are looked for
 */
export async function nearAnswers(
  question: string,
  query: Query,
  sources: AnswerSources,
  { exclude, synonyms }: { exclude: ReadonlySet<number>; synonyms: boolean },
): Promise<NearAnswers> {
  const { index, table, vocabulary, known } = sources;
  const asked = conceptsOf(question, known.lexicon).map((concept) =>
    synonyms ? concept : { ...concept, forms: concept.forms.slice(0, 1) },
  );
  const concepts = await placed(index, asked, vocabulary.longVowelStems);
  // A number, or a word of every page, is near to nothing.
  if (!concepts.some(({ weight, pages }) => weight >= 1 && pages.size > 0)) return noAnswers;
  const wanted = wantedBy(question);
  const gone = new Set(table.gone);
  const covered = coverage(concepts);
  const scored = [...covered]
    .filter(([page]) => !gone.has(page) && !exclude.has(page))
    .map(
      ([page, share]): NearPage => ({
        page,
        score:
          share ** 2 +
          titleScore(known.titles[page] ?? '', concepts) +
          wantedPages(page, table, known, wanted),
        missing: concepts.filter(({ pages }) => !pages.has(page)).map(({ text }) => text),
      }),
    )
    .sort((a, b) => b.score - a.score || a.page - b.page);
  const scenes =
    exclude.size > 0
      ? []
      : scenesOfWholeQuestion(
          vocabulary.scenes,
          query,
          (word) => shareOfPages(word, concepts, index.ids.length),
          (page) => scored.find((one) => one.page === page)?.score ?? 0,
        );
  const scenePages = new Set(scenes.map(({ page }) => page));
  const least = (scored[0]?.score ?? 0) * shareOfBest;
  const near = scored
    .filter(
      ({ page, score }, place) =>
        scenePages.has(page) ||
        ((score >= least || place < fewPages) && (covered.get(page) ?? 0) >= fewestCovered),
    )
    .slice(0, mostPages);

  const read = await Promise.all(
    near.slice(0, mostRead).map(async (one): Promise<NearPage> => {
      const text = await sources.textOf(one.page);
      const passage = text && bestPassage(text, concepts, wanted, known.names);
      if (!passage) return one;
      const score =
        one.score +
        weights.passage * passage.rank ** 2 +
        (text.page ? weights.filePage : 0) +
        (scenePages.has(one.page) ? weights.scene : 0);
      return { ...one, score, passage };
    }),
  );
  return {
    concepts,
    scenes,
    pages: [...read.sort((a, b) => b.score - a.score || a.page - b.page), ...near.slice(mostRead)],
  };
}

/** What a title says of a question, and how little else it says: the page of a term comes before those that only name it. */
const titleScore = (title: string, concepts: readonly PlacedConcept[]): number => {
  const share = shareIn(title, concepts);
  if (share === 0) return 0;
  const longest = Math.max(
    ...concepts.flatMap(({ folded }) =>
      folded.map((form) => (hasFolded(title, form) ? form.length : 0)),
    ),
  );
  return weights.title * share + weights.wholeTitle * share * (longest / title.length);
};

const noAnswers: NearAnswers = { concepts: [], scenes: [], pages: [] };

/** On which share of the pages a word of the question stands; one that nothing is known of stands on few. */
const shareOfPages = (word: string, concepts: readonly PlacedConcept[], all: number): number => {
  const typed = foldedText(word);
  const known = concepts.find(
    ({ text, forms }) =>
      foldedText(text) === typed || forms.some((form) => foldedText(form) === typed),
  );
  return known ? known.pages.size / all : 0;
};

/** What a page has to do with the kind of page, or of institution, that a question names. */
const wantedPages = (
  page: number,
  table: PageTable,
  { medical }: KnownWords,
  { pages, isMedical }: Wanted,
): number => {
  const named = pages.filter(({ facet, value }) => {
    const values = table.facets[facet];
    return values?.pages[page]?.some((place) => values.values[place] === value);
  });
  return (named.length + (isMedical && medical.has(page) ? 1 : 0)) * weights.wantedPage;
};
