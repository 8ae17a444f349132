import { fromJS, Map as ImmutableMap, isCollection } from 'immutable';
import type { CollectionName } from '../../../src/schema/collections.ts';
import { changeDraftField, removeDraftEntryMediaFile, store } from './core.ts';
import { draftFilled, draftSaved, type SavedDraft } from './own-draft.ts';

/** The entry in the form. */
export type Draft = {
  readonly collection: CollectionName;
  /** Where it is stored, `content/…/index.mdx`; empty while it is new. */
  readonly path: string;
  readonly isNew: boolean;
  readonly data: Record<string, unknown>;
};

const entryMap = (): ImmutableMap<string, unknown> => {
  const entry = store.getState().entryDraft.get('entry');
  return ImmutableMap.isMap(entry) ? (entry as ImmutableMap<string, unknown>) : ImmutableMap();
};

/** The entry that is in the form now; null where no form is open. */
export const currentDraft = (): Draft | null => {
  const entry = entryMap();
  const collection = entry.get('collection');
  const data = entry.get('data');
  if (typeof collection !== 'string' || !isCollection(data)) return null;
  return {
    collection: collection as CollectionName,
    path: String(entry.get('path') ?? ''),
    isNew: entry.get('newRecord') === true,
    data: data.toJS() as Record<string, unknown>,
  };
};

/** Puts a value into a field of the form, as if somebody had typed it. */
export const fillIn = (name: string, value: unknown): void => {
  store.dispatch(
    changeDraftField({
      field: ImmutableMap({ name }),
      value: fromJS(value),
      metadata: undefined,
      entries: [],
      i18n: undefined,
    }),
  );
};

/**
 * Lets the form be saved though no field of it changed: a file took the place of one of the same name. To Decap it is as
 * if a file was taken away, one that it never had.
 */
export const markChanged = (): void => {
  store.dispatch(removeDraftEntryMediaFile({ id: '' }));
};

/** Whether something in the form differs from what was opened or saved last. */
export const hasChanged = (): boolean => store.getState().entryDraft.get('hasChanged') === true;

/** The fields as Decap keeps them: the same object until one of them changes. */
export const draftFields = (): unknown => entryMap().get('data');

/** Replaces all fields of the form. */
export const fillDraft = (data: Readonly<Record<string, unknown>>): void => {
  store.dispatch(draftFilled(data));
};

/** Tells the form what a save has stored. */
export const tellSaved = (saved: SavedDraft): void => {
  store.dispatch(draftSaved(saved));
};

/** Files that came with the draft when it was opened, with their bytes. */
export const draftAssets = (): { path: string; fileObj?: File }[] => {
  const files = entryMap().get('mediaFiles');
  if (!isCollection(files)) return [];
  return [...files.values()]
    .filter(ImmutableMap.isMap)
    .filter((file) => file.get('draft') === true)
    .map((file) => {
      const fileObj = file.get('file');
      return {
        path: String(file.get('path')),
        ...(fileObj instanceof File ? { fileObj } : {}),
      };
    });
};

export const onDraftChange = (listener: () => void): (() => void) => store.subscribe(listener);

/** The names of the files that Decap found beside the entry. */
export const fileNames = (): string[] => {
  const files = entryMap().get('mediaFiles');
  if (!isCollection(files)) return [];
  return [...files.values()]
    .filter(ImmutableMap.isMap)
    .map((file) => String(file.get('name')).normalize('NFC'));
};

/** A file's name as the content has it: in NFC, without what would make it a path or a hidden file. */
export const storedName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[/\\]/g, '_')
    .replace(/^\.+/, '')
    .replace(/\p{Cc}/gu, '');
