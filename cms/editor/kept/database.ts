import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { StoredText } from './kept-text.ts';

/** By whom, of which entry, of which page. */
export type TextKey = [who: string, entry: string, page: string];
/** The same, and the file's name. */
export type FileKey = [...TextKey, name: string];

interface KeptDatabase extends DBSchema {
  texts: { key: TextKey; value: StoredText };
  /** Apart from the texts, so that a file is written once and not with every letter. */
  files: { key: FileKey; value: File };
}
export type OpenDatabase = IDBPDatabase<KeptDatabase>;

const name = 'portal-kept';
const version = 1;

/** The texts of a person, or of one entry of theirs. */
export const rangeOf = (...start: [who: string, entry?: string, page?: string]): IDBKeyRange =>
  IDBKeyRange.bound(start, [...start, []]);

/** Gives the database, opened anew where the browser or another tab has closed it. */
export type Database = () => Promise<OpenDatabase>;

/**
 * Opens the store of this browser.
 * @throws what IndexedDB throws, where it is refused
 */
export const openKeptDatabase = async (): Promise<Database> => {
  let opened: Promise<OpenDatabase> | null = null;
  const open: Database = () => {
    opened ??= openDB<KeptDatabase>(name, version, {
      upgrade(database) {
        database.createObjectStore('texts', { keyPath: ['who', 'entry', 'page'] });
        database.createObjectStore('files');
      },
      // Another tab has a newer store, or somebody clears the browser's data: neither waits for this tab.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        opened = null;
      },
      terminated() {
        opened = null;
      },
    }).catch((error) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  await open();
  return open;
};
