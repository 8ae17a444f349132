import { defaultMaxFileBytes } from '../schema/body.ts';
import type { ContentFiles } from '../source/content-files.ts';
import { type AttachmentReadings, noReadings } from './attachments/attachment-readings.ts';
import type { ContentEntry } from './content-entry.ts';
import { contentOf, judge, readingsOf, readPieces } from './piece.ts';
import { type FieldProblem, readableProblems } from './problem.ts';
import { rules } from './rules.ts';

export type { ContentEntry } from './content-entry.ts';

export type CheckOptions = {
  /** The most bytes that an attachment may have. */
  maxFileBytes?: number;
  /** What is in the documents among the files; needed where there are some. */
  attachments?: AttachmentReadings;
};

export type ExaminedContent = {
  problems: FieldProblem[];
  /** The entries in whose own files there is no error, by file path. */
  entries: Map<string, ContentEntry>;
};

/**
 * Finds every problem of every file of the content, sorted by path and line. Never throws for what is in them.
 * @throws where there are documents that were not read
 */
export const checkContent = (files: ContentFiles, options?: CheckOptions): FieldProblem[] =>
  examineContent(files, options).problems;

/** Checks the content, and gives the sound entries as they were read, so that nobody need read them again. */
export const examineContent = (
  files: ContentFiles,
  { maxFileBytes = defaultMaxFileBytes, attachments: readings = noReadings }: CheckOptions = {},
): ExaminedContent => {
  const pieces = readPieces(files);
  const problems = readableProblems([
    ...[...pieces.values()].flatMap((piece) => piece.problems),
    ...judge({
      judged: pieces,
      content: contentOf(pieces),
      rules,
      maxFileBytes,
      attachments: readings,
    }),
  ]);

  const unsound = new Set(
    problems.filter(({ severity }) => severity === 'error').map(({ path }) => path),
  );
  const entries = new Map<string, ContentEntry>();
  for (const { entry } of readingsOf(pieces)) {
    if (entry && !unsound.has(entry.path)) entries.set(entry.path, entry);
  }
  return { problems, entries };
};
