/** What somebody has begun to write on the review screen and not sent: notes, and the reason of a return. */
export type KeptWords = {
  readonly notes: readonly NoteDraft[];
  readonly reason: string;
};

/** A note that was begun. */
export type NoteDraft = {
  readonly id: string;
  readonly field: string | null;
  readonly quote: string | null;
  readonly text: string;
};

const nothing: KeptWords = { notes: [], reason: '' };

/**
 * Keeps them in the browser, for their own person: a page that is loaded anew loses nothing.
 * @param who what the gateway calls the person
 */
export const keptWords = (storage: Storage, who: string, entry: string) => {
  const key = `portal-review ${who} ${entry}`;
  return {
    read(): KeptWords {
      try {
        const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null');
        return isKept(kept) ? kept : nothing;
      } catch {
        return nothing;
      }
    },
    write(words: KeptWords): void {
      try {
        if (words.notes.length === 0 && words.reason === '') storage.removeItem(key);
        else storage.setItem(key, JSON.stringify(words));
      } catch {
        // A browser that keeps nothing still has it on the screen.
      }
    },
  };
};

const isKept = (kept: unknown): kept is KeptWords =>
  typeof kept === 'object' &&
  kept !== null &&
  'notes' in kept &&
  Array.isArray(kept.notes) &&
  kept.notes.every((note) => typeof note?.id === 'string' && typeof note.text === 'string') &&
  'reason' in kept &&
  typeof kept.reason === 'string';
