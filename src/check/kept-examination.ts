import { defaultMaxFileBytes } from '../schema/body.ts';
import type { ContentFiles } from '../source/content-files.ts';
import { type AttachmentReadings, noReadings } from './attachments/attachment-readings.ts';
import type { ExaminedContent } from './check-content.ts';
import type { ContentEntry } from './content-entry.ts';
import { type ExaminedPieces, pieceAgain, plainPiece } from './examined-pieces.ts';
import {
  contentOf,
  judge,
  type Piece,
  pieceOf,
  readingsOf,
  readPieces,
  remembered,
} from './piece.ts';
import { type FieldProblem, readableProblems } from './problem.ts';
import { rulesAmongEntries, rulesOfEntries } from './rules.ts';

/** What an examination found, and the entries that were read for it, with the trees of their bodies, by file path. */
export type Examined = ExaminedContent & { read: ReadonlyMap<string, ContentEntry> };

/** A content that was examined, and is examined again whenever some of it has changed. */
export type KeptExamination = {
  /**
   * Examines the content as it is now, as check-content.ts does, and reads only what changed. The entries are without the
   * trees of their bodies, which would fill the memory.
   * @param files all files
   * @param changed the paths that are new, other than before, or gone; all of them at first
   * @param attachments what was read of the documents beside changed entries
   */
  examine(
    files: ContentFiles,
    changed: Iterable<string>,
    attachments: AttachmentReadings,
  ): Examined;
  /** An entry with the tree of its body, read anew; undefined where there is none at the path. */
  readAgain(files: ContentFiles, path: string): ContentEntry | undefined;
  /** What it knows, for an examination in another process; null where a text could not be read. */
  pieces(): ExaminedPieces | null;
};

/** Makes an examination. @param known what another knew; without it, it has seen nothing yet */
export const createKeptExamination = (
  known?: ExaminedPieces,
  maxFileBytes = defaultMaxFileBytes,
): KeptExamination => {
  const pieces = new Map<string, Piece>();
  for (const [key, piece] of known?.pieces ?? []) pieces.set(key, pieceAgain(piece));
  /** What is wrong with pieces by themselves. */
  const ownProblems = new Map<string, readonly FieldProblem[]>(known?.ownProblems);
  /** To take thousands of paths apart each time costs more than to judge what changed. */
  const keyOf = new Map<string, string>();
  const pieceAt = (path: string): string => {
    const known = keyOf.get(path) ?? pieceOf(path);
    keyOf.set(path, known);
    return known;
  };

  return {
    examine(files, changed, attachments) {
      const keys = new Set([...changed].map(pieceAt));
      const read = readPieces(new Map([...files].filter(([path]) => keys.has(pieceAt(path)))));
      for (const key of keys) {
        pieces.delete(key);
        ownProblems.delete(key);
      }
      for (const [key, piece] of remembered(read)) pieces.set(key, piece);
      const content = contentOf(pieces);
      const limits = { content, maxFileBytes };
      const found = judge({ ...limits, judged: read, rules: rulesOfEntries, attachments });
      for (const [key, problems] of Map.groupBy(found, ({ path }) => pieceAt(path))) {
        ownProblems.set(key, problems);
      }
      const problems = readableProblems([
        ...[...pieces.values()].flatMap((piece) => piece.problems),
        ...[...ownProblems.values()].flat(),
        ...judge({
          ...limits,
          judged: pieces,
          rules: rulesAmongEntries,
          attachments: noReadings,
        }),
      ]);
      return { problems, entries: soundEntries(pieces, problems), read: entriesOf(read) };
    },
    readAgain(files, path) {
      const file = files.get(path);
      return file && entriesOf(readPieces(new Map([[path, file]]))).get(path);
    },
    pieces() {
      const plain = new Map<string, NonNullable<ReturnType<typeof plainPiece>>>();
      for (const [key, piece] of pieces) {
        const one = plainPiece(piece);
        if (!one) return null;
        plain.set(key, one);
      }
      return { pieces: plain, ownProblems };
    },
  };
};

const entriesOf = (pieces: ReadonlyMap<string, Piece>): Map<string, ContentEntry> =>
  new Map(readingsOf(pieces).flatMap(({ entry }) => (entry ? [[entry.path, entry] as const] : [])));

const soundEntries = (
  pieces: ReadonlyMap<string, Piece>,
  problems: readonly FieldProblem[],
): Map<string, ContentEntry> => {
  const entries = entriesOf(pieces);
  for (const { severity, path } of problems) if (severity === 'error') entries.delete(path);
  return entries;
};
