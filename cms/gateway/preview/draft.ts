import type { EntryAddress } from '../repository/content-address.ts';
import type { FileContent } from '../repository/repository.ts';

/** How the page of a draft is shown to somebody who is not signed in. All of it is the gateway's own; nothing is checked here. */
export type DraftSurroundings = {
  /** The address below which the files of the draft are served, with a slash at its end. */
  readonly filesAt: string;
  /** In place of the style sheet of drafts. */
  readonly styleSheet: string;
  /** Markup before and after the page. */
  readonly above: string;
  readonly below: string;
};

/** A piece of content as somebody has written it so far. */
export type Draft = {
  readonly entry: EntryAddress;
  /** All its files, the text and the attachments. */
  readonly files: readonly FileContent[];
  /** To look at while writing, to circulate on paper for approval, or to be decided on where it is shown. */
  readonly purpose: 'preview' | 'approval' | 'decision';
  /** What stands around the page, where it is none of the editor's pages. */
  readonly around?: DraftSurroundings;
  /** How often it was saved. */
  readonly version: number;
  readonly date: Date;
  /** Whether the files beside the text are those that readers have. */
  readonly hasPublishedFiles?: boolean;
  /** The names of files that somebody has chosen and that are not stored yet: nothing is wrong with a text that names them. */
  readonly chosen?: readonly string[];
};
