import {
  type CopyFiles,
  type CopyStore,
  deleteStore,
  openStore,
  type SavedCopy,
  storeExists,
} from '../copy-store.ts';
import { isOver, type Whose } from '../whose-copy.ts';

/** What a browser keeps of one kind of copy, as the worker reads it. */
export type CopyShelf = {
  /** Reads what is saved; where the store was closed meanwhile, from the one that may be there now. */
  read<T>(from: (store: CopyStore) => Promise<T>): Promise<T>;
  /** The copy that may be shown now, if there is one. */
  inUse(): Promise<CopyInUse | undefined>;
};

/** A copy that may be shown, and where its contents lie. */
export type CopyInUse = {
  readonly shelf: CopyShelf;
  readonly copy: SavedCopy;
  readonly files: CopyFiles;
};

/** Looks after the copies of one kind. One whose time is over is shown no more, and removed. */
export function copyShelf(base: string, whose: Whose): CopyShelf {
  let store: Promise<CopyStore> | undefined;
  let known: CopyFiles | undefined;

  /** A store that was removed is not made anew by looking into it. */
  async function open(): Promise<CopyStore> {
    if (!(await storeExists(base, whose))) throw new Error('Nothing is saved.');
    return openStore(base, whose);
  }

  const shelf: CopyShelf = {
    async read(from) {
      store ??= open();
      try {
        return await from(await store);
      } catch {
        store = open();
        return from(await store);
      }
    },
    async inUse() {
      if (!(await storeExists(base, whose))) return undefined;
      const copy = await shelf.read((from) => from.read('copy'));
      if (!copy) return undefined;
      const hasEnd = whose === 'everybody' || copy.until !== undefined;
      if (!hasEnd || isOver(copy, new Date())) {
        await deleteStore(base, whose);
        return undefined;
      }
      if (known?.version !== copy.version) known = await shelf.read((from) => from.read('files'));
      return known?.version === copy.version ? { shelf, copy, files: known } : undefined;
    },
  };
  return shelf;
}
