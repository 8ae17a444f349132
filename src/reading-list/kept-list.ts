import { type KeptItem, readItems } from './kept-item.ts';

/** The list of one reader, which never leaves the browser. */
export interface KeptList {
  items(): readonly KeptItem[];
  has(address: string): boolean;
  /** Puts an item at the end; one that is there already gets the newer facts and keeps its place. */
  put(item: KeptItem): void;
  remove(address: string): void;
  /** Moves an item by so many places, as far as the list goes. */
  move(address: string, by: number): void;
  replace(items: readonly KeptItem[]): void;
  /** Whether the list will still be there when the window is closed. */
  readonly lasts: boolean;
  /** Tells of every change, also those of other windows. */
  onChange(told: () => void): void;
}

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * Opens the list of a site.
 * @param base the site's base path: two editions on one host keep two lists
 * @param storage the browser's; null where it refuses, as some do for pages opened from a disk
 */
export function openKeptList(base: string, storage: Store | null): KeptList {
  const key = `reading-list:${base}`;
  const listeners: (() => void)[] = [];
  let unkept: KeptItem[] = [];
  let refused = storage === null;

  const items = (): KeptItem[] => (refused ? unkept : readItems(storage?.getItem(key) ?? null));
  const keep = (next: readonly KeptItem[]) => {
    unkept = [...next];
    try {
      storage?.setItem(key, JSON.stringify(next));
    } catch {
      // Full, or forbidden while the window is open: the list goes on without it.
      refused = true;
    }
    for (const told of listeners) told();
  };

  return {
    items,
    has: (address) => items().some((item) => item.address === address),
    put(item) {
      const known = items();
      const place = known.findIndex(({ address }) => address === item.address);
      keep(place < 0 ? [...known, item] : known.with(place, item));
    },
    remove: (address) => keep(items().filter((item) => item.address !== address)),
    move(address, by) {
      const known = items();
      const from = known.findIndex((item) => item.address === address);
      const [item] = from < 0 ? [] : known.splice(from, 1);
      if (!item) return;
      known.splice(Math.max(0, Math.min(known.length, from + by)), 0, item);
      keep(known);
    },
    replace: keep,
    get lasts() {
      return !refused;
    },
    onChange(told) {
      listeners.push(told);
      if (listeners.length > 1 || typeof addEventListener !== 'function') return;
      addEventListener('storage', (event) => {
        if (event.key === key || event.key === null) for (const each of listeners) each();
      });
    },
  };
}

/** The browser's storage, if it lets a page have it. */
export function browserStorage(): Storage | null {
  try {
    const probe = 'reading-list:probe';
    localStorage.setItem(probe, '');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
}
