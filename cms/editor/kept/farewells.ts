import type { TextKey } from './database.ts';
import { type StoredText, storedText } from './kept-text.ts';

/**
 * What a page wrote down in the moment in which it went: a browser completes what was asked of IndexedDB then as a rule, and
 * promises it to nobody; what is asked of local storage is done before the answer comes. The next page that looks for kept
 * texts takes it over into the store.
 */
const prefix = 'portal-kept-last:';

/** Writes a text down before it returns, unless it is too long, or the browser refuses it altogether. */
export const writeFarewell = (text: StoredText): void => {
  try {
    localStorage.setItem(nameOf([text.who, text.entry, text.page]), JSON.stringify(text));
  } catch {
    // The store has been asked as well.
  }
};

/** Everything that was written down and not taken over yet. What cannot be read is nobody's, and is cleared away. */
export const farewells = (): StoredText[] => {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .flatMap((name) => {
        const text = readText(localStorage.getItem(name) ?? '');
        if (text && nameOf([text.who, text.entry, text.page]) === name) return [text];
        localStorage.removeItem(name);
        return [];
      });
  } catch {
    return [];
  }
};

/** Clears away what the store has, unless something newer was written down meanwhile. */
export const clearFarewell = ({ who, entry, page, revision }: StoredText): void => {
  try {
    const name = nameOf([who, entry, page]);
    const now = readText(localStorage.getItem(name) ?? '');
    if (now && now.revision <= revision) localStorage.removeItem(name);
  } catch {
    // Where there is no local storage there is nothing to clear away.
  }
};

const nameOf = (key: TextKey): string => prefix + JSON.stringify(key);

const readText = (json: string): StoredText | null => {
  try {
    return storedText.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
};
