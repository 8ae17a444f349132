import type { Digests } from './list-of-files.ts';
import type { Material, VersionNote } from './offline-files.ts';
import type { CopyTimes, Whose } from './whose-copy.ts';

/**
 * What a browser keeps for use without a network: contents by their digests, and what they are for. A copy is in use
 * when the state names it, never before, and contents that the state does not name are removed with the same step.
 * IndexedDB, since Cache Storage takes two milliseconds for each of 1,500 files.
 */

/** The copy in use. */
export type SavedCopy = VersionNote &
  CopyTimes & {
    /** When it was first saved, ISO. */
    since: string;
  };

/** Which content each file has, by its path below the base path. */
export type CopyFiles = { version: string; digests: Digests };

/** A file saved beside the copy, kept under its checksum. */
export type SavedMaterial = Material & { saved: string };

/** The content of a file, as browsers keep it. */
export type Content = Uint8Array<ArrayBuffer> | Blob;

type State = {
  copy: SavedCopy;
  files: CopyFiles;
  materials: SavedMaterial[];
  /** Windows that show a page of a copy, with its version. */
  shown: ReadonlyMap<string, string>;
};

/** What a browser keeps of the copy: its state by name, contents by digest. */
export type CopyStore = {
  read<Name extends keyof State>(name: Name): Promise<State[Name] | undefined>;
  write<Name extends keyof State>(name: Name, value: State[Name]): Promise<void>;
  content(digest: string): Promise<Content | undefined>;
  /** The digests of all contents, in use or not. */
  digests(): Promise<Set<string>>;
  /** Keeps contents that nothing uses yet. */
  keep(contents: readonly (readonly [digest: string, content: Content])[]): Promise<void>;
  /** Puts a copy into use, with the materials that stay beside it, and removes every other content, in one step. */
  putIntoUse(copy: SavedCopy, files: CopyFiles, materials: SavedMaterial[]): Promise<void>;
  /** Saves or removes materials beside the copy in use, in one step. */
  setMaterials(materials: SavedMaterial[], without?: readonly SavedMaterial[]): Promise<void>;
  close(): void;
  /** Whether it was closed, by this window or by one that removed it. */
  isClosed(): boolean;
};

/** Copies of members are kept by themselves, so that they can be removed by themselves. */
const nameOf = (base: string, whose: Whose) =>
  `${whose === 'members' ? 'members-copy' : 'offline-copy'} ${base}`;
const contents = 'contents';
const state = 'state';

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });

/** Whether anything was ever saved here; to ask leaves no trace. */
export async function storeExists(base: string, whose: Whose): Promise<boolean> {
  // Firefox before 126 cannot tell.
  if (!indexedDB.databases) return true;
  const databases = await indexedDB.databases();
  return databases.some(({ name }) => name === nameOf(base, whose));
}

/** Removes all that is saved for a site. */
export async function deleteStore(base: string, whose: Whose): Promise<void> {
  const request = indexedDB.deleteDatabase(nameOf(base, whose));
  await answered(request);
}

/**
 * Opens what is saved for the site below a base path; other sites of the same origin have stores of their own.
 * @throws DOMException where the browser does not let sites keep anything
 */
export async function openStore(base: string, whose: Whose): Promise<CopyStore> {
  const request = indexedDB.open(nameOf(base, whose), 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(contents);
    request.result.createObjectStore(state);
  };
  const database = await answered(request);
  let closed = false;
  const close = () => {
    closed = true;
    database.close();
  };
  // Whoever removes the store must not have to wait for this window.
  database.onversionchange = close;

  const reading = (store: string) => database.transaction(store).objectStore(store);
  const both = () => database.transaction([contents, state], 'readwrite', { durability: 'strict' });

  return {
    read: (name) => answered(reading(state).get(name)),
    async write(name, value) {
      const transaction = database.transaction(state, 'readwrite');
      transaction.objectStore(state).put(value, name);
      await finished(transaction);
    },
    content: (digest) => answered(reading(contents).get(digest)),
    digests: async () => new Set((await answered(reading(contents).getAllKeys())) as string[]),
    async keep(added) {
      const transaction = database.transaction(contents, 'readwrite');
      const store = transaction.objectStore(contents);
      for (const [digest, content] of added) store.put(content, digest);
      await finished(transaction);
    },
    async putIntoUse(copy, files, materials) {
      const used = new Set([
        ...files.digests.values(),
        ...materials.map(({ checksum }) => checksum),
      ]);
      const transaction = both();
      const store = transaction.objectStore(contents);
      const all = store.getAllKeys();
      all.onsuccess = () => {
        for (const digest of all.result) if (!used.has(digest as string)) store.delete(digest);
      };
      const states = transaction.objectStore(state);
      states.put(copy, 'copy');
      states.put(files, 'files');
      states.put(materials, 'materials');
      await finished(transaction);
    },
    async setMaterials(materials, without = []) {
      const transaction = both();
      transaction.objectStore(state).put(materials, 'materials');
      for (const { checksum } of without) {
        if (materials.some((one) => one.checksum === checksum)) continue;
        transaction.objectStore(contents).delete(checksum);
      }
      await finished(transaction);
    },
    close,
    isClosed: () => closed,
  };
}
