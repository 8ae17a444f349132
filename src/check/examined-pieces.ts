import type { ContentFile } from '../source/content-files.ts';
import { readSource, readYamlSource, type Source } from '../source/read-source.ts';
import { claimsOf } from './claims.ts';
import type { ContentEntry } from './content-entry.ts';
import type { Piece } from './piece.ts';
import type { FieldProblem } from './problem.ts';

/** What an examination knows of its content, as plain data that can be kept: by content path, or by the path of a file of its own. */
export type ExaminedPieces = {
  pieces: ReadonlyMap<string, PlainPiece>;
  /** What is wrong with pieces by themselves. */
  ownProblems: ReadonlyMap<string, readonly FieldProblem[]>;
};

type PlainPiece = Pick<Piece, 'problems'> & {
  files: readonly Pick<ContentFile, 'path' | 'kind' | 'size'>[];
  reading: (Omit<NonNullable<Piece['reading']>, 'source'> & { source: PlainSource }) | null;
};
type PlainSource = Omit<Source, 'lineOf' | 'body'>;

/** A piece as plain data; null where its text could not be read, which a process has to look at itself. */
export function plainPiece({ files, reading, problems }: Piece): PlainPiece | null {
  if (reading && !reading.entry) return null;
  return {
    problems,
    files: files.map(({ path, kind, size }) => ({ path, kind, size })),
    reading: reading && { ...reading, source: plainSource(reading.source) },
  };
}

const plainSource = ({ lineOf: _, body: __, ...source }: Source): PlainSource => source;

/** The piece that was made plain, as one remembers those that were read (piece.ts): the lines of its text are found when somebody asks. */
export function pieceAgain({ files: names, reading: read, problems }: PlainPiece): Piece {
  const files = names.map((file) => ({ ...file, bytes: () => nothing, head: () => nothing }));
  const reading = read && {
    ...read,
    source: { ...read.source, lineOf: linesOf(read.entry), body: null },
  };
  return { files, reading, problems, claims: claimsOf(files, reading) };
}

const nothing = new Uint8Array();

const linesOf = (entry: ContentEntry | null): Source['lineOf'] => {
  let source: Source | undefined;
  return (path) => {
    if (!entry) return 1;
    source ??= entry.path.endsWith('.yaml') ? readYamlSource(entry.text) : readSource(entry.text);
    return source.lineOf(path);
  };
};
