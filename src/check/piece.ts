import type { ContentFile, ContentFiles } from '../source/content-files.ts';
import type { AttachmentReadings } from './attachments/attachment-readings.ts';
import { type Claim, claimsOf } from './claims.ts';
import { type ContentPlace, placeOf } from './content-place.ts';
import type { Reading } from './entry-reading.ts';
import type { FieldProblem } from './problem.ts';
import { readEntry } from './read-entry.ts';
import type { Rule, World } from './world.ts';

/** An entry with the files beside it, or a file that belongs to none: what is read, replaced and judged as one. */
export type Piece = {
  files: readonly ContentFile[];
  /** Null where there is no text. */
  reading: Reading | null;
  /** The problems of the entry read by itself. */
  problems: readonly FieldProblem[];
  claims: readonly Claim[];
};

/** Pieces by the entry's content path, or by the path of a file that belongs to none. */
export type Pieces = ReadonlyMap<string, Piece>;

/** Reads files piece by piece. Never throws for what is in them. */
export const readPieces = (files: ContentFiles): Pieces => {
  const ofPieces = Map.groupBy(files.values(), ({ path }) => pieceOf(path));
  return new Map([...ofPieces].map(([key, own]) => [key, readPiece(own)]));
};

/** The key of the piece to which a file belongs, by its path. */
export const pieceOf = (path: string): string => pieceKey(placeOf(path));

/** The key of the piece to which a place belongs. */
const pieceKey = (place: ContentPlace): string => {
  if (place.kind === 'entry') return place.contentPath;
  return place.kind === 'attachment' ? place.folder : place.path;
};

const readPiece = (files: readonly ContentFile[]): Piece => {
  let reading: Reading | null = null;
  let problems: readonly FieldProblem[] = [];
  for (const file of files) {
    const place = placeOf(file.path);
    if (place.kind !== 'entry' || file.kind !== 'file') continue;
    ({ reading, problems } = readEntry(file, place));
  }
  return { files, reading, problems, claims: claimsOf(files, reading) };
};

/** What other entries can be held against: the names of files without their bytes, texts without their trees. */
export const remembered = (pieces: Pieces): Pieces =>
  new Map([...pieces].map(([key, piece]) => [key, rememberedPiece(piece)]));

const rememberedPiece = ({ files, reading, ...piece }: Piece): Piece => ({
  ...piece,
  files: files.map(nameOnly),
  reading: reading && {
    place: reading.place,
    source: { ...reading.source, body: null },
    entry: reading.entry && { ...reading.entry, body: null },
  },
});

const nothing = new Uint8Array();
const nameOnly = ({ path, kind, size }: ContentFile): ContentFile => ({
  path,
  kind,
  size,
  bytes: () => nothing,
  head: () => nothing,
});

/** A whole content: its pieces, and who claims what in it. */
export type Content = { pieces: Pieces; claimants(key: string): readonly Claim[] };

export const contentOf = (pieces: Pieces): Content => {
  let index: Map<string, Claim[]> | undefined;
  return {
    pieces,
    claimants(key) {
      index ??= Map.groupBy(
        pieces.values().flatMap((piece) => piece.claims),
        (claim) => claim.key,
      );
      return index.get(key) ?? [];
    },
  };
};

/** A content with other pieces in place of one entry and of everything that lies in its folder. */
export const contentWith = (content: Content, entry: string, pieces: Pieces): Content => {
  const entryKey = pieceKey(placeOf(entry));
  const kept = new Map(content.pieces);
  const gone = new Set<Claim>();
  for (const [key, { claims }] of content.pieces) {
    if (key !== entryKey && !key.startsWith(`${entryKey}/`) && !pieces.has(key)) continue;
    kept.delete(key);
    for (const claim of claims) gone.add(claim);
  }
  const others = contentOf(pieces);
  return {
    pieces: new Map([...kept, ...pieces]),
    claimants: (key) => [
      ...content.claimants(key).filter((claim) => !gone.has(claim)),
      ...others.claimants(key),
    ],
  };
};

type Judgement = {
  /** What the rules tell the problems of. */
  judged: Pieces;
  /** The whole content, with what is judged in it. */
  content: Content;
  rules: readonly Rule[];
  maxFileBytes: number;
  attachments: AttachmentReadings;
};

/** The problems that rules find in some pieces of a content. */
export const judge = ({
  judged,
  content,
  rules,
  maxFileBytes,
  attachments,
}: Judgement): FieldProblem[] => {
  const pieces = [...judged.values()];
  const readings = readingsOf(content.pieces);
  const world: World = {
    files: new Map(pieces.flatMap(({ files }) => files.map((file) => [file.path, file] as const))),
    maxFileBytes,
    attachments,
    readings: readingsOf(judged),
    filesBeside: filesBeside(pieces),
    claims: pieces.flatMap(({ claims }) => claims),
    readingAt: new Map(readings.map((reading) => [reading.place.contentPath, reading])),
    claimants: content.claimants,
  };
  return rules.flatMap((rule) => [...rule(world)]);
};

/** The entries among some pieces, in the order of their paths. */
export const readingsOf = (pieces: Pieces): Reading[] =>
  [...pieces.values()]
    .flatMap(({ reading }) => reading ?? [])
    .sort((a, b) => (a.place.path < b.place.path ? -1 : 1));

const filesBeside = (pieces: readonly Piece[]): World['filesBeside'] => {
  const beside = new Map<string, Map<string, ContentFile>>();
  for (const file of pieces.flatMap(({ files }) => files)) {
    const place = placeOf(file.path);
    if (place.kind !== 'attachment') continue;
    const inFolder = beside.get(place.folder) ?? new Map<string, ContentFile>();
    beside.set(place.folder, inFolder.set(place.name.normalize('NFC'), file));
  }
  return beside;
};
