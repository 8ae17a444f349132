import type { EntryAddress } from '../repository/content-address.ts';
import type { FileContent } from '../repository/repository.ts';

/** A piece of content as somebody has written it so far. */
export type Draft = {
  readonly entry: EntryAddress;
  /** All its files, the text and the attachments. */
  readonly files: readonly FileContent[];
  /** To look at while writing, or to circulate on paper for approval. */
  readonly purpose: 'preview' | 'approval';
  /** How often it was saved. */
  readonly version: number;
  readonly date: Date;
  /** Whether the files beside the text are those that readers have. */
  readonly hasPublishedFiles?: boolean;
};
