import type { AttachmentReading } from '../../../src/attachments/reading.ts';
import type { FieldProblem } from '../../../src/check/problem.ts';
import type { Renamed } from '../../../src/check/rename-entry.ts';
import type { CommitId } from '../repository/repository.ts';
import type { EntryOutline } from './entry-outline.ts';
import type { KnownEntry } from './known-entry.ts';
import type { ContentNews, SentFile } from './sent-content.ts';

/** What a process that judges is asked. */
export type JudgeTask =
  | ContentNews
  /** What is wrong with an entry's files, if they stood in the content. */
  | {
      readonly kind: 'judge';
      readonly entry: string;
      readonly files: readonly SentFile[];
      /** What was read of the documents among them, by path. */
      readonly readings: readonly (readonly [path: string, AttachmentReading])[];
    }
  /** What would be wrong with other entries then. */
  | { readonly kind: 'elsewhere'; readonly entry: string; readonly files: readonly SentFile[] }
  /** What it would take to give an entry another address; both are content paths. */
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  /** Which published entries lead to one, or have one of some words in their text. */
  | { readonly kind: 'touched'; readonly leadsTo: string | null; readonly words: readonly string[] }
  /** What is published. */
  | { readonly kind: 'entries' }
  /** Nothing: that the process is there is all that is wanted. */
  | { readonly kind: 'warm-up' };

/** What it answers. */
export type JudgeAnswer = {
  /** The published commit that it answers of; null where it knows of none. */
  readonly commit: CommitId | null;
  readonly problems: readonly FieldProblem[];
  readonly outline: EntryOutline;
  /** Every entry that is published, in the order of paths; only where they were asked for. */
  readonly entries?: readonly KnownEntry[];
  /** Only where it was asked for; the problems are those that it would bring about. */
  readonly renamed?: Renamed;
};
