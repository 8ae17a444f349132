import { comparisonAddress, idsInQuery, mostCompared } from '../schema/comparison-address.ts';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What a reader has chosen to compare, for as long as the window is open. */
export interface ChosenEntries {
  ids(): readonly string[];
  /** Takes an entry in, or out where it is in; says what came of it. */
  toggle(id: string): 'added' | 'removed' | 'full';
  /** Takes these instead of what was chosen. */
  replace(ids: readonly string[]): void;
}

/** What every key of a choice begins with. */
export const choiceKey = 'compare:';

/**
 * Opens the choice of a site.
 * @param page address of the page for comparisons: two editions on one host keep two choices
 * @param storage the browser's, of the session; null where it refuses
 */
export function openChosenEntries(page: string, storage: Store | null): ChosenEntries {
  const key = choiceKey + page;
  let unkept: readonly string[] = [];
  // Written as the query of the comparison and read like one: what anybody else put there is none.
  const ids = () => (storage ? idsInQuery(storage.getItem(key) ?? '') : unkept);
  const keep = (next: readonly string[]) => {
    unkept = next;
    if (next.length === 0) storage?.removeItem(key);
    else storage?.setItem(key, comparisonAddress('', next));
  };
  return {
    ids,
    toggle(id) {
      const chosen = ids();
      if (chosen.includes(id)) {
        keep(chosen.filter((one) => one !== id));
        return 'removed';
      }
      if (chosen.length >= mostCompared) return 'full';
      keep([...chosen, id]);
      return 'added';
    },
    replace: keep,
  };
}

/** The browser's storage of this session, if it lets a page have it. */
export function sessionStore(): Storage | null {
  try {
    sessionStorage.setItem(`${choiceKey}probe`, '');
    sessionStorage.removeItem(`${choiceKey}probe`);
    return sessionStorage;
  } catch {
    return null;
  }
}
