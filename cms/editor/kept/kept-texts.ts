import {
  type Database,
  type FileKey,
  openKeptDatabase,
  rangeOf,
  type TextKey,
} from './database.ts';
import { clearFarewell, farewells, writeFarewell } from './farewells.ts';
import { KeepingRefused, keepingTroubleOf } from './keeping-refused.ts';
import {
  clearedBefore,
  type KeptFile,
  type KeptText,
  type StoredText,
  storedText,
} from './kept-text.ts';
import { announcePage, type OpenPages } from './open-pages.ts';

/**
 * The texts that this browser keeps, of every person who works at it. Each opened page keeps its own text of an entry, so
 * that two tabs never write over each other. Every function rejects with `KeepingRefused` alone, whose message can be shown
 * as it is; where the browser has no store at all, `put` does so each time, and nothing is found.
 */
export type KeptTexts = {
  /** Keeps a text in the place of the one that this page kept of the entry before. */
  put(text: KeptText): Promise<void>;
  /** The same in the moment in which the page may be going: what was typed is written down before this returns. */
  leave(text: KeptText): Promise<void>;
  /**
   * What there is to offer of an entry: what this page kept itself, or else the latest of what a page left that is gone.
   * It stays until it is dropped, also when the page keeps another.
   */
  of(who: string, entry: string): Promise<KeptText | null>;
  /** Everything that `of` could offer to a person, latest first; more than one of an entry where several pages left one. */
  all(who: string): Promise<KeptText[]>;
  /**
   * Lets go of a text: of exactly the one that `of` or `all` gave, where it is handed in whole; else of this page's own.
   * @param confirmed only if nothing newer than this revision was kept
   */
  drop(text: Pick<KeptText, 'who' | 'entry' | 'page'>, confirmed?: number): Promise<void>;
};

/** @param now the clock, in milliseconds since 1970 */
export const openKeptTexts = async (now: () => number = Date.now): Promise<KeptTexts> => {
  try {
    const [database, pages] = await Promise.all([openKeptDatabase(), announcePage()]);
    const texts = keptTexts(database, pages);
    await clearOld(database, clearedBefore(now())).catch(() => {});
    return texts;
  } catch (error) {
    return nothingKept(error);
  }
};

const nothingKept = (cause: unknown): KeptTexts => ({
  put: () => Promise.reject(new KeepingRefused(keepingTroubleOf(cause), cause)),
  leave: () => Promise.reject(new KeepingRefused(keepingTroubleOf(cause), cause)),
  of: async () => null,
  all: async () => [],
  drop: async () => {},
});

const keptTexts = (database: Database, pages: OpenPages): KeptTexts => {
  /** The files that this page has written, by text and name, so that they are written once. */
  const written = new Map<string, ReadonlyMap<string, File>>();

  /** The page may be about to go: nothing is waited for between the first question to the browser and the last. */
  const writeText = async (stored: StoredText): Promise<void> => {
    const transaction = (await database()).transaction('texts', 'readwrite');
    const putting = transaction.store.put(stored);
    transaction.commit();
    await Promise.all([putting, transaction.done]);
  };

  const writeFiles = async (key: TextKey, files: readonly KeptFile[]): Promise<void> => {
    const before = written.get(JSON.stringify(key)) ?? new Map<string, File>();
    const isSame = ({ name, file }: KeptFile) => before.get(name) === file;
    if (before.size === files.length && files.every(isSame)) return;
    const named = JSON.stringify(key);
    written.set(named, new Map(files.map(({ name, file }) => [name, file])));
    const gone = [...before.keys()].filter((name) => !files.some((file) => file.name === name));
    try {
      const transaction = (await database()).transaction('files', 'readwrite');
      await Promise.all([
        ...gone.map((name) => transaction.store.delete([...key, name])),
        ...files
          .filter((file) => !isSame(file))
          .map(({ name, file }) => transaction.store.put(file, [...key, name])),
        transaction.done,
      ]);
    } catch (error) {
      // With the next letter it is tried again.
      written.delete(named);
      throw error;
    }
  };

  /** Takes into the store what pages wrote down as they went, where it has nothing newer of them. */
  const takeOver = async (): Promise<void> => {
    for (const text of farewells()) {
      const transaction = (await database()).transaction('texts', 'readwrite');
      const there = await transaction.store.get([text.who, text.entry, text.page]);
      if (!there || there.revision < text.revision) await transaction.store.put(text);
      await transaction.done;
      clearFarewell(text);
    }
  };

  const leftOver = async (range: IDBKeyRange): Promise<KeptText[]> => {
    await takeOver();
    const [opened, isOpen] = [await database(), await pages.openNow()];
    const transaction = opened.transaction(['texts', 'files']);
    const found = (await transaction.objectStore('texts').getAll(range))
      .flatMap((each): StoredText[] => [storedText.safeParse(each).data ?? []].flat())
      .filter(({ page }) => page === pages.own || !isOpen.has(page));
    const withFiles = found.map(async (text): Promise<KeptText> => {
      const ofText = rangeOf(text.who, text.entry, text.page);
      const ofFiles = transaction.objectStore('files');
      const [keys, files] = await Promise.all([ofFiles.getAllKeys(ofText), ofFiles.getAll(ofText)]);
      return { ...text, files: files.map((file, place) => ({ name: nameIn(keys[place]), file })) };
    });
    const [texts] = await Promise.all([Promise.all(withFiles), transaction.done]);
    return texts.sort((a, b) => b.savedAt - a.savedAt);
  };

  const storedAs = ({ who, entry, revision, data, basedOn, base, savedAt }: KeptText) => {
    const page = pages.own;
    return { who, entry, page, revision, data, basedOn, base: base ?? null, savedAt };
  };

  const put = async (text: KeptText): Promise<void> => {
    const key: TextKey = [text.who, text.entry, pages.own];
    const [ofText, ofFiles] = await Promise.allSettled([
      writeText(storedAs(text)),
      writeFiles(key, text.files),
    ]);
    if (ofText.status === 'rejected') throw refusedBy(ofText.reason);
    // A file can be too large, or gone from its disk: the text is kept without it.
    if (ofFiles.status === 'rejected') throw new KeepingRefused('files', ofFiles.reason);
  };

  return {
    put,
    async leave(text) {
      const stored = storedAs(text);
      writeFarewell(stored);
      await put(text);
      clearFarewell(stored);
    },
    of: (who, entry) =>
      tellingWhy(async () => {
        const texts = await leftOver(rangeOf(who, entry));
        return texts.find(({ page }) => page === pages.own) ?? texts[0] ?? null;
      }),
    all: (who) => tellingWhy(() => leftOver(rangeOf(who))),
    drop: ({ who, entry, page = pages.own }, confirmed = Number.POSITIVE_INFINITY) =>
      tellingWhy(async () => {
        const key: TextKey = [who, entry, page];
        await takeOver();
        const transaction = (await database()).transaction(['texts', 'files'], 'readwrite');
        const kept = await transaction.objectStore('texts').get(key);
        if (kept && kept.revision <= confirmed) {
          await transaction.objectStore('texts').delete(key);
          await transaction.objectStore('files').delete(rangeOf(...key));
          if (page === pages.own) written.delete(JSON.stringify(key));
        }
        await transaction.done;
      }),
  };
};

const nameIn = (key: FileKey | undefined): string => key?.[3] ?? '';

const refusedBy = (error: unknown): KeepingRefused =>
  new KeepingRefused(keepingTroubleOf(error), error);

const tellingWhy = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw refusedBy(error);
  }
};

/** Takes away what nobody came back for. @param before in milliseconds since 1970 */
const clearOld = async (database: Database, before: number): Promise<void> => {
  const transaction = (await database()).transaction(['texts', 'files'], 'readwrite');
  const texts = transaction.objectStore('texts');
  for (const text of await texts.getAll()) {
    if (text.savedAt >= before) continue;
    const key: TextKey = [text.who, text.entry, text.page];
    await texts.delete(key);
    await transaction.objectStore('files').delete(rangeOf(...key));
  }
  await transaction.done;
};
