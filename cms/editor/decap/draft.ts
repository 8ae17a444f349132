import {
  addDraftEntryMediaFile,
  changeDraftField,
  removeDraftEntryMediaFile,
} from 'decap-cms-core/dist/esm/actions/entries';
import { store } from 'decap-cms-core/dist/esm/redux';
import { fromJS, Map as ImmutableMap, isCollection } from 'immutable';
import type { CollectionName } from '../../../src/schema/collections.ts';

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

export const onDraftChange = (listener: () => void): (() => void) => store.subscribe(listener);

type DraftFile = { readonly id: string; readonly name: string; readonly isDraft: boolean };

const draftFiles = (): DraftFile[] => {
  const files = entryMap().get('mediaFiles');
  if (!isCollection(files)) return [];
  return [...files.values()].filter(ImmutableMap.isMap).map((file) => ({
    id: String(file.get('id')),
    name: String(file.get('name')).normalize('NFC'),
    isDraft: file.get('draft') === true,
  }));
};

/** The names of the files beside the entry, saved and not saved yet, in the order of the alphabet. */
export const fileNames = (): string[] =>
  [...new Set(draftFiles().map(({ name }) => name))].sort((a, b) => a.localeCompare(b, 'ja'));

/**
 * Lays a file beside the entry; it is stored with the next save, in the place of one of the same name.
 * @returns the name under which the text refers to it
 */
export const addFile = (file: File): string => {
  const name = storedName(file.name);
  for (const { id } of draftFiles().filter((other) => other.name === name)) {
    store.dispatch(removeDraftEntryMediaFile({ id }));
  }
  const { path, collection } = currentDraft() ?? { path: '', collection: '' };
  // A new entry has no folder yet: Decap keeps the name, and lays the file beside the text when it is saved.
  const folder = path ? path.slice(0, path.lastIndexOf('/')) : `content/${collection}`;
  const renamed = new File([file], name, { type: file.type });
  const url = URL.createObjectURL(renamed);
  store.dispatch(
    addDraftEntryMediaFile({
      id: `new:${name}:${crypto.randomUUID()}`,
      name,
      path: `${folder}/${name}`,
      size: renamed.size,
      file: renamed,
      url,
      displayURL: url,
      draft: true,
    }),
  );
  return name;
};

/** A file's name as the content has it: in NFC, without what would make it a path or a hidden file. */
export const storedName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[/\\]/g, '_')
    .replace(/^\.+/, '')
    .replace(/\p{Cc}/gu, '');
