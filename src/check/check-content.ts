import { defaultMaxFileBytes } from '../schema/body.ts';
import type { ContentFile, ContentFiles } from '../source/content-files.ts';
import { placeOf } from './content-place.ts';
import type { Document } from './document.ts';
import { type Problem, readableProblems } from './problem.ts';
import { readEntry } from './read-entry.ts';
import { attachments } from './rules/attachments.ts';
import { chartData } from './rules/chart-data.ts';
import { consistency } from './rules/consistency.ts';
import { duplicates } from './rules/duplicates.ts';
import { fileNames } from './rules/file-names.ts';
import { fileTypes } from './rules/file-types.ts';
import { knownTargets } from './rules/known-targets.ts';
import { links } from './rules/links.ts';
import { placement } from './rules/placement.ts';
import { headingsOfPractices } from './rules/practice-headings.ts';
import type { Reading, Rule, World } from './world.ts';

export type { Document } from './document.ts';

export type CheckOptions = {
  /** The most bytes that an attachment may have. */
  maxFileBytes?: number;
};

export type ExaminedContent = {
  problems: Problem[];
  /** The entries in whose own files there is no error, by file path. */
  documents: Map<string, Document>;
};

/** Every family of rules over the whole content. Entries by themselves are checked as they are read (read-entry.ts). */
const rules: readonly Rule[] = [
  placement,
  fileNames,
  fileTypes,
  consistency,
  knownTargets,
  links,
  attachments,
  chartData,
  headingsOfPractices,
  duplicates,
];

/** Finds every problem of every file of the content, sorted by path and line. Never throws for what is in them. */
export const checkContent = (files: ContentFiles, options?: CheckOptions): Problem[] =>
  examineContent(files, options).problems;

/** Checks the content, and gives the sound entries as they were read, so that nobody need read them again. */
export const examineContent = (
  files: ContentFiles,
  { maxFileBytes = defaultMaxFileBytes }: CheckOptions = {},
): ExaminedContent => {
  const { world, problems: ownProblems } = readWorld(files, maxFileBytes);
  const problems = readableProblems([...ownProblems, ...rules.flatMap((rule) => [...rule(world)])]);

  const unsound = new Set(
    problems.filter(({ severity }) => severity === 'error').map(({ path }) => path),
  );
  const documents = new Map<string, Document>();
  for (const { document } of world.readings) {
    if (document && !unsound.has(document.path)) documents.set(document.path, document);
  }
  return { problems, documents };
};

const readWorld = (
  files: ContentFiles,
  maxFileBytes: number,
): { world: World; problems: Problem[] } => {
  const problems: Problem[] = [];
  const readings: Reading[] = [];
  const filesBeside = new Map<string, Map<string, ContentFile>>();
  for (const file of files.values()) {
    const place = placeOf(file.path);
    if (place.kind === 'attachment') {
      const beside = filesBeside.get(place.folder) ?? new Map<string, ContentFile>();
      filesBeside.set(place.folder, beside.set(place.name.normalize('NFC'), file));
    } else if (place.kind === 'entry' && file.kind === 'file') {
      const read = readEntry(file, place);
      problems.push(...read.problems);
      readings.push(read.reading);
    }
  }
  const readingAt = new Map(readings.map((reading) => [reading.place.contentPath, reading]));
  return { world: { files, maxFileBytes, readings, readingAt, filesBeside }, problems };
};
