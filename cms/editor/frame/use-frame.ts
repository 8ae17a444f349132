import { createContext, useContext, useSyncExternalStore } from 'react';
import { useDraftState } from '../decap/entry-form.tsx';
import type { AppParts } from './app-parts.ts';
import type { OpenEntry } from './open-entry.ts';

const AppPartsContext = createContext<AppParts | null>(null);
export const AppPartsProvider = AppPartsContext.Provider;

/** @throws outside of the editor's page */
export const useParts = (): AppParts => {
  const parts = useContext(AppPartsContext);
  if (!parts) throw new Error('This part stands outside of the page.');
  return parts;
};

/** The entry that is open; the part is drawn anew whenever something about it changes. */
export const useOpenEntry = (): OpenEntry | null => {
  const { session } = useParts();
  return useSyncExternalStore(session.onChange, session.now);
};

/** Whether something in the form is not stored. */
export const useHasChanged = (): boolean =>
  useDraftState((draft) => draft.get('hasChanged') === true);

/** The title of what stands in the form; empty while it has none. */
export const useDraftTitle = (): string =>
  useDraftState((draft) => {
    const name = ['title', 'name', 'term'].find((each) => draft.hasIn(['entry', 'data', each]));
    return name ? String(draft.getIn(['entry', 'data', name]) ?? '') : '';
  });
