import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { indexFiles } from '../index-files.ts';
import { tableOf } from '../overlay/page-rows.ts';
import { bundleEngine, bundleNear } from './bundle-engine.ts';
import { indexCode } from './index-code.ts';
import { gzippedJson, pressedJson } from './json-files.ts';
import { type ReadingPages, readingPages } from './kept-index.ts';
import { shownOf } from './page-record.ts';
import { pageRows } from './page-table.ts';
import { indexWithPagefind } from './pagefind-build.ts';
import { byAddress, outlineOf, type PageReading, tokensOf } from './readings.ts';
import { replaceFile } from './replace-file.ts';
import { readRings } from './rings.ts';
import { pagesOf } from './site-pages.ts';
import { answerWordsOf, canBeFound, titleListOf, vocabularyOf } from './site-words.ts';

/** Of which site an index is made, and where it goes. */
export type SearchBuild = {
  /** The folder of the built site. */
  siteDir: string;
  /** Where the index goes; /search/ of the site unless said otherwise. */
  outDir?: string;
  /** Where it is kept what was read in pages, for the next index; nothing is kept unless said. */
  cacheDir?: string;
};

/** How many pages of the site and of its files are found by search, and the size of what was written. */
export type SearchBuildReport = { pages: number; bytes: number };

/**
 * Reads the built pages that are marked `data-pagefind-body` and writes what the search needs.
 * The same input gives the same files. None is written in place: another name that a file may have stays as it was.
 */
export async function buildSearchIndex(build: SearchBuild): Promise<SearchBuildReport> {
  return readingPages(build.cacheDir, indexCode(), (pages) => buildFrom(build, pages));
}

/** A page of the index, with its text as it is shown on its way to be pressed. */
type Row = PageReading & {
  file: number;
  outline: ReturnType<typeof outlineOf>;
  text: Promise<Uint8Array>;
};

const comesBefore = (one: Row, other: Row): boolean => byAddress(one.record, other.record) < 0;

async function buildFrom(
  { siteDir, outDir = join(siteDir, 'search') }: SearchBuild,
  reading: ReadingPages,
): Promise<SearchBuildReport> {
  const rows: Row[] = [];
  const written = new Set<string>();
  const tokenRow = ({ record, outline: { key } }: Row) => {
    const { title, rest } = tokensOf(record);
    for (const token of title) written.add(token);
    for (const token of rest) written.add(token);
    return { key, tokens: [...title, ...rest].join(' ') };
  };
  let files = 0;
  async function* read() {
    for await (const [path, html] of pagesOf(siteDir)) {
      const readings = await reading.read(path, html);
      for (const one of readings.toSorted((a, b) => byAddress(a.record, b.record))) {
        // Texts are pressed beside this thread.
        const text = pressedJson(shownOf(one.record));
        const row = { ...one, file: files, outline: outlineOf(one.record), text };
        rows.push(row);
        yield tokenRow(row);
      }
      files += 1;
    }
  }
  let pagefind = await indexWithPagefind(read());
  // Files stand in the order of their addresses, but an address may stand between those of the pages of one file.
  if (rows.some((row, place) => place > 0 && comesBefore(row, rows[place - 1] as Row))) {
    rows.sort((a, b) => byAddress(a.record, b.record));
    pagefind = await indexWithPagefind(rows.map(tokenRow));
  }
  const ids = pagefind.meta.pages.map(({ id }) => id);
  for (const [place, { outline }] of rows.entries()) {
    if (pagefind.idOf.get(outline.key) !== ids[place]) {
      throw new Error(`Pagefind lists ${outline.key} elsewhere than it was added.`);
    }
  }

  const outlines = rows.map(({ outline }) => outline);
  const stems = counted(rows.map(({ longVowelStems }) => longVowelStems));
  const compounds = counted(rows.map((one) => one.compounds));
  const ways = { longVowelStems: stems.keys(), compounds: compounds.keys() };
  const presentOf = (forms: readonly string[]) =>
    forms.flatMap((form, place) => (canBeFound(form, written) ? [place] : []));
  const texts = await Promise.all(rows.map(({ text }) => text));
  const made = new Map<string, Uint8Array | string>([
    ...pagefind.files.map(({ path, content }) => [indexFiles.index + path, content] as const),
    [indexFiles.engine, await bundleEngine(pagefind.runtime)],
    [indexFiles.near, await bundleNear()],
    [indexFiles.table, gzippedJson(tableOf(pageRows(outlines)))],
    [indexFiles.vocabulary, gzippedJson(vocabularyOf(outlines, ways, presentOf))],
    [indexFiles.titles, gzippedJson(titleListOf(outlines))],
    [indexFiles.answerWords, gzippedJson(answerWordsOf(outlines, ways, await readRings(siteDir)))],
    ...texts.map((text, place) => [indexFiles.page(ids[place] ?? ''), text] as const),
  ]);
  for (const folder of ['index', 'pages', indexFiles.overlayIndex]) {
    await rm(join(outDir, folder), { recursive: true, force: true });
  }
  let bytes = 0;
  for (const [name, content] of made) {
    await replaceFile(join(outDir, name), content);
    bytes += content.length;
  }
  await reading.keep({
    index: pagefind.hash,
    pages: rows.map(({ file, outline }, place) => ({ file, id: ids[place] ?? '', outline })),
    longVowelStems: Object.fromEntries(stems),
    compounds: Object.fromEntries(compounds),
  });
  return { pages: rows.length, bytes };
}

/** On how many pages each word stands, of lists that have each once. */
function counted(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
