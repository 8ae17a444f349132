import type { AttachmentReading } from '../../../src/attachments/reading.ts';
import type { ContentNews, SentEntry } from '../published-content/sent-content.ts';
import type { DraftPage } from './draft-renderer.ts';

/** A draft on its way to the process that renders it, with what was read of its documents, by path. */
export type SentDraft = Pick<
  DraftPage,
  'purpose' | 'version' | 'date' | 'hasPublishedFiles' | 'around' | 'chosen'
> &
  SentEntry & { readonly readings: readonly (readonly [path: string, AttachmentReading])[] };

/** What the process that renders is asked. */
export type RendererTask = ContentNews | { readonly kind: 'draft'; readonly draft: SentDraft };

/** A page; empty where there was only news. */
export type RendererAnswer = { readonly html: string };
