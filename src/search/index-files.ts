import type { PlaceId } from '../schema/place.ts';

/** What stands in the site's folder /search/: written by the build, read by the engine. */

/** The names below /search/. */
export const indexFiles = {
  engine: 'engine.js',
  /** Pagefind's index, its entry file and its WebAssembly. */
  index: 'index/',
  /** Says which index there is, and whether something has changed since. */
  entry: 'index/pagefind-entry.json',
  table: 'table.json.gz',
  vocabulary: 'vocabulary.json.gz',
  titles: 'titles.json.gz',
  /** What finds near answers, and the words it knows: fetched only where no page has every word. */
  near: 'near.js',
  answerWords: 'words.json.gz',
  page: (id: string) => `pages/${id}.json.gz`,
  /** What has changed since: a small index beside the large one, and what the other files are to be read with. */
  overlayIndex: 'overlay/',
  overlay: (name: string) => `overlay/${name}.json.gz`,
} as const;

/** The files that say something of pages in their own words; of all others, nobody can read who is in them. */
export type TellingIndexFile =
  | 'table'
  | 'vocabulary'
  | 'titles'
  | 'answerWords'
  | 'page'
  | 'overlay';

/** Which of them a file is, by its path below /search/; undefined where it is none. */
export const tellingIndexFile = (path: string): TellingIndexFile | undefined => {
  if (/^pages\/[^/]+\.json\.gz$/.test(path)) return 'page';
  if (/^overlay\/[^/]+\.json\.gz$/.test(path)) return 'overlay';
  const whole = ['table', 'vocabulary', 'titles', 'answerWords'] as const;
  return whole.find((name) => indexFiles[name] === path);
};

/** How a file of Pagefind's that lists the pages of an index is called, beside its entry file. */
export const metaFile = (hash: string): string => `pagefind.${hash}.pf_meta`;

/** The entry file: Pagefind's, to which ours is added. */
export type IndexEntry = {
  version: string;
  /** The one index that we build has no language. */
  languages: { unknown: { hash: string; wasm: null; page_count: number } };
  /** Left out where nothing has changed since the index was made. `index`: none where pages have only gone. */
  overlay?: { name: string; index: { hash: string; pages: number } | null };
};

/** A stretch of a page under one heading. The stretch before the first heading has none. */
export type Section = {
  heading: string;
  /** The anchor of the heading, if it has one. */
  anchor: string;
  /** Blocks of text, one a line, in the author's own characters. */
  text: string;
  /** Beside the text of the page: found, but shown only where nothing else is. */
  aside?: true;
};

/** What a result shows beside its title. */
export type PageFacts = {
  /** 取組, 規程・指針, 場面 … */
  kind?: string;
  institution?: string;
  /** For the order by date, as far as it is known: 2016-03-30, 2016-03, 2016, or the fiscal year FY2016. */
  date?: string;
  themes?: string[];
  /** Of an edition of a rule that is announced or replaced on some day: its dates (rule-editions/edition-status.ts). */
  edition?: string;
  /** What marks a page that the public edition doesn't have (catalog/members-only.ts). */
  membersOnly?: string;
};

/** One page of the site, or one page of a document, as results show it. */
export type PageText = PageFacts & {
  /** From the root of the site, without its base path. */
  url: string;
  title: string;
  /** The page of a file, and what its readers call it: 7ページ, スライド7, シート「集計」. */
  page?: number;
  place?: string;
  sections: Section[];
};

/**
 * What ranking, facets and the order by date need of every page, so that no page is fetched for them.
 * Each array runs in the order of Pagefind's own list of pages.
 */
export type PageTable = {
  /** How many units of text the title has; they come first in a page. */
  titleLengths: number[];
  /** Days since 1970-01-01; null where a page has no date. */
  days: (number | null)[];
  facets: Record<string, { values: string[]; pages: number[][] }>;
  /** The pages of rules that have several editions, with the dates of each; left out where there are none. */
  editions?: (readonly [page: number, edition: string])[];
  /** What is known of the institution that a page is of, for what comes from places like the reader's. */
  profiles: PlaceId[][];
  /** Pages that were taken down after the index was made; the gateway adds it (cms/gateway/takedown). */
  gone?: number[];
};

/** The page of a scene, by its number, with the words that people use for it. */
export type Scene = { page: number; title: string; url: string; words: string[] };

/** A glossary term as search uses it. */
export type VocabularyTerm = {
  url: string;
  term: string;
  reading: string;
  /** What means exactly the same: synonyms and abbreviations. */
  synonyms: string[];
  /** Words near in meaning: offered, never searched for unasked. */
  related: string[];
  /** Those of term, reading and synonyms whose letters occur on the site, by place in that row. */
  present: number[];
};
/** Words that the search knows more of than that they stand somewhere. */
export type Vocabulary = {
  terms: VocabularyTerm[];
  scenes: Scene[];
  /** Katakana words of the site that end in a long vowel, without it. */
  longVowelStems: string[];
};

/** Words that mean the same as everybody uses them, which no page need have side by side: ノートPC, ラップトップ, laptop. */
export type Ring = { members: string[]; english: string[] };

/** What answers to whole questions need beside the vocabulary. */
export type AnswerWords = {
  rings: Ring[];
  /** Ways to write one compound that are on the site: 受入, 受入れ, 受け入れ. */
  okurigana: string[][];
  /** The addresses of terms and scenes with what they are called in English. */
  english: (readonly [url: string, name: string])[];
  /** The pages of institutions with a medical school, their entries among them. */
  medical: number[];
  /** In the order of the table, the title of each page; empty where it is a later page of a file. */
  titles: string[];
};

/** Stands as the kind of a title that is no title but a question that people ask. */
export const questionKind = '問い';

/** Every title, and questions that the site answers, for suggestions while typing. */
export type TitleList = { title: string; url: string; kind: string; edition?: string }[];
