import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ContentEntry } from '../check/check-content.ts';
import { type Problem, problemOf } from '../check/problem.ts';
import { entryTitle } from '../schema/entry-title.ts';
import type { Settings } from '../settings.ts';

/** The form in which what is left out is told. */
export const leftOutEntryForm = z.strictObject({
  /** The entry's file, below the content folder. */
  path: z.string(),
  title: z.string(),
  /** What the build said of it, in its own words. */
  reason: z.string(),
});
const leftOutEntries = z.array(leftOutEntryForm);
/** An entry that could not be rendered: the site is built without it. */
export type LeftOutEntry = z.infer<typeof leftOutEntryForm>;

const mostReasonLength = 200;

/** An entry with what was thrown as it was rendered. */
export const leftOutEntry = ({ path, data }: ContentEntry, error: unknown): LeftOutEntry => ({
  path,
  title: entryTitle(data) ?? path,
  reason: reasonOf(error).slice(0, mostReasonLength),
});

/** The first line of what was thrown: neither a stack nor a place on this machine. */
const reasonOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  const [line = ''] = message.slice(0, 2 * mostReasonLength).split('\n', 1);
  return line.replace(/(?:file:\/\/)?(?:\/[^\s/'"]+){2,}/g, '…') || 'Error';
};

/** The same for those who can see to it. */
export const leftOutProblem = ({ path, title, reason }: LeftOutEntry): Problem =>
  problemOf('entry-unrendered', path, 1, { title, reason });

const fileIn = ({ cacheDir }: Pick<Settings, 'cacheDir'>): string =>
  join(cacheDir, 'left-out.json');

/** Writes down what a build leaves out, also where that is nothing, for whoever started it. */
export const writeLeftOut = (
  settings: Pick<Settings, 'cacheDir'>,
  entries: readonly LeftOutEntry[],
): void => {
  const file = fileIn(settings);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(entries, null, 2)}\n`);
};

/** What the latest build of this edition of this content left out; nothing where there was none. */
export const readLeftOut = (settings: Pick<Settings, 'cacheDir'>): LeftOutEntry[] => {
  try {
    return leftOutEntries.parse(JSON.parse(readFileSync(fileIn(settings), 'utf8')));
  } catch {
    return [];
  }
};
