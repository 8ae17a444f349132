import {
  type AnswerWords,
  type IndexEntry,
  indexFiles,
  type PageTable,
  type PageText,
  type TitleList,
  type Vocabulary,
} from '../index-files.ts';
import {
  answerWordsWith,
  type Overlay,
  tableWith,
  titlesWith,
  vocabularyWith,
} from '../overlay/overlay.ts';
import { parsedJson, readIndexFile, readIndexJson } from './index-fetch.ts';
import { once } from './once.ts';
import { openPlaceIndex, type PlaceIndex } from './place-index.ts';
import { SearchUnavailable } from './search-unavailable.ts';

/** The files of a site's search, each fetched once when it is asked for, with what has changed since they were made. */
export type SearchFiles = {
  index(): Promise<PlaceIndex>;
  table(): Promise<PageTable>;
  vocabulary(): Promise<Vocabulary>;
  titles(): Promise<TitleList>;
  answerWords(): Promise<AnswerWords>;
  /** The text of a page; null where the page was taken down since the table was fetched. */
  textOf(id: string): Promise<PageText | null>;
  /** Whether the site has other files by now than those that were fetched. */
  areOutdated(): Promise<boolean>;
};

/**
 * Opens the files of a search; nothing is fetched yet.
 * @param folder the address of the site's folder /search/, with a slash at its end
 */
export function searchFiles(folder: string): SearchFiles {
  const read = <T>(name: string) => readIndexJson<T>(folder + name);
  const entryUrl = folder + indexFiles.entry;
  const readEntry = async (options?: RequestInit) =>
    parsedJson<IndexEntry>(entryUrl, await readIndexFile(entryUrl, options));
  let known = '';
  const entry = once(async () => {
    const found = await readEntry();
    known = JSON.stringify(found);
    return found;
  });
  const overlay = once(async (): Promise<Overlay | null> => {
    const { overlay: named } = await entry();
    return named ? read<Overlay>(indexFiles.overlay(named.name)) : null;
  });
  /** A file that is fetched beside the overlay, and read with it. */
  const joined = <T>(name: string, join: (file: T, overlay: Overlay | null) => T) =>
    once(async () => {
      const [file, since] = await Promise.all([read<T>(name), overlay()]);
      return join(file, since);
    });
  const texts = new Map<string, Promise<PageText | null>>();

  return {
    index: once(async () => openPlaceIndex({ folder, entry: await entry(), overlay: overlay() })),
    table: joined(indexFiles.table, tableWith),
    vocabulary: joined(indexFiles.vocabulary, vocabularyWith),
    titles: joined(indexFiles.titles, titlesWith),
    answerWords: joined(indexFiles.answerWords, answerWordsWith),
    textOf(id) {
      const text = texts.get(id) ?? read<PageText>(indexFiles.page(id)).catch(nullIfGone);
      texts.set(id, text);
      text.catch(() => texts.delete(id));
      return text;
    },
    async areOutdated() {
      if (known === '') return false;
      const now = await readEntry({ cache: 'no-cache' }).catch(() => null);
      return now !== null && JSON.stringify(now) !== known;
    },
  };
}

const nullIfGone = (error: unknown): null => {
  if (error instanceof SearchUnavailable && error.isGone) return null;
  throw error;
};
