import { defaultMaxFileBytes } from '../schema/body.ts';
import type { ContentFiles } from '../source/content-files.ts';
import { type AttachmentReadings, noReadings } from './attachments/attachment-readings.ts';
import type { CheckOptions } from './check-content.ts';
import type { Reading } from './entry-reading.ts';
import {
  type Content,
  contentOf,
  contentWith,
  judge,
  type Pieces,
  readingsOf,
  readPieces,
  remembered,
} from './piece.ts';
import { type FieldProblem, readableProblems } from './problem.ts';
import { rules, rulesAmongEntries } from './rules.ts';

/**
 * A content that was read once, against which one entry after another is checked. It never changes: a publication gives
 * a new one. An entry is named by its content path (`glossary/deemed-export`) or by the file that holds its fields, and
 * its files are always all of them, the attachments too: those that are not given are gone.
 */
export interface ContentChecker {
  /** Every entry, sound or not, in the order of paths; without the trees of bodies, which would fill the memory. */
  readonly readings: readonly Reading[];
  /**
   * What checkContent would say of an entry's files if they stood in the content, in place of what is there now or as a
   * new entry.
   * @param documents what was read of the documents among the files
   * @throws where one of them was not read
   */
  problemsOf(entry: string, files: ContentFiles, attachments?: AttachmentReadings): FieldProblem[];
  /** The same, with what was read of the entry's text on the way; null where the files have none. */
  judgementOf(
    entry: string,
    files: ContentFiles,
    attachments?: AttachmentReadings,
  ): { problems: FieldProblem[]; reading: Reading | null };
  /**
   * What would come to be wrong with other entries: links and references to what goes, and what the entry would take
   * from them, since of two with one address the first by path has it.
   * @param files none to take the entry away
   */
  problemsElsewhere(entry: string, files: ContentFiles): FieldProblem[];
  /**
   * The errors that several changes made at once would bring about, in what is changed and among all entries.
   * @param changes the files that entries would have; without any, an entry is gone
   */
  errorsAfter(changes: ReadonlyMap<string, ContentFiles>): FieldProblem[];
  /** The content with an entry's files in place of what is there now; without any, the entry is gone. */
  with(entry: string, files: ContentFiles): ContentChecker;
}

/** Reads a whole content, which takes seconds for thousands of entries. Never throws for what is in it. */
export const createContentChecker = (
  files: ContentFiles,
  { maxFileBytes = defaultMaxFileBytes }: Pick<CheckOptions, 'maxFileBytes'> = {},
): ContentChecker => checkerOf(remembered(readPieces(files)), maxFileBytes);

const checkerOf = (pieces: Pieces, maxFileBytes: number): ContentChecker => {
  const content = contentOf(pieces);
  const judgeAmongEntries = (around: Content, judged: Pieces): FieldProblem[] =>
    judge({
      judged,
      content: around,
      rules: rulesAmongEntries,
      maxFileBytes,
      attachments: noReadings,
    });
  let standing: ReadonlySet<string> | undefined;
  const judgementOf: ContentChecker['judgementOf'] = (entry, files, attachments = noReadings) => {
    const judged = readPieces(files);
    const changed = contentWith(content, entry, judged);
    const problems = readableProblems([
      ...[...judged.values()].flatMap(({ problems }) => problems),
      ...judge({ judged, content: changed, rules, maxFileBytes, attachments }),
    ]);
    return { problems, reading: readingsOf(judged)[0] ?? null };
  };

  return {
    readings: readingsOf(pieces),
    judgementOf,
    problemsOf: (...asked) => judgementOf(...asked).problems,
    problemsElsewhere(entry, files) {
      standing ??= new Set(judgeAmongEntries(content, pieces).map(spot));
      const known = standing;
      const changed = readPieces(files);
      const others = contentWith(content, entry, new Map()).pieces;
      const problems = judgeAmongEntries(contentWith(content, entry, changed), others);
      return readableProblems(problems.filter((problem) => !known.has(spot(problem))));
    },
    errorsAfter(changes) {
      standing ??= new Set(judgeAmongEntries(content, pieces).map(spot));
      const known = standing;
      let changed: Content = content;
      const own: FieldProblem[] = [];
      for (const [entry, files] of changes) {
        const judged = readPieces(files);
        own.push(...[...judged.values()].flatMap(({ problems }) => problems));
        changed = contentWith(changed, entry, judged);
      }
      const among = judgeAmongEntries(changed, changed.pieces);
      return readableProblems(
        [...own, ...among.filter((problem) => !known.has(spot(problem)))].filter(
          ({ severity }) => severity === 'error',
        ),
      );
    },
    with(entry, files) {
      const changed = contentWith(content, entry, remembered(readPieces(files)));
      return checkerOf(changed.pieces, maxFileBytes);
    },
  };
};

/** Where a problem is; its words may change with what else there is. */
const spot = ({ code, path, line, field }: FieldProblem): string =>
  [path, line, code, field].join('\0');
