import type { Findings } from '../office/findings.ts';
import { legible, words } from './words.ts';
import {
  extraFields,
  extraKinds,
  type LocalPart,
  localPart,
  type Stretch,
  type ZipArchive,
  type ZipEntry,
} from './zip-directory.ts';

/**
 * Extra fields that say when a file was changed, whose number it had, and how it lies, and how long each is at most:
 * APPNOTE.TXT 4.5 and 4.6, and Info-ZIP's extrafld.txt. They carry no words.
 */
const plainFields: ReadonlyMap<number, number> = new Map([
  [extraKinds.zip64, 32],
  [extraKinds.aes, 7],
  // NTFS, OS/2's times, and PKWARE's for Unix.
  [0x000a, 32],
  [0x000d, 12],
  // Times and owners of Info-ZIP: UT, UX, Ux, ux.
  [0x5455, 13],
  [0x5855, 12],
  [0x7855, 4],
  [0x7875, 15],
  // Java's mark of its archives.
  [0xcafe, 0],
]);
/** Room that Office and Android leave, which is filled up with zeros after a few numbers. */
const roomFields: ReadonlySet<number> = new Set([0xa220, 0xd935]);
const mostBeforeRoom = 4;

/** What a ZIP holds beside its files: comments, fields of programs, bytes that belong to no file. */
export const findBeside = (archive: ZipArchive, bytes: Uint8Array, findings: Findings): void => {
  if (archive.comment.length > 0) findings.add('records', words.comment);
  const parts: LocalPart[] = [];
  for (const entry of archive.entries) {
    const local = localPart(bytes, entry);
    if (local) parts.push(local);
    const inside = words.inside(legible(entry.name));
    if (entry.comment.length > 0) findings.add('records', words.commentOf(inside));
    const extras = [entry.extra, local?.extra ?? new Uint8Array()];
    if (!extras.every(isPlain)) findings.add('records', words.extraOf(inside));
    if (entry.name.endsWith('/') && entry.size > 0) {
      findings.add('records', words.contentOf(inside));
    }
    if (local) findDisagreement(entry, local, inside, findings);
  }
  findDoubles(archive, findings);
  // Where a file is not where it should be, nobody can tell what lies between.
  if (parts.length < archive.entries.length) return;
  for (const gap of gapsIn(parts, archive, bytes)) {
    if (hasHeaders(gap)) findings.add('unchecked-files', words.unlisted);
    else if (gap.some((byte) => byte !== 0)) findings.add('records', words.stray);
  }
};

const isPlain = (extra: Uint8Array): boolean =>
  extraFields(extra).every(({ kind, content }) => {
    // What is left over is filled up with zeros.
    if (kind === null) return content.every((byte) => byte === 0);
    // A name in Unicode, which the directory was read with (zip-directory.ts), or that of another file: see below.
    if (kind === extraKinds.unicodePath) return true;
    if (roomFields.has(kind)) return content.subarray(mostBeforeRoom).every((byte) => byte === 0);
    return content.length <= (plainFields.get(kind) ?? -1);
  });

/** Programs read one of the two: what they would not agree on is not looked through. */
const findDisagreement = (
  entry: ZipEntry,
  local: LocalPart,
  inside: string,
  findings: Findings,
): void => {
  const named = [local.writtenName, ...unicodeNames(entry.extra), ...unicodeNames(local.extra)];
  const isNamedSo = named.every((name) => isSame(name, entry.writtenName) || nameIs(name, entry));
  if (!isNamedSo) findings.add('unchecked-files', inside);
  const isAsLarge = local.size === entry.size && local.packedSize === entry.packedSize;
  const isToFollow = entry.hasDescriptor && local.packedSize === 0;
  if (!isAsLarge && !isToFollow) findings.add('damaged', inside);
};

const unicodeNames = (extra: Uint8Array): Uint8Array[] =>
  extraFields(extra)
    .filter(({ kind }) => kind === extraKinds.unicodePath)
    .map(({ content }) => content.subarray(5));

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

const nameIs = (written: Uint8Array, { name }: ZipEntry): boolean =>
  new TextDecoder().decode(written).normalize('NFC').replaceAll('\\', '/') === name;

/** Of two files of one name, programs give one or the other; Windows and Macs take letters of either case for one. */
const findDoubles = ({ entries }: ZipArchive, findings: Findings): void => {
  const names = new Set<string>();
  for (const { name } of entries) {
    const key = name.toLowerCase();
    if (names.has(key)) findings.add('unchecked-files', words.inside(legible(name)));
    names.add(key);
  }
};

/** Bytes that belong to no entry, before, between and behind. */
const gapsIn = (
  parts: readonly Stretch[],
  { directory }: ZipArchive,
  bytes: Uint8Array,
): Uint8Array[] => {
  const gaps: Uint8Array[] = [];
  let at = 0;
  for (const { from, to } of [...parts, ...directory].sort((one, other) => one.from - other.from)) {
    if (from > at) gaps.push(bytes.subarray(at, from));
    at = Math.max(at, to);
  }
  return at < bytes.length ? [...gaps, bytes.subarray(at)] : gaps;
};

/** Whether headers of further files are among bytes. */
const hasHeaders = (gap: Uint8Array): boolean => {
  for (let at = gap.indexOf(0x50); at !== -1; at = gap.indexOf(0x50, at + 1)) {
    const [k, one, two] = gap.subarray(at + 1, at + 4);
    if (k === 0x4b && ((one === 1 && two === 2) || (one === 3 && two === 4))) return true;
  }
  return false;
};
