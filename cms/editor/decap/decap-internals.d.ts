// Parts of Decap that it exports without types, or not at all. Only what decap/ and gateway/ use is described.

declare module 'decap-cms-core/dist/esm/redux' {
  import type { Map as ImmutableMap } from 'immutable';

  type State = {
    readonly entryDraft: ImmutableMap<string, unknown>;
    readonly collections: unknown;
  };
  export const store: {
    getState(): State;
    subscribe(listener: () => void): () => void;
    dispatch(action: unknown): unknown;
  };
}

declare module 'decap-cms-core/dist/esm/actions/entries' {
  export const removeDraftEntryMediaFile: (file: { id: string }) => unknown;
  export const changeDraftField: (change: {
    field: unknown;
    value: unknown;
    metadata: unknown;
    entries: readonly unknown[];
    i18n: unknown;
  }) => unknown;
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
