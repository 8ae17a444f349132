import { answerTasks } from '../../../src/apart/answer-tasks.ts';
import { type ContentChecker, createContentChecker } from '../../../src/check/content-checker.ts';
import { placeOf } from '../../../src/check/content-place.ts';
import { leadsTo } from '../../../src/check/leading-to.ts';
import { type Rename, renameEntry } from '../../../src/check/rename-entry.ts';
import { giveMemoryBack } from '../../../src/sweep.ts';
import { emptyOutline, outlineIn } from './entry-outline.ts';
import type { JudgeAnswer, JudgeTask } from './judge-messages.ts';
import { knownEntry } from './known-entry.ts';
import { type ContentNews, receivedFiles } from './sent-content.ts';

/**
 * A process that judges texts, in which the published content was read once. Without any it tries whether a text can be
 * judged at all. The limits that the content is held against come as JSON in its first argument.
 */
const limits: { maxFileBytes: number } = JSON.parse(process.argv[2] ?? '{}');
let commit: ContentNews['commit'] | null = null;
const said = (answer: Partial<JudgeAnswer>): JudgeAnswer => ({
  problems: [],
  outline: emptyOutline,
  commit,
  ...answer,
});
let checker: ContentChecker = createContentChecker(new Map(), limits);

/** Beyond these a new reading of everything costs less than as many changes one after the other. */
const mostChangesAtOnce = 30;
/** Who had the process start has asked by then, in milliseconds. */
const calm = 3000;

/** What is published, in case that it has to be read anew. */
const published = new Map<string, ContentNews['entries'][number]>();

const takeIn = ({ entries, isAll, ...news }: ContentNews): void => {
  ({ commit } = news);
  if (isAll) published.clear();
  for (const entry of entries) {
    if (entry.files.length > 0) published.set(entry.path, entry);
    else published.delete(entry.path);
  }
  if (isAll || entries.length > mostChangesAtOnce) {
    const files = [...published.values()].flatMap((entry) => entry.files);
    checker = createContentChecker(receivedFiles(files), limits);
    return;
  }
  for (const { path, files } of entries) checker = checker.with(path, receivedFiles(files));
};

/** What it takes to give an entry another address, and the errors that would come of it. */
const renaming = (rename: Rename): Pick<JudgeAnswer, 'problems' | 'renamed'> => {
  const textFile = (path: string) =>
    published.get(path)?.files.find((file) => placeOf(file.path).kind === 'entry');
  const renamed = renameEntry(
    checker.readings,
    (path) => Buffer.from(textFile(path)?.bytes ?? []).toString(),
    rename,
  );
  if (renamed.kind !== 'renamed') return { problems: [], renamed };
  const filesOf = (path: string, text: string, at = path) =>
    receivedFiles(
      (published.get(path)?.files ?? []).map((file) => ({
        path: file.path.replace(path, at),
        bytes: file === textFile(path) ? Buffer.from(text) : file.bytes,
      })),
    );
  const problems = checker.errorsAfter(
    new Map([
      [rename.from, receivedFiles([])],
      [rename.to, filesOf(rename.from, renamed.own, rename.to)],
      ...[...renamed.leading].map(([path, text]) => [path, filesOf(path, text)] as const),
    ]),
  );
  return { problems, renamed };
};

/** The entries that lead to one, or have one of some words in what they say. */
const touched = ({
  leadsTo: wanted,
  words,
}: {
  leadsTo: string | null;
  words: readonly string[];
}) => {
  const paths = new Set<string>(checker.readings.map(({ place }) => place.contentPath));
  const looked = words.map(folded);
  return checker.readings.filter((reading) => {
    if (wanted !== null && leadsTo(reading, wanted, paths)) return true;
    const said = looked.length > 0 ? folded(reading.entry?.text ?? '') : '';
    return looked.some((word) => said.includes(word));
  });
};

/** Words are the same that differ only in width or in capitals, as for the glossary's own (src/check/claims.ts). */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

answerTasks<JudgeTask, JudgeAnswer>((task) => {
  switch (task.kind) {
    case 'content':
      takeIn(task);
      // Trees of thousands of texts were made and let go: several times what stays.
      if (task.isAll) setTimeout(giveMemoryBack, calm).unref();
      return said({});
    case 'judge': {
      const readings = new Map(task.readings);
      const { problems, reading } = checker.judgementOf(task.entry, receivedFiles(task.files), {
        of: ({ path }) => readings.get(path),
      });
      return said({ problems, outline: outlineIn(reading?.source.data ?? null) });
    }
    case 'elsewhere': {
      const problems = checker.problemsElsewhere(task.entry, receivedFiles(task.files));
      return said({ problems });
    }
    case 'rename':
      return said(renaming(task));
    case 'touched':
      return said({ entries: touched(task).map(knownEntry) });
    case 'entries':
      return said({ entries: checker.readings.map(knownEntry) });
    case 'warm-up':
      return said({});
  }
});
