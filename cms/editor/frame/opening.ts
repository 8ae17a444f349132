import type { CollectionName } from '../../../src/schema/collections.ts';
import { routes } from '../../wire/routes.ts';
import { currentDraft, fillDraft, fillIn } from '../decap/draft.ts';
import { closeDraft, loadEntry, openEmpty, openLoaded } from '../decap/stored-entry.ts';
import { askGateway, Refusal } from '../gateway/ask-gateway.ts';
import { entryFolder } from '../gateway/entry-path.ts';
import { keptPerson } from '../kept/kept-person.ts';
import { collectionOfKept, type KeptText } from '../kept/kept-text.ts';
import { loadMerging, type MergeEntries } from './merge-entries.ts';
import { unlikeNames } from './merge-fields.ts';
import { keptName, type OpenEntry } from './open-entry.ts';
import type { SessionParts } from './session-parts.ts';
import { sessionWords as words } from './session-words.ts';

export type Opening = {
  /** @param asked what the address says of the fields of a new entry, not trusted */
  open(
    collection: CollectionName,
    slug: string | null,
    asked?: Readonly<Record<string, string>>,
  ): Promise<void>;
  /** Closes what is open; what was typed and not stored is kept. */
  close(): Promise<void>;
  /** Asks the gateway again where the open entry is. */
  refresh(): Promise<void>;
};

/** Opens entries: what is stored first, then what was kept here, one after the other. */
export const createOpening = (parts: SessionParts): Opening => {
  const { who, store, kept, keeping, files, asks } = parts;

  const isStill = (id: string): boolean => store.now()?.id === id;

  /** What somebody wrote before and never stored: of the same entry, or of a new one of the same kind. */
  const leftOver = async (entry: OpenEntry): Promise<KeptText | null> => {
    try {
      if (entry.entry !== null) return await kept.of(keptPerson(who), entry.entry);
      const all = await kept.all(keptPerson(who));
      return (
        all.find(
          (text) =>
            text.entry.startsWith('new:') && collectionOfKept(text.entry) === entry.collection,
        ) ?? null
      );
    } catch {
      // The store can't be read: there is nothing to offer, and the form goes on.
      return null;
    }
  };

  const offerKept = async (
    entry: OpenEntry,
    text: KeptText | null,
    merge: MergeEntries | null,
  ): Promise<void> => {
    const draft = currentDraft();
    if (!text || !draft || !isStill(entry.id)) return;
    const isNew = entry.entry === null;
    if (text.files.length === 0 && unlikeNames(text.data, draft.data).length === 0) {
      await kept.drop(text).catch(() => {});
      return;
    }
    const data = await asks.aboutKept({
      collection: entry.collection,
      kept: text,
      merged:
        isNew || !merge ? null : merge(entry.collection, text.base ?? null, text.data, draft.data),
    });
    if (!isStill(entry.id)) return;
    if (data === 'leave') return;
    if (data === 'drop') {
      await kept.drop(text).catch(() => {});
      return;
    }
    const { address } = text.data;
    if (isNew && typeof address === 'string' && address) store.change(entry.id, { address });
    keeping.goOnFrom(text.revision);
    files.bringBack(text.files);
    fillDraft(data);
    await keeping.flush();
    const own = store.now();
    // Now it is kept as this page's own.
    if (own && (text.entry !== keptName(own) || text.page)) await dropOther(text, own);
  };

  const dropOther = async (text: KeptText, own: OpenEntry): Promise<void> => {
    const mine = await kept.of(keptPerson(who), keptName(own)).catch(() => null);
    if (mine && mine.page === text.page && mine.entry === text.entry) return;
    await kept.drop(text).catch(() => {});
  };

  const refresh = async (): Promise<void> => {
    const now = store.now();
    if (!now?.entry) return;
    const { id, entry } = now;
    const [state, problems] = await Promise.all([
      askGateway(routes.state, { entry }).catch(() => null),
      askGateway(routes.problems, { entry }).catch(() => null),
    ]);
    store.change(id, {
      ...(state ? { state } : {}),
      ...(problems ? { problems: problems.problems } : {}),
    });
  };

  const load = async (entry: OpenEntry, asked: Readonly<Record<string, string>>): Promise<void> => {
    const { id, collection, slug } = entry;
    closeDraft();
    try {
      if (slug === null) {
        await openEmpty(collection);
        const known = Object.entries(parts.askedFields(collection, asked));
        for (const [name, value] of known) fillIn(name, value);
      } else {
        const loaded = await loadEntry(collection, slug);
        if (!isStill(id)) return;
        openLoaded(loaded);
        store.change(id, { isDraft: loaded.isDraft });
      }
      // Before anybody can write: what is restored takes the place of what stands in the form.
      const left = await leftOver(entry);
      const merge = left && entry.entry !== null ? await loadMerging() : null;
      if (!isStill(id)) return closeDraft();
      files.another(slug === null);
      store.change(id, { base: currentDraft()?.data ?? null, phase: 'open' });
      await Promise.all([refresh(), offerKept(entry, left, merge)]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (!isStill(id)) return;
      if (error.status === 401 && (await asks.signInAgain())) return load(entry, asked);
      store.change(id, {
        phase: 'closed',
        told: error.message,
        isDeleted: error.isDeleted,
        isMissing: error.status === 404,
      });
    }
  };

  const close = async (): Promise<void> => {
    await keeping.flush();
    store.close();
    closeDraft();
  };

  return {
    async open(collection, slug, asked = {}) {
      await close();
      const entry: OpenEntry = {
        id: crypto.randomUUID(),
        collection,
        slug,
        entry: slug === null ? null : entryFolder(collection, slug),
        phase: 'opening',
        told: words.opening,
        isDeleted: false,
        isMissing: false,
        address: parts.newAddress(),
        isDraft: false,
        base: null,
        state: null,
        problems: [],
        savedAt: null,
        isSaving: false,
        isStepping: false,
        taken: null,
        trouble: null,
        said: '',
        keepingTrouble: null,
        isFollowing: false,
      };
      store.open(entry);
      await load(entry, asked);
    },
    close,
    refresh,
  };
};
