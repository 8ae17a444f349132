import type { DraftPage } from './draft-renderer.ts';

/** A file on its way to the process that renders: bytes are sent where the page or the check needs them. */
export type SentFile = { readonly path: string; readonly bytes: Uint8Array };

/** An entry of the published content as it is now; without files it is gone. */
export type SentEntry = { readonly path: string; readonly files: readonly SentFile[] };

export type ToRenderer =
  /** What is published: all of it at first, then what changed. */
  | { readonly kind: 'content'; readonly entries: readonly SentEntry[] }
  | {
      readonly kind: 'draft';
      readonly id: number;
      readonly draft: SentDraft;
    };

export type SentDraft = Pick<DraftPage, 'purpose' | 'version' | 'date'> & SentEntry;

export type FromRenderer =
  | { readonly kind: 'page'; readonly id: number; readonly html: string }
  | { readonly kind: 'fault'; readonly id: number; readonly fault: string };
