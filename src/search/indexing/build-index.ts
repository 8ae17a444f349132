import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isQuestion } from '../engine/scene-words.ts';
import { goldenQuestions } from '../golden.ts';
import {
  type AnswerWords,
  indexFiles,
  type PageText,
  questionKind,
  type Ring,
  type TitleList,
  type Vocabulary,
} from '../index-files.ts';
import { units } from '../text/letters.ts';
import { okuriganaOf } from '../text/okurigana.ts';
import { parseQuery } from '../text/query.ts';
import { longVowelStems } from '../text/spellings.ts';
import { lookupOf, tokens } from '../text/tokens.ts';
import { bundleEngine, bundleNear } from './bundle-engine.ts';
import type { PageRecord } from './page-record.ts';
import { pageTable } from './page-table.ts';
import { indexWithPagefind } from './pagefind-build.ts';
import { readPage } from './read-page.ts';

/** Of which site an index is made, and where it goes. */
export type SearchBuild = {
  /** The folder of the built site. */
  siteDir: string;
  /** Where the index goes; /search/ of the site unless said otherwise. */
  outDir?: string;
};

/** How many pages of the site and of its files are found by search. */
export type SearchBuildReport = { pages: number; bytes: number };

/**
 * Reads the built pages that are marked `data-pagefind-body` and writes what the search needs.
 * The same input gives the same files.
 */
export async function buildSearchIndex(build: SearchBuild): Promise<SearchBuildReport> {
  const { siteDir, outDir = join(siteDir, 'search') } = build;
  const all = (await readPages(siteDir)).sort((a, b) => (a.url < b.url ? -1 : 1));
  const rows = all.map((record) => ({ record, key: keyOf(record), tokens: tokensOf(record) }));
  const written = new Set<string>();
  const pagefind = await indexWithPagefind(
    rows.map(({ key, tokens: { title, rest } }) => {
      for (const token of title) written.add(token);
      for (const token of rest) written.add(token);
      return { key, tokens: [...title, ...rest].join(' ') };
    }),
  );

  const rowOf = new Map(rows.map((row) => [pagefind.idOf.get(row.key), row]));
  const inOrder = pagefind.meta.pages.map(({ id }) => {
    const row = rowOf.get(id);
    if (!row) throw new Error(`Pagefind lists a page ${id} that has no fragment.`);
    return { id, record: row.record, titleLength: row.tokens.title.length };
  });

  const files = new Map<string, Uint8Array | string>([
    ...pagefind.files.map(({ path, content }) => [indexFiles.index + path, content] as const),
    [indexFiles.engine, await bundleEngine(pagefind.runtime)],
    [indexFiles.near, await bundleNear()],
    [indexFiles.table, gzippedJson(pageTable(inOrder))],
    [indexFiles.vocabulary, gzippedJson(vocabularyOf(inOrder, written))],
    [indexFiles.titles, gzippedJson([...titlesOf(all), ...questionsOf(all)])],
    [indexFiles.answerWords, gzippedJson(answerWordsOf(inOrder, await readRings(siteDir)))],
    ...inOrder.map(
      ({ id, record }) => [indexFiles.page(id), gzippedJson(shownOf(record))] as const,
    ),
  ]);
  for (const folder of ['index', 'pages']) {
    await rm(join(outDir, folder), { recursive: true, force: true });
  }
  let bytes = 0;
  for (const [name, content] of files) {
    await mkdir(dirname(join(outDir, name)), { recursive: true });
    await writeFile(join(outDir, name), content);
    bytes += content.length;
  }
  return { pages: all.length, bytes };
}

async function readPages(siteDir: string): Promise<PageRecord[]> {
  const names = (await readdir(siteDir, { recursive: true, encoding: 'utf8' }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html') && !name.startsWith('search/'))
    .sort();
  const pages: PageRecord[] = [];
  for (const name of names) {
    const html = await readFile(join(siteDir, name), 'utf8');
    const path = name.replace(/(^|\/)index\.html$/, '$1');
    // Names of files are part of addresses, and may hold what means something else there.
    pages.push(...readPage(html, `/${path.split('/').map(encodeURIComponent).join('/')}`));
  }
  return pages;
}

/**
 * A record's tokens: the title first, so that its places tell that a match is in the title. Only the first page of
 * a document carries its title, or every page would answer for it.
 */
function tokensOf(record: PageRecord): { title: string[]; rest: string[] } {
  const isLaterPage = record.page !== undefined && record.page > 1;
  const texts = record.sections.flatMap(({ heading, text }) => [heading, ...text.split('\n')]);
  return {
    title: isLaterPage ? [] : tokens(record.title),
    rest: [...texts, ...record.words].flatMap(tokens),
  };
}

/** Where a page is and what it says: Pagefind names a page after it, so a changed page has a new name. */
const keyOf = (record: PageRecord): string =>
  `${record.url} ${createHash('sha256').update(JSON.stringify(record)).digest('base64url')}`;

/** Where a built site has its rings (src/pages/data). */
const ringsFile = 'data/rings.json';

const gzippedJson = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value), { level: 9 });

const shownOf = ({
  facets: _f,
  words: _w,
  scene: _s,
  question: _q,
  hasMedicalSchool: _m,
  term: _t,
  ...shown
}: PageRecord): PageText => shown;

/** The words that the engine knows: glossary and scenes, with the forms of a term that can be on the site at all: the others need not be looked up. */
function vocabularyOf(
  pages: readonly { record: PageRecord }[],
  written: ReadonlySet<string>,
): Vocabulary {
  const canBeFound = (form: string) => {
    const { row } = lookupOf(form, true);
    return units(form).length > 0 && row.every((token) => written.has(token));
  };
  const texts = pages.flatMap(({ record }) => [
    record.title,
    ...record.sections.flatMap(({ heading, text }) => [heading, text]),
  ]);
  return {
    longVowelStems: [...new Set(texts.flatMap(longVowelStems))].sort(),
    terms: pages.flatMap(({ record: { url, term } }) => {
      if (!term) return [];
      const forms = [term.term, term.reading, ...term.synonyms];
      const present = forms.flatMap((form, index) => (canBeFound(form) ? [index] : []));
      const { english: _, ...inJapanese } = term;
      return [{ url, ...inJapanese, present }];
    }),
    scenes: pages.flatMap(({ record: { scene, title, url, words } }, page) =>
      scene ? [{ page, title, url, words }] : [],
    ),
  };
}

/** What answers to whole questions know beside the vocabulary, in the order of the table and of its terms. */
function answerWordsOf(pages: readonly { record: PageRecord }[], rings: Ring[]): AnswerWords {
  const records = pages.map(({ record }) => record);
  const medical = new Set(
    records.flatMap(({ hasMedicalSchool, institution }) =>
      hasMedicalSchool && institution !== undefined ? [institution] : [],
    ),
  );
  return {
    rings,
    okurigana: okuriganaOf(
      records.flatMap(({ title, sections }) => [title, ...sections.map(({ text }) => text)]),
    ),
    english: records.flatMap(({ url, term }) =>
      term?.english ? [[url, term.english] as const] : [],
    ),
    medical: records.flatMap(({ institution }, page) =>
      institution !== undefined && medical.has(institution) ? [page] : [],
    ),
    titles: records.map(({ title, page = 1 }) => (page === 1 ? title : '')),
  };
}

/** The rings of the edition, which its site carries as data for everybody; none where it has no such file. */
async function readRings(siteDir: string): Promise<Ring[]> {
  const text = await readFile(join(siteDir, ringsFile), 'utf8').catch(() => null);
  if (text === null) return [];
  const { items } = JSON.parse(text) as { items: (Ring & { name: string })[] };
  return items.map(({ name, members, english }) => ({
    members: [...new Set([name, ...members])],
    english,
  }));
}

const titlesOf = (all: readonly PageRecord[]): TitleList =>
  all
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
function questionsOf(all: readonly PageRecord[]): TitleList {
  const there = new Set(all.map(({ url }) => url));
  const ofScenes = all.flatMap(({ question, url }) =>
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
