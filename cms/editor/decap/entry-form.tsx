import { type Map as ImmutableMap, isCollection } from 'immutable';
import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { I18n, useTranslate } from 'react-polyglot';
import { Provider } from 'react-redux';
import {
  changeDraftField,
  changeDraftFieldValidation,
  EditorControlPane,
  getPhrases,
  selectFields,
  store,
} from './core.ts';

/** What Decap's controls need around them: its store, and its words in Japanese. */
export const DecapWorld = ({ children }: { readonly children: ReactNode }) => {
  const messages = useMemo(() => getPhrases('ja'), []);
  return (
    // Decap brings the types of another Redux along; the store is the one of its own.
    <Provider store={store as never}>
      <I18n locale="ja" messages={messages}>
        {children}
      </I18n>
    </Provider>
  );
};

/** A part of Decap's state, drawn anew when it changes. @param select has to give the same object while nothing changed */
export const useDraftState = <Part,>(
  select: (draft: ImmutableMap<string, unknown>) => Part,
): Part => useSyncExternalStore(store.subscribe, () => select(store.getState().entryDraft));

/** Decap's form of the entry that is on the table: one control for each field. Nothing where the table is empty. */
export const EntryForm = () => {
  const draft = useDraftState((now) => now);
  const t = useTranslate();
  const entry = draft.get('entry') as ImmutableMap<string, unknown>;
  const collection = store.getState().collections.get(String(entry?.get('collection')));
  if (!collection || !isCollection(entry.get('data'))) return null;
  return (
    <EditorControlPane
      collection={collection}
      entry={entry}
      fields={selectFields(collection, String(entry.get('slug') ?? ''))}
      fieldsMetaData={draft.get('fieldsMetaData')}
      fieldsErrors={draft.get('fieldsErrors')}
      onChange={(field: unknown, value: unknown, metadata: unknown, i18n: unknown) =>
        store.dispatch(changeDraftField({ field, value, metadata, entries: [], i18n }))
      }
      onValidate={(id: string, errors: readonly unknown[]) =>
        store.dispatch(changeDraftFieldValidation(id, errors))
      }
      t={t}
    />
  );
};
