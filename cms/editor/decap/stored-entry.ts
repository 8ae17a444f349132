import type { CollectionName } from '../../../src/schema/collections.ts';
import {
  createDraftFromEntry,
  createEmptyDraft,
  createRootReducer,
  currentBackend,
  discardDraft,
  loadConfig,
  store,
} from './core.ts';
import { draftAfter } from './own-draft.ts';

/**
 * Starts Decap's store with a configuration. Whatever the configuration names has to be registered before.
 * @throws what Decap says of a configuration that it can't use
 */
export const startStore = async (config: unknown): Promise<void> => {
  layOverReducers();
  await store.dispatch(loadConfig(config, () => undefined));
};

/** Our own changes of the draft, over Decap's reducers; everything else they do as ever. */
const layOverReducers = (): void => {
  const decap = createRootReducer();
  store.replaceReducer((state, action) => {
    const next = decap(state, action);
    const entryDraft = draftAfter(next.entryDraft, action);
    return entryDraft === next.entryDraft ? next : { ...next, entryDraft };
  });
};

const collectionOf = (name: CollectionName) => {
  const collection = store.getState().collections.get(name);
  if (!collection) throw new Error(`There is no form for ${name}.`);
  return collection;
};

/** Puts an empty form on the table, with what is preset in it. */
export const openEmpty = async (collection: CollectionName): Promise<void> => {
  await store.dispatch(createEmptyDraft(collectionOf(collection), ''));
};

/** What Decap loaded of an entry, to be put on the table by `openLoaded`. */
export type LoadedEntry = { readonly entry: unknown; readonly isDraft: boolean };

/**
 * Loads the draft of an entry, or what is published where there is none.
 * @param slug what Decap calls it: `sakura-u/202611-x/index`
 * @throws Refusal where the gateway does not give it
 */
export const loadEntry = async (collection: CollectionName, slug: string): Promise<LoadedEntry> => {
  const state = store.getState();
  const backend = currentBackend(state.config);
  try {
    const entry = await backend.unpublishedEntry(state, collectionOf(collection), slug);
    return { entry, isDraft: true };
  } catch (error) {
    if (!(error as { notUnderEditorialWorkflow?: boolean }).notUnderEditorialWorkflow) throw error;
    return { entry: await backend.getEntry(state, collectionOf(collection), slug), isDraft: false };
  }
};

/** Puts an entry on the table as it was loaded. */
export const openLoaded = ({ entry }: LoadedEntry): void => {
  store.dispatch(createDraftFromEntry(entry));
};

/** Clears the table. */
export const closeDraft = (): void => {
  store.dispatch(discardDraft());
};
