import type { CollectionName } from '../../../src/schema/collections.ts';
import type { EntryState } from '../../wire/entry-state.ts';
import type { FieldProblem } from '../../wire/field-problem.ts';
import type { StepName } from '../../wire/step.ts';
import { newEntryKey } from '../kept/kept-text.ts';

/** Why the last thing that was tried did not happen. `line`: it is tried again by itself. */
export type Trouble = { readonly kind: 'line' | 'refused'; readonly sentence: string };

/** The entry that is open before the person. */
export type OpenEntry = {
  /** Tells one opening from the next; the form is drawn anew for each. */
  readonly id: string;
  readonly collection: CollectionName;
  /** What Decap calls it; null while it is new. */
  readonly slug: string | null;
  /** Below content/, without an ending: `case-studies/sakura-u/202611-x`; null while it is new. */
  readonly entry: string | null;
  /** `closed`: it can't be shown, for the reason that `told` says. */
  readonly phase: 'opening' | 'open' | 'closed';
  readonly told: string;
  /** It is a draft that was deleted, and can be fetched back from the desk. */
  readonly isDeleted: boolean;
  /** There is none at its address: nobody else would see it either. */
  readonly isMissing: boolean;
  /** What a new entry will be called, unless somebody chooses a name. */
  readonly address: string;
  /** The form shows a draft, and not what is published. */
  readonly isDraft: boolean;
  /** The fields as they are stored, as far as this page knows. */
  readonly base: Readonly<Record<string, unknown>> | null;
  readonly state: EntryState | null;
  readonly problems: readonly FieldProblem[];
  readonly savedAt: Date | null;
  readonly isSaving: boolean;
  readonly isStepping: boolean;
  /** The step that was taken last, as long as nothing else was done since. */
  readonly taken: StepName | null;
  readonly trouble: Trouble | null;
  /** What went well and is worth a sentence: what others changed was taken over. */
  readonly said: string;
  /** Why the browser does not keep what is typed; null where it does. */
  readonly keepingTrouble: string | null;
  /** Something was published from here, and is followed until readers see it. */
  readonly isFollowing: boolean;
};

/** Where the open entry is known: whoever changes it tells all others. */
export type EntryStore = {
  now(): OpenEntry | null;
  open(entry: OpenEntry): void;
  /** Changes it, if it is still the one that was meant. */
  change(id: string, change: Partial<Omit<OpenEntry, 'id'>>): void;
  close(): void;
  onChange(listener: () => void): () => void;
};

export const createEntryStore = (): EntryStore => {
  let now: OpenEntry | null = null;
  const listeners = new Set<() => void>();
  const set = (next: OpenEntry | null) => {
    now = next;
    for (const listener of listeners) listener();
  };
  return {
    now: () => now,
    open: set,
    change(id, change) {
      if (now?.id === id) set({ ...now, ...change });
    },
    close: () => set(null),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Under which name the text of an entry is kept in the browser. */
export const keptName = ({ entry, collection, id }: OpenEntry): string =>
  entry ?? newEntryKey(collection, id);
