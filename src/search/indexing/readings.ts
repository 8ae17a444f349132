import { createHash } from 'node:crypto';
import { compoundsIn } from '../text/okurigana.ts';
import { longVowelStems } from '../text/spellings.ts';
import { tokens } from '../text/tokens.ts';
import type { PageRecord } from './page-record.ts';
import { readPage } from './read-page.ts';

/** What is read in a page for the index: a record, and what its words tell of how the site writes. */
export type PageReading = {
  record: PageRecord;
  /** Katakana words that end in a long vowel, without it; each once. */
  longVowelStems: string[];
  /** Compounds of two verbs as the page writes them, and what looks like them; each once. */
  compounds: string[];
};

/** Where a page is found, by its file below the site's folder. Names of files may hold what means something else in addresses. */
export const addressOfFile = (path: string): string =>
  `/${path
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;

/**
 * Reads the built page in a file, as `readPage` does.
 * @param path below the site's folder, with `/`
 */
export const readingsOf = (html: string, path: string): PageReading[] =>
  readPage(html, addressOfFile(path)).map((record) => {
    const texts = record.sections.map(({ text }) => text);
    const headings = record.sections.map(({ heading }) => heading);
    return {
      record,
      longVowelStems: once([record.title, ...headings, ...texts].flatMap(longVowelStems)),
      compounds: once([record.title, ...texts].flatMap(compoundsIn)),
    };
  });

const once = (words: readonly string[]): string[] => [...new Set(words)];

/**
 * A record's tokens: the title first, so that its places tell that a match is in the title. Only the first page of
 * a document carries its title, or every page would answer for it.
 */
export function tokensOf(record: PageRecord): { title: string[]; rest: string[] } {
  const texts = record.sections.flatMap(({ heading, text }) => [heading, ...text.split('\n')]);
  return { title: titleTokens(record), rest: [...texts, ...record.words].flatMap(tokens) };
}

const titleTokens = ({ page = 1, title }: PageRecord): string[] => (page > 1 ? [] : tokens(title));

/** All that files of the whole site need of a page: its record without its text. */
export type PageOutline = Omit<PageRecord, 'sections'> & {
  /** Where it is and what it says, by which Pagefind names it: a changed page has another. */
  key: string;
  titleLength: number;
};

/** What of a record is kept for the files of the whole site. */
export const outlineOf = (record: PageRecord): PageOutline => {
  const { sections: _, ...rest } = record;
  return { ...rest, key: keyOf(record), titleLength: titleTokens(record).length };
};

const keyOf = (record: PageRecord): string =>
  `${record.url} ${createHash('sha256').update(JSON.stringify(record)).digest('base64url')}`;

/** Pages are numbered in the order of their addresses, which decides too where nothing else does. */
export const byAddress = (a: { url: string }, b: { url: string }): number =>
  a.url < b.url ? -1 : Number(a.url > b.url);
