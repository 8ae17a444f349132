import { crc32 } from '../crc32.ts';

/** A file, or a folder, as the directory of a ZIP names it. */
export type ZipEntry = {
  /** Folders are divided by `/`; the name of a folder ends with one. Not trusted. */
  name: string;
  /** Its name as it is written in the directory. */
  writtenName: Uint8Array;
  /** Bytes once it is unpacked, as the directory says. */
  size: number;
  packedSize: number;
  /** The sum over its bytes (crc32.ts). */
  crc: number;
  /** 0 for what is stored as it is, 8 for what is deflated. */
  method: number;
  hasPassword: boolean;
  /** Whether it is neither a file nor a folder: a symbolic link, a device. */
  isSpecial: boolean;
  /** Whether its sizes follow its bytes. */
  hasDescriptor: boolean;
  /** When it was changed, as two numbers of MS-DOS. */
  changed: { day: number; time: number };
  extra: Uint8Array;
  comment: Uint8Array;
  /** Where its own header begins. */
  offset: number;
};

/** From where in a file to where. */
export type Stretch = { from: number; to: number };

/** A ZIP by its directory. */
export type ZipArchive = {
  entries: readonly ZipEntry[];
  /** Where its directory lies, and the records behind it. */
  directory: readonly Stretch[];
  comment: Uint8Array;
};

/** APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16. */
const localHeader = { signature: 0x04034b50, length: 30 };
const centralHeader = { signature: 0x02014b50, length: 46 };
const endRecord = { signature: 0x06054b50, length: 22 };
const end64Record = { signature: 0x06064b50, length: 56 };
const end64Locator = { signature: 0x07064b50, length: 20 };
const descriptorSignature = 0x08074b50;
const mostCommentLength = 0xffff;

/** Bits of the flags: 4.4.4. Names that are masked are locked as well. */
const flag = { locked: 0x1, descriptor: 0x8, strong: 0x40, utf8: 0x800, masked: 0x2000 };
/** Kinds of extra fields: 4.5.2, 4.6.9, and https://www.winzip.com/en/support/aes-encryption/. */
export const extraKinds = { zip64: 0x0001, unicodePath: 0x7075, aes: 0x9901 } as const;

/** More than anybody packs; each takes memory, also where whoever asks holds much else. */
const mostEntries = 20_000;

/**
 * Reads the central directory of a ZIP file. Nothing is unpacked.
 * @returns null where the file has no whole directory, or more entries than anybody packs
 */
export const zipDirectory = (bytes: Uint8Array): readonly ZipEntry[] | null => {
  const archive = zipArchive(bytes);
  return archive === null || archive === 'too-many' ? null : archive.entries;
};

/** The same with what stands around the directory. */
export const zipArchive = (bytes: Uint8Array): ZipArchive | 'too-many' | null => {
  const view = viewOf(bytes);
  const end = endOf(view);
  if (end === null) return null;
  if (end.count > mostEntries) return 'too-many';
  const entries: ZipEntry[] = [];
  let at = end.from;
  for (let index = 0; index < end.count; index += 1) {
    if (!hasHeader(view, at, centralHeader)) return null;
    const next =
      at +
      centralHeader.length +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (next > bytes.length) return null;
    entries.push(entryAt(bytes, view, at));
    at = next;
  }
  // Programs that go by the length instead of the number would find more, or less.
  if (at !== end.from + end.length) return null;
  return { entries, directory: [{ from: end.from, to: at }, ...end.records], comment: end.comment };
};

const entryAt = (bytes: Uint8Array, view: DataView, at: number): ZipEntry => {
  const flags = view.getUint16(at + 8, true);
  const nameAt = at + centralHeader.length;
  const extraAt = nameAt + view.getUint16(at + 28, true);
  const commentAt = extraAt + view.getUint16(at + 30, true);
  const extra = bytes.subarray(extraAt, commentAt);
  const writtenName = bytes.subarray(nameAt, extraAt);
  // Unix, and Macs.
  const hasMode = [3, 19].includes(view.getUint8(at + 5));
  const mode = hasMode ? view.getUint16(at + 40, true) >> 12 : 0;
  const large = wideNumbers(extra, {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  });
  return {
    ...large,
    name: nameOf(writtenName, (flags & flag.utf8) !== 0, extra),
    writtenName,
    crc: view.getUint32(at + 16, true),
    method: view.getUint16(at + 10, true),
    hasPassword:
      (flags & (flag.locked | flag.strong | flag.masked)) !== 0 ||
      extraField(extra, extraKinds.aes) !== null,
    isSpecial: ![0, 0o04, 0o10].includes(mode),
    hasDescriptor: (flags & flag.descriptor) !== 0,
    changed: { day: view.getUint16(at + 14, true), time: view.getUint16(at + 12, true) },
    extra,
    comment: bytes.subarray(commentAt, commentAt + view.getUint16(at + 32, true)),
  };
};

const inField = 0xffffffff;

/** Numbers that need more than four bytes, or that a program writes so in any case, stand in an extra field (4.5.3). */
const wideNumbers = <Name extends string>(
  extra: Uint8Array,
  narrow: Record<Name, number>,
): Record<Name, number> => {
  const field = extraField(extra, extraKinds.zip64);
  if (!field) return narrow;
  const view = viewOf(field);
  const wide = { ...narrow };
  let at = 0;
  for (const name of Object.keys(narrow) as Name[]) {
    if (narrow[name] !== inField || at + 8 > field.length) continue;
    wide[name] = Number(view.getBigUint64(at, true));
    at += 8;
  }
  return wide;
};

/** What an entry's own header says, and where all that belongs to it lies. */
export type LocalPart = Stretch & {
  writtenName: Uint8Array;
  extra: Uint8Array;
  size: number;
  packedSize: number;
  packed: Uint8Array;
};

/** Finds what belongs to an entry. @returns null where it is not there, or ends before it is said to */
export const localPart = (bytes: Uint8Array, entry: ZipEntry): LocalPart | null => {
  const view = viewOf(bytes);
  const { offset, packedSize } = entry;
  if (!hasHeader(view, offset, localHeader)) return null;
  const nameAt = offset + localHeader.length;
  const extraAt = nameAt + view.getUint16(offset + 26, true);
  const dataAt = extraAt + view.getUint16(offset + 28, true);
  const dataEnd = dataAt + packedSize;
  if (dataEnd > bytes.length) return null;
  const extra = bytes.subarray(extraAt, dataAt);
  return {
    ...wideNumbers(extra, {
      size: view.getUint32(offset + 22, true),
      packedSize: view.getUint32(offset + 18, true),
    }),
    writtenName: bytes.subarray(nameAt, extraAt),
    extra,
    from: offset,
    to: dataEnd + (entry.hasDescriptor ? descriptorLength(view, dataEnd, packedSize) : 0),
    packed: bytes.subarray(dataAt, dataEnd),
  };
};

/** Sizes that follow have a mark of their own or none, and four bytes or eight (4.3.9). 0 where they are not there. */
const descriptorLength = (view: DataView, at: number, packedSize: number): number => {
  const isMarked = at + 4 <= view.byteLength && view.getUint32(at, true) === descriptorSignature;
  const sizesAt = at + (isMarked ? 8 : 4);
  if (sizesAt + 8 > view.byteLength) return 0;
  const isWide =
    sizesAt + 16 <= view.byteLength &&
    view.getBigUint64(sizesAt, true) === BigInt(packedSize) &&
    // Narrow ones of an empty file look the same.
    packedSize !== 0;
  if (isWide) return sizesAt + 16 - at;
  return view.getUint32(sizesAt, true) === packedSize ? sizesAt + 8 - at : 0;
};

/** An extra field by its kind, without its head (4.5.1); null where there is none. */
export const extraField = (extra: Uint8Array, kind: number): Uint8Array | null =>
  extraFields(extra).find((one) => one.kind === kind)?.content ?? null;

/** All extra fields in their order; what is left over at the end, and is none, has the kind null. */
export const extraFields = (
  extra: Uint8Array,
): readonly { kind: number | null; content: Uint8Array }[] => {
  const view = viewOf(extra);
  const fields: { kind: number | null; content: Uint8Array }[] = [];
  let at = 0;
  while (at + 4 <= extra.length) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > extra.length) break;
    fields.push({ kind: view.getUint16(at, true), content: extra.subarray(at + 4, end) });
    at = end;
  }
  return at === extra.length ? fields : [...fields, { kind: null, content: extra.subarray(at) }];
};

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const hasHeader = (
  view: DataView,
  at: number,
  { signature, length }: { signature: number; length: number },
): boolean => at >= 0 && at + length <= view.byteLength && view.getUint32(at, true) === signature;

type End = {
  from: number;
  length: number;
  count: number;
  records: readonly Stretch[];
  comment: Uint8Array;
};

/** The end record is last, but for a comment. */
const endOf = (view: DataView): End | null => {
  const last = view.byteLength - endRecord.length;
  for (let at = last; at >= Math.max(0, last - mostCommentLength); at -= 1) {
    if (view.getUint32(at, true) !== endRecord.signature) continue;
    const commentAt = at + endRecord.length;
    const to = Math.min(commentAt + view.getUint16(at + 20, true), view.byteLength);
    const comment = new Uint8Array(view.buffer, view.byteOffset + commentAt, to - commentAt);
    const { records, ...numbers } = wideEnd(view, at);
    return { ...numbers, records: [...records, { from: at, to }], comment };
  }
  return null;
};

/** Large archives, and those of some programs in any case, say the same in records of their own before (4.3.14, 4.3.15). */
const wideEnd = (view: DataView, at: number): Omit<End, 'comment'> => {
  const narrow = {
    count: view.getUint16(at + 10, true),
    length: view.getUint32(at + 12, true),
    from: view.getUint32(at + 16, true),
    records: [],
  };
  const locator = at - end64Locator.length;
  if (!hasHeader(view, locator, end64Locator)) return narrow;
  const wide = Number(view.getBigUint64(locator + 8, true));
  if (!hasHeader(view, wide, end64Record)) return narrow;
  return {
    count: Number(view.getBigUint64(wide + 32, true)),
    length: Number(view.getBigUint64(wide + 40, true)),
    from: Number(view.getBigUint64(wide + 48, true)),
    records: [
      { from: wide, to: wide + end64Record.length },
      { from: locator, to: at },
    ],
  };
};

/**
 * Macs write UTF-8 without saying so, in their own composition of letters; Windows writes what its language has, and some
 * programs put the name in Unicode beside that.
 */
const nameOf = (written: Uint8Array, isUtf8: boolean, extra: Uint8Array): string => {
  const name = isUtf8
    ? new TextDecoder().decode(written)
    : (unicodeName(written, extra) ?? undeclared(written));
  return name.normalize('NFC').replaceAll('\\', '/');
};

/** 4.6.9: it counts only with the sum of the name that it was written for. */
const unicodeName = (written: Uint8Array, extra: Uint8Array): string | null => {
  const field = extraField(extra, extraKinds.unicodePath);
  if (!field || field.length < 5 || field[0] !== 1) return null;
  if (viewOf(field).getUint32(1, true) !== crc32(written)) return null;
  return new TextDecoder().decode(field.subarray(5));
};

const undeclared = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
};
