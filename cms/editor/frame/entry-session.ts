import type { CollectionName } from '../../../src/schema/collections.ts';
import { draftFields, hasChanged, onDraftChange } from '../decap/draft.ts';
import type { OpenEntry } from './open-entry.ts';
import { createOpening } from './opening.ts';
import { createSaving } from './saving.ts';
import type { SessionParts } from './session-parts.ts';
import { createStepping, type TakeStep } from './stepping.ts';

/** The entry that is open, from its opening to what becomes of it. */
export type EntrySession = {
  /** The same object until something about it changes; null where none is open. */
  now(): OpenEntry | null;
  onChange(listener: () => void): () => void;
  /** @param asked what the address says of the fields of a new entry, not trusted */
  open(
    collection: CollectionName,
    slug: string | null,
    asked?: Readonly<Record<string, string>>,
  ): Promise<void>;
  close(): Promise<void>;
  save(): Promise<boolean>;
  take: TakeStep;
  refresh(): Promise<void>;
  /** Says something of the open entry, beside what its state says. */
  say(sentence: string): void;
  /** Asks the same person to sign in again. @returns whether they did */
  signInAgain(): Promise<boolean>;
};

/** Puts opening, saving and stepping together, and has whatever is typed kept. */
export const createEntrySession = (parts: SessionParts): EntrySession => {
  const { store, keeping } = parts;
  const { open, close, refresh } = createOpening(parts);
  const saving = createSaving(parts, refresh);
  const reopen = async (): Promise<void> => {
    const now = store.now();
    if (now) await open(now.collection, now.slug);
  };
  const take = createStepping(parts, saving, refresh, reopen);

  /** Whoever comes back to the page sees where the entry is now; and nothing, where another has signed in meanwhile. */
  const lookAgain = async (): Promise<void> => {
    if (store.now()?.phase !== 'open') return;
    const isSame = await saving.isSamePerson().catch(() => false);
    if (isSame) await refresh();
  };

  let fields: unknown;
  onDraftChange(() => {
    const now = draftFields();
    if (now === fields) return;
    fields = now;
    const entry = store.now();
    if (!hasChanged() || entry?.phase !== 'open') return;
    keeping.changed();
    // What was to be mended may be mended now.
    if (entry.trouble?.kind === 'refused') store.change(entry.id, { trouble: null });
  });
  addEventListener('pagehide', () => keeping.leave());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keeping.leave();
    else void lookAgain();
  });
  // Nobody is asked before they leave: what is typed is kept. Only where it is not, the browser asks.
  addEventListener('beforeunload', (event) => {
    const isLost = hasChanged() && (keeping.trouble() !== null || keeping.isBehind());
    if (isLost && store.now()?.phase === 'open') event.preventDefault();
  });

  return {
    now: store.now,
    onChange: store.onChange,
    open,
    close,
    save: saving.save,
    take,
    refresh,
    say(sentence) {
      const now = store.now();
      if (now) store.change(now.id, { said: sentence });
    },
    signInAgain: parts.asks.signInAgain,
  };
};
