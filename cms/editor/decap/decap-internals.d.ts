// Parts of Decap that it exports without types, or not at all. Only what decap/ and gateway/ use is described.

declare module 'decap-cms-core/dist/esm/redux' {
  import type { Map as ImmutableMap } from 'immutable';
  import type { AnyAction, Store } from 'redux';

  export type State = {
    readonly config: unknown;
    readonly entryDraft: ImmutableMap<string, unknown>;
    readonly collections: ImmutableMap<string, ImmutableMap<string, unknown>>;
  };
  export const store: Pick<Store<State, AnyAction>, 'getState' | 'subscribe' | 'replaceReducer'> & {
    /** An action, or a function of `redux-thunk`, whose answer comes back. */
    dispatch(action: unknown): unknown;
  };
}

declare module 'decap-cms-core/dist/esm/reducers/combinedReducer' {
  import type { State } from 'decap-cms-core/dist/esm/redux';
  import type { AnyAction } from 'redux';
  export default function createRootReducer(): (
    state: State | undefined,
    action: AnyAction,
  ) => State;
}

declare module 'decap-cms-core/dist/esm/reducers/collections' {
  import type { Map as ImmutableMap, List } from 'immutable';
  export const selectFields: (
    collection: ImmutableMap<string, unknown>,
    slug: string,
  ) => List<ImmutableMap<string, unknown>>;
}

declare module 'decap-cms-core/dist/esm/actions/config' {
  export const loadConfig: (config: unknown, onLoad: () => void) => unknown;
}

declare module 'decap-cms-core/dist/esm/actions/entries' {
  import type { Map as ImmutableMap } from 'immutable';
  export const removeDraftEntryMediaFile: (file: { id: string }) => unknown;
  export const changeDraftField: (change: {
    field: unknown;
    value: unknown;
    metadata: unknown;
    entries: readonly unknown[];
    i18n: unknown;
  }) => unknown;
  export const changeDraftFieldValidation: (id: string, errors: readonly unknown[]) => unknown;
  export const createDraftFromEntry: (entry: unknown) => unknown;
  export const createEmptyDraft: (
    collection: ImmutableMap<string, unknown>,
    search: string,
  ) => unknown;
  export const discardDraft: () => unknown;
}

declare module 'decap-cms-core/dist/esm/backend' {
  import type { Map as ImmutableMap } from 'immutable';

  type Collection = ImmutableMap<string, unknown>;
  /** What Decap's own class does with a backend: loads entries in the form that a draft is made from. */
  export type Backend = {
    unpublishedEntry(state: unknown, collection: Collection, slug: string): Promise<unknown>;
    getEntry(state: unknown, collection: Collection, slug: string): Promise<unknown>;
  };
  export const currentBackend: (config: unknown) => Backend;
}

declare module 'decap-cms-core/dist/esm/lib/registry' {
  const registry: {
    registerBackend(name: string, backend: unknown): void;
    registerWidget(name: string, control: unknown): void;
    registerLocale(locale: string, phrases: unknown): void;
    registerCustomFormat(name: string, extension: string, formatter: unknown): void;
  };
  export default registry;
}

declare module 'decap-cms-core/dist/esm/lib/phrases' {
  export const getPhrases: (locale: string) => Record<string, unknown>;
}

declare module 'decap-cms-core/dist/esm/components/Editor/EditorControlPane/EditorControlPane' {
  import type { Component } from 'react';

  type Props = Readonly<Record<string, unknown>>;
  /** Decap's form: one control for each field. */
  export default class EditorControlPane extends Component<Props> {
    /** Has each control say whether it is valid, by `onValidate`. */
    validate(): Promise<void>;
  }
}

declare module 'decap-cms-core/dist/esm/components/EditorWidgets';

declare module 'decap-cms-lib-util' {
  export const localForage: {
    keys(): Promise<string[]>;
    getItem(key: string): Promise<unknown>;
    removeItem(key: string): Promise<void>;
  };
}

declare module 'react-polyglot' {
  import type { ComponentType, ReactNode } from 'react';
  export const I18n: ComponentType<{
    locale: string;
    messages: Record<string, unknown>;
    children?: ReactNode;
  }>;
  export const useTranslate: () => (key: string) => string;
}

declare module 'decap-cms-backend-proxy' {
  import type { ComponentType } from 'react';

  type Payload = { action: string; params: Record<string, unknown> };
  export type Asset = { path: string; fileObj?: File; toBase64(): Promise<string> };
  export type DataFile = { path: string; slug: string; raw: string; newPath?: string };
  export class ProxyBackend {
    constructor(config: unknown, options?: unknown);
    branch: string;
    proxyUrl: string;
    options: { initialWorkflowStatus?: 'draft' | 'pending_review' | 'pending_publish' };
    authComponent(): ComponentType<never>;
    restoreUser(user?: unknown): Promise<unknown>;
    authenticate(credentials?: unknown): Promise<unknown>;
    logout(): unknown;
    request(payload: Payload): Promise<unknown>;
    getMedia(folder?: string): Promise<unknown[]>;
    unpublishedEntry(key: { id?: string; collection?: string; slug?: string }): Promise<unknown>;
    persistEntry(
      entry: { dataFiles: DataFile[]; assets: Asset[] },
      options: never,
    ): Promise<unknown>;
    publishUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
  }
}

declare module 'decap-cms-locales/dist/esm/en/index.js' {
  type Phrases = { readonly [name: string]: string | Phrases };
  const en: Phrases;
  export default en;
}
