import { gunzipSync, gzipSync } from 'node:zlib';
import type { MaterialsList } from '../../../src/schema/materials-list.ts';
import {
  type AnswerWords,
  type PageTable,
  type PageText,
  type TellingIndexFile,
  type TitleList,
  tellingIndexFile,
  type Vocabulary,
} from '../../../src/search/index-files.ts';
import type { Overlay } from '../../../src/search/overlay/overlay.ts';
import {
  calendarWithout,
  csvWithout,
  jsonWithout,
  saidInCalendar,
  saidInCsv,
  saidInJson,
} from './data-without.ts';
import { feedWithout, markupTells, pageWithout } from './page-without.ts';
import {
  answerWordsWithout,
  isTextOfGone,
  overlayWithout,
  searchTextWithout,
  tableWithout,
  titlesWithout,
  vocabularyWithout,
} from './search-without.ts';
import type { Traces } from './traces.ts';

/** A way to serve a file of the site while something is gone from it. */
export type FileNow =
  /** As it lies on the disk. */
  | { readonly kind: 'same' }
  /** Not any more. */
  | { readonly kind: 'gone' }
  /** Not until the next build: it names what is gone, and nobody can say where it ends. */
  | { readonly kind: 'withheld' }
  | { readonly kind: 'without'; readonly bytes: Uint8Array };

export const same: FileNow = { kind: 'same' };
export const gone: FileNow = { kind: 'gone' };
export const withheld: FileNow = { kind: 'withheld' };

/** How a kind of file is read, and how it is written without what is gone. */
type Format = {
  /** What it says, in letters that have no signs of the format among them. */
  tells(text: string, traces: Traces): boolean;
  without(text: string, traces: Traces): string;
};

const page: Format = { tells: (text, traces) => markupTells(text, traces), without: pageWithout };
const feed: Format = {
  tells: (text, traces) => markupTells(text, traces, true),
  without: feedWithout,
};
const calendar: Format = {
  tells: (text, traces) => traces.in(saidInCalendar(text)),
  without: calendarWithout,
};
const table: Format = {
  tells: (text, traces) => traces.in(saidInCsv(text)),
  without: csvWithout,
};
const json = (without: (text: string, traces: Traces) => string = jsonWithout): Format => ({
  tells: (text, traces) => traces.in(saidInJson(text)),
  without,
});
const parsed = <Value>(without: (value: Value, traces: Traces) => unknown): Format =>
  json((text, traces) => JSON.stringify(without(JSON.parse(text) as Value, traces)));

/** Which files of a site say anything of entries, by their paths; what is not here is served as it is. */
const formats: readonly (readonly [RegExp, Format])[] = [
  [/\.html$/, page],
  [/^(?:feed|sitemap[\w-]*)\.xml$/, feed],
  [/^[\w-]+\/[\w-]+\.ics$/, calendar],
  [/^data\/[\w-]+\.csv$/, table],
  [
    /^data\/materials\.json$/,
    parsed<MaterialsList>((list, traces) => materialsWithout(list, traces)),
  ],
  [/^data\/[\w-]+\.json$/, json()],
  [/^[\w-]+\/index\.json$/, json()],
];

/** The same for the files of the search. Which pages of the table and the overlay are gone is told by their texts. */
const searchFormats: Record<TellingIndexFile, Format | undefined> = {
  titles: parsed<TitleList>(titlesWithout),
  answerWords: parsed<AnswerWords>(answerWordsWithout),
  vocabulary: parsed<Vocabulary>(vocabularyWithout),
  page: parsed<PageText>(searchTextWithout),
  table: undefined,
  overlay: undefined,
};

const formatOf = (path: string): Format | undefined => {
  const file = searchFile(path);
  return file ? searchFormats[file] : formats.find(([names]) => names.test(path))?.[1];
};

/** Which file of the search that says something of pages a file is; undefined where it is none. */
export const searchFile = (path: string): TellingIndexFile | undefined =>
  path.startsWith('search/') ? tellingIndexFile(path.slice('search/'.length)) : undefined;

/** Whether a file can name an entry at all. @param path below the site's folder */
export const isTelling = (path: string): boolean =>
  searchFile(path) !== undefined || formatOf(path) !== undefined;

/**
 * A file of the site without what is gone from it. What was cut is read again: a file that still names it is withheld.
 * @param path below the site's folder; the file itself is not gone
 */
export const fileWithout = (path: string, stored: Uint8Array, traces: Traces): FileNow => {
  const format = formatOf(path);
  if (!format) return same;
  const isPacked = path.endsWith('.gz');
  try {
    const text = Buffer.from(isPacked ? gunzipSync(stored) : stored).toString();
    if (!format.tells(text, traces)) return same;
    if (searchFile(path) === 'page' && isTextOfGone(JSON.parse(text) as PageText, traces))
      return gone;
    const rest = format.without(text, traces);
    if (format.tells(rest, traces)) return withheld;
    return { kind: 'without', bytes: isPacked ? gzipSync(rest) : Buffer.from(rest) };
  } catch {
    // What cannot be read as what it is called may say anything.
    return withheld;
  }
};

/** The table of the search without some pages. @param places of those pages */
export const searchTableWithout = (stored: Uint8Array, places: readonly number[]): Uint8Array => {
  const whole = JSON.parse(gunzipSync(stored).toString()) as PageTable;
  return gzipSync(JSON.stringify(tableWithout(whole, places)));
};

/**
 * What has changed since the index was made, without what is gone; withheld where it still names it.
 * @param places of the pages that are gone, among those of the whole
 */
export const searchOverlayWithout = (
  overlay: Overlay,
  traces: Traces,
  places: readonly number[],
): FileNow => {
  const tells = (value: Overlay) => traces.in(saidInJson(JSON.stringify(value)));
  if (places.length === 0 && !tells(overlay)) return same;
  const rest = overlayWithout(overlay, traces, places);
  return tells(rest) ? withheld : { kind: 'without', bytes: gzipSync(JSON.stringify(rest)) };
};

/** Whether a bundle holds a file that is gone, or is that of a page that is. */
export const isBundleOfGone = (
  { page: ofPage, title, files }: MaterialsList['bundles'][number],
  list: Pick<MaterialsList, 'files'>,
  traces: Traces,
): boolean => {
  const entries = new Map(list.files.map(({ address, entry }) => [address, entry]));
  return [ofPage, title, ...files].some(
    (words) => traces.in(words) || traces.in(JSON.stringify(entries.get(words) ?? '')),
  );
};

const materialsWithout = (list: MaterialsList, traces: Traces): MaterialsList => ({
  ...list,
  bundles: list.bundles.filter((bundle) => !isBundleOfGone(bundle, list, traces)),
  files: list.files.filter((file) => !traces.in(saidInJson(JSON.stringify(file)))),
});
