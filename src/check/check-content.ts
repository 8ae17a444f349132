import { defaultMaxFileBytes } from '../schema/body.ts';
import type { ContentFiles } from '../source/content-files.ts';
import type { Document } from './document.ts';
import { type DocumentReadings, noReadings } from './documents/document-readings.ts';
import { contentOf, judge, readingsOf, readPieces } from './piece.ts';
import { type FieldProblem, readableProblems } from './problem.ts';
import { rules } from './rules.ts';

export type { Document } from './document.ts';

export type CheckOptions = {
  /** The most bytes that an attachment may have. */
  maxFileBytes?: number;
  /** What is in the documents among the files; needed where there are some. */
  documents?: DocumentReadings;
};

export type ExaminedContent = {
  problems: FieldProblem[];
  /** The entries in whose own files there is no error, by file path. */
  documents: Map<string, Document>;
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
  { maxFileBytes = defaultMaxFileBytes, documents: readings = noReadings }: CheckOptions = {},
): ExaminedContent => {
  const pieces = readPieces(files);
  const problems = readableProblems([
    ...[...pieces.values()].flatMap((piece) => piece.problems),
    ...judge({
      judged: pieces,
      content: contentOf(pieces),
      rules,
      maxFileBytes,
      documents: readings,
    }),
  ]);

  const unsound = new Set(
    problems.filter(({ severity }) => severity === 'error').map(({ path }) => path),
  );
  const documents = new Map<string, Document>();
  for (const { document } of readingsOf(pieces)) {
    if (document && !unsound.has(document.path)) documents.set(document.path, document);
  }
  return { problems, documents };
};
