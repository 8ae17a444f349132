import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withBytesOf } from '../../reused-room.ts';
import { whileUnchanged } from '../../unchanged-file.ts';
import {
  type AnswerWords,
  type IndexEntry,
  indexFiles,
  type PageTable,
  type TitleList,
  type Vocabulary,
} from '../index-files.ts';
import { droppedPlaces } from '../overlay/list-edits.ts';
import type { Overlay } from '../overlay/overlay.ts';
import { buildSearchIndex, type SearchBuild, type SearchBuildReport } from './build-index.ts';
import { indexCode } from './index-code.ts';
import { fromGzippedJson, gzippedJson, pressedJson } from './json-files.ts';
import { type KeptIndex, keptIndex, type ReadKept, withKeptReadings } from './kept-index.ts';
import { readAgain } from './latest-readings.ts';
import { type BaseFiles, overlayBetween, withoutWhatIsDropped } from './overlay-between.ts';
import { shownOf } from './page-record.ts';
import { indexWithPagefind, type PagefindOutput } from './pagefind-build.ts';
import { byAddress, outlineOf, type PageReading, tokensOf } from './readings.ts';
import { replaceFile } from './replace-file.ts';
import { readRings } from './rings.ts';
import { isPageOfSite, isSearchable } from './site-pages.ts';

/** Of which site the index follows its pages, and which of them. */
export type SearchUpdate = SearchBuild & {
  /** The files that were written anew or removed, by their paths below `siteDir`, with `/`; others than pages may be among them. */
  changed: readonly string[];
};

/** Where more of the pages than this share have changed, the whole index costs hardly more. */
const mostChangedShare = 0.25;
/** So few pages are an overlay in any case. */
const fewPages = 20;

/** How many postings a chunk of the small index holds: there are few, and a query needs the words that it has. */
const postingsInChunk = 1000;

/**
 * Brings the index of a site to its pages as they are now, by what has changed since the whole index was made: the next
 * whole index takes it in. The folder is a hard-linked copy of one with an index; files are replaced or removed, and none
 * is written in place. Where nothing is kept of the whole index, or most of it has changed, it is made anew.
 */
export async function updateSearchIndex(update: SearchUpdate): Promise<SearchBuildReport> {
  const { siteDir, outDir = join(siteDir, 'search'), cacheDir, changed } = update;
  const kept = await keptIndex(cacheDir, indexCode());
  const entry = await readEntry(outDir);
  if (!kept || entry?.languages.unknown.hash !== kept.index) return buildSearchIndex(update);
  const report = await withKeptReadings(cacheDir, (readKept) =>
    writeOverlay({ siteDir, outDir, kept, entry, readKept }, changed),
  );
  return report ?? buildSearchIndex(update);
}

type Ground = {
  siteDir: string;
  outDir: string;
  kept: KeptIndex;
  entry: IndexEntry;
  readKept: ReadKept;
};

/** @returns null where the whole index is to be made */
async function writeOverlay(
  ground: Ground,
  changed: readonly string[],
): Promise<SearchBuildReport | null> {
  const { siteDir, outDir, kept, entry } = ground;
  const before = entry.overlay
    ? fromGzippedJson<Overlay>(await readFile(join(outDir, indexFiles.overlay(entry.overlay.name))))
    : null;
  const since = await changedPages(ground, before, changed);
  const different = Math.max(since.lost.length, since.added.length);
  if (different > Math.max(fewPages, kept.pages.length * mostChangedShare)) return null;
  const waysLost = await lostReadings(ground, since.lost);
  if (!waysLost) return null;

  const [index, base, rings] = await Promise.all([
    indexAdded(kept, since.added),
    readBase(outDir),
    readRings(siteDir),
  ]);
  const added = since.added.map((one) => ({
    ...one,
    id: index?.idOf.get(one.outline.key) ?? '',
  }));
  const overlay = overlayBetween(base, kept, { lost: since.lost, waysLost, added, rings });
  const content = gzippedJson(overlay);
  const name = createHash('sha256').update(content).digest('base64url').slice(0, 16);

  const files = new Map<string, Uint8Array | string>(
    isEmpty(overlay) ? [] : [[indexFiles.overlay(name), content]],
  );
  for (const { path, content } of index?.output.files ?? []) {
    if (!path.startsWith('index/') && !path.endsWith('.pf_meta')) continue;
    files.set(indexFiles.overlayIndex + path, content);
  }
  for (const { id, record } of added) files.set(indexFiles.page(id), gzippedJson(shownOf(record)));
  for (const { id, record } of since.back) {
    files.set(indexFiles.page(id), gzippedJson(shownOf(record)));
  }
  const known = new Set(before?.removed);
  if (overlay.removed.some((page) => !known.has(page))) {
    const blanked = withoutWhatIsDropped(base, overlay).map(
      async ([path, value]) => [path, await pressedJson(value)] as const,
    );
    for (const [path, pressed] of await Promise.all(blanked)) files.set(path, pressed);
  }
  const { overlay: _, ...plain } = entry;
  const named = index && { hash: index.output.hash, pages: added.length };
  files.set(
    indexFiles.entry,
    JSON.stringify(isEmpty(overlay) ? plain : { ...plain, overlay: { name, index: named } }),
  );

  let bytes = 0;
  for (const [path, written] of files) {
    await replaceFile(join(outDir, path), written);
    bytes += written.length;
  }
  const shown = new Set(added.map(({ id }) => id));
  const texts = [
    ...since.lost.map((page) => kept.pages[page]?.id ?? ''),
    ...addedBefore(before).filter((id) => !shown.has(id)),
  ];
  for (const id of texts) await rm(join(outDir, indexFiles.page(id)), { force: true });
  const folder = join(outDir, indexFiles.overlayIndex);
  if (isEmpty(overlay)) await rm(folder, { recursive: true, force: true });
  await removeOthers(folder, (path) => files.has(indexFiles.overlayIndex + path));
  return { pages: kept.pages.length - since.lost.length + added.length, bytes };
}

const readEntry = (outDir: string): Promise<IndexEntry | null> =>
  readFile(join(outDir, indexFiles.entry), 'utf8')
    .then((text) => JSON.parse(text) as IndexEntry)
    .catch(() => null);

/** The whole index stays as it is for many publications. */
const baseReader = <Value>(name: string): ((outDir: string) => Promise<Value>) => {
  const read = whileUnchanged(async (path) => fromGzippedJson<Value>(await readFile(path)));
  return (outDir) => read(join(outDir, name));
};
const readTable = baseReader<PageTable>(indexFiles.table);
const readVocabulary = baseReader<Vocabulary>(indexFiles.vocabulary);
const readTitles = baseReader<TitleList>(indexFiles.titles);
const readAnswerWords = baseReader<AnswerWords>(indexFiles.answerWords);

const readBase = async (outDir: string): Promise<BaseFiles> => ({
  table: await readTable(outDir),
  vocabulary: await readVocabulary(outDir),
  titles: await readTitles(outDir),
  answerWords: await readAnswerWords(outDir),
});

const addedBefore = (before: Overlay | null): string[] =>
  (before?.pages ?? []).flatMap(([_at, _dropped, ...added]) => added);

const isEmpty = ({ basePages: _b, files: _f, removed: _r, ...lists }: Overlay): boolean =>
  Object.values(lists).every((list) => list.length === 0);

type ChangedPages = {
  /** Of the whole index, the pages that are no more what they were. */
  lost: number[];
  /** What stands there now, in the order of addresses. */
  added: (PageReading & { file: string; outline: ReturnType<typeof outlineOf> })[];
  /** Pages of the whole index that are again what they were when it was made. */
  back: { id: string; record: PageReading['record'] }[];
};

/** What has changed since the whole index: in the files that are named, and in those that had changed before. */
async function changedPages(
  { siteDir, kept }: Ground,
  before: Overlay | null,
  changed: readonly string[],
): Promise<ChangedPages> {
  const lostBefore = before ? droppedPlaces(before.pages) : [];
  const paths = new Set([
    ...changed.filter(isPageOfSite),
    ...(before?.files ?? []),
    ...lostBefore.map((page) => kept.files[kept.pages[page]?.file ?? -1]?.path ?? ''),
  ]);
  const pages: { file: string; html: string }[] = [];
  for (const file of paths) {
    const html = searchableIn(join(siteDir, file));
    if (html !== null) pages.push({ file, html });
  }
  const found: ChangedPages['added'] = readAgain(pages).flatMap(({ file, readings }) =>
    readings.map((reading) => ({ ...reading, file, outline: outlineOf(reading.record) })),
  );
  const now = new Map(found.map((one) => [one.outline.key, one]));
  const lost: number[] = [];
  const back: ChangedPages['back'] = [];
  const same = new Set<string>();
  const wasLost = new Set(lostBefore);
  for (const [page, { file, id, outline }] of kept.pages.entries()) {
    if (!paths.has(kept.files[file]?.path ?? '')) continue;
    const one = now.get(outline.key);
    if (!one) lost.push(page);
    else same.add(outline.key);
    if (one && wasLost.has(page)) back.push({ id, record: one.record });
  }
  const added = found.filter(({ outline }) => !same.has(outline.key));
  added.sort((a, b) => byAddress(a.outline, b.outline));
  return { lost, added, back };
}

/** The page in a file, where search is meant to find it; most of those that change are lists, and are not taken for text. */
function searchableIn(path: string): string | null {
  try {
    return withBytesOf(path, (bytes) => (isSearchable(bytes) ? bytes.toString() : null));
  } catch {
    // It is gone.
    return null;
  }
}

/** What was read in the pages that are lost, as it was kept; null where it is not to be had. */
async function lostReadings(
  { kept, readKept }: Ground,
  lost: readonly number[],
): Promise<PageReading[] | null> {
  const readings: PageReading[] = [];
  const ofFiles = new Map<number, Map<string, PageReading>>();
  for (const page of lost) {
    const { file, outline } = kept.pages[page] as KeptIndex['pages'][number];
    let there = ofFiles.get(file);
    if (!there) {
      const read = await readKept(kept.files[file] as KeptIndex['files'][number]);
      if (!read) return null;
      there = new Map(read.map((one) => [outlineOf(one.record).key, one]));
      ofFiles.set(file, there);
    }
    const reading = there.get(outline.key);
    if (!reading) return null;
    readings.push(reading);
  }
  return readings;
}

let lastOrder: ReadonlyMap<string, number> = new Map();

/**
 * Pages in the order of the last time, with those that are new behind them: an index that is made of them is the same but at
 * the ends of its rows, and copies fetch little of it. A process remembers only the last order; in which it is, nobody sees.
 */
function inLastingOrder(added: ChangedPages['added']): ChangedPages['added'] {
  const placeOf = ({ outline }: ChangedPages['added'][number]) =>
    lastOrder.get(outline.key) ?? lastOrder.size;
  const ordered = [...added].sort((a, b) => placeOf(a) - placeOf(b));
  lastOrder = new Map(ordered.map(({ outline }, place) => [outline.key, place]));
  return ordered;
}

type AddedIndex = { output: PagefindOutput; idOf: Map<string, string> };

/**
 * Indexes the pages that were added; null where there are none. Pagefind names pages by a few letters of a digest, so a name
 * may be one of the whole index: then it is asked again, under other keys.
 */
async function indexAdded(
  kept: KeptIndex,
  added: ChangedPages['added'],
): Promise<AddedIndex | null> {
  if (added.length === 0) return null;
  const taken = new Set(kept.pages.map(({ id }) => id));
  const rows = inLastingOrder(added).map(({ record, outline: { key } }) => {
    const { title, rest } = tokensOf(record);
    return { key, tokens: [...title, ...rest].join(' ') };
  });
  for (let attempt = 0; ; attempt += 1) {
    const keyed = (key: string) => (attempt === 0 ? key : `${key} ${attempt}`);
    const output = await indexWithPagefind(
      rows.map((row) => ({ ...row, key: keyed(row.key) })),
      postingsInChunk,
    );
    const idOf = new Map(rows.map(({ key }) => [key, output.idOf.get(keyed(key)) ?? '']));
    if (![...idOf.values()].some((id) => taken.has(id))) return { output, idOf };
  }
}

/** Removes the files below a folder that are not wanted. */
async function removeOthers(folder: string, isWanted: (path: string) => boolean): Promise<void> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of names) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (!isWanted(path.slice(folder.length).replaceAll('\\', '/'))) await rm(path);
  }
}
