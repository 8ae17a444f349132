import { deflateExtent } from '../../deflate-extent.ts';

/** What a ZIP holds beside its files, where no program shows it (APPNOTE.TXT 6.3.10). */
export type ZipLayout = {
  /** Where words stand that belong to no file, as people may know them; empty in what programs write. */
  extras: readonly string[];
  /** Names that stand twice, or otherwise at the file itself than in the directory: programs open one or the other. */
  doubtful: readonly string[];
  /** Files that are packed in a way that Office can't unpack. */
  unreadable: readonly string[];
  hasPassword: boolean;
};

/** APPNOTE.TXT, sections 4.3.7, 4.3.9, 4.3.12, 4.3.14 to 4.3.16. */
const local = { signature: 0x04034b50, length: 30 };
const central = { signature: 0x02014b50, length: 46 };
const end = { signature: 0x06054b50, length: 22 };
const descriptorSignature = 0x08074b50;
const end64Signature = 0x06064b50;
const mostComment = 0xffff;

/**
 * Extra fields that hold nothing but sizes, times and numbers of users (APPNOTE.TXT, sections 4.5.3, 4.5.5 and 4.5.7;
 * Info-ZIP's extrafld.txt), and the space that Office leaves to grow into (ECMA-376 part 2, annex C).
 */
const plainFields = new Map([
  [0x0001, 32],
  [0x000a, 32],
  [0x5455, 13],
  [0x5855, 12],
  [0x7855, 4],
  [0x7875, 24],
  [0xcafe, 0],
]);
const growthHint = 0xa220;

/**
 * Looks at what lies between and behind the files of a ZIP.
 * @returns null where it has no directory that can be followed: who unpacks it says so
 */
export const zipLayout = (bytes: Uint8Array): ZipLayout | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const endAt = endOf(view);
  if (endAt === null) return null;
  const entries = entriesOf(view, bytes, endAt);
  if (!entries) return null;
  const extras = new Set<string>();
  const seen = new Set<string>();
  const doubtful: string[] = [];
  for (const { name, localName, fields, hasComment } of entries) {
    const key = name.replaceAll('\\', '/').toLowerCase();
    if (seen.has(key) || key !== localName.replaceAll('\\', '/').toLowerCase()) doubtful.push(name);
    seen.add(key);
    if (hasComment) extras.add('ZIPのコメント');
    if (fields.some((field) => !isPlain(field, bytes))) extras.add('ZIPの付加情報');
  }
  if (view.getUint16(endAt + 20, true) > 0) extras.add('ZIPのコメント');
  const commentEnd = endAt + end.length + view.getUint16(endAt + 20, true);
  if (holdsSomething(bytes, commentEnd, bytes.length))
    extras.add('ファイルの終わりの後ろに続くデータ');
  const isFilled = gapsBetween(view, entries, endAt).some(({ from, to }) =>
    holdsSomething(bytes, from, to),
  );
  if (isFilled || entries.some((entry) => holdsMoreThanFile(entry, bytes)))
    extras.add('ZIPのファイルの間にあるデータ');
  return {
    extras: [...extras],
    doubtful,
    unreadable: entries
      .filter(({ method }) => method !== 0 && method !== 8)
      .map(({ name }) => name),
    hasPassword: entries.some(({ flags }) => (flags & 1) !== 0),
  };
};

type Span = { from: number; to: number };
type Field = Span & { id: number };
type Entry = {
  name: string;
  localName: string;
  flags: number;
  method: number;
  /** From its own header to the end of its packed bytes. */
  span: Span;
  /** Where in it the packed bytes begin. */
  dataAt: number;
  /** Of its own header and of the directory. */
  fields: readonly Field[];
  hasComment: boolean;
};

const endOf = (view: DataView): number | null => {
  const last = view.byteLength - end.length;
  for (let at = last; at >= Math.max(0, last - mostComment); at -= 1) {
    if (view.getUint32(at, true) === end.signature) return at;
  }
  return null;
};

/** The directory as it stands: up to the end record, or to the record of a large ZIP before it. */
const entriesOf = (view: DataView, bytes: Uint8Array, endAt: number): Entry[] | null => {
  const entries: Entry[] = [];
  let at = directoryStart(view, endAt);
  try {
    while (at + 4 <= endAt && view.getUint32(at, true) === central.signature) {
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      const commentLength = view.getUint16(at + 32, true);
      const nameAt = at + central.length;
      const fields = fieldsIn(view, nameAt + nameLength, extraLength);
      const { packed, offset } = wideNumbers(view, at, fields);
      const localAt = offset;
      if (view.getUint32(localAt, true) !== local.signature) return null;
      const localNameLength = view.getUint16(localAt + 26, true);
      const localExtraLength = view.getUint16(localAt + 28, true);
      const localNameAt = localAt + local.length;
      const dataAt = localNameAt + localNameLength + localExtraLength;
      if (dataAt + packed > view.byteLength) return null;
      entries.push({
        name: nameAtPlace(bytes, nameAt, nameLength),
        localName: nameAtPlace(bytes, localNameAt, localNameLength),
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        span: { from: localAt, to: dataAt + packed },
        dataAt,
        fields: [...fields, ...fieldsIn(view, localNameAt + localNameLength, localExtraLength)],
        hasComment: commentLength > 0,
      });
      at = nameAt + nameLength + extraLength + commentLength;
    }
  } catch {
    // What it names lies outside of the file.
    return null;
  }
  return entries;
};

const directoryStart = (view: DataView, endAt: number): number => {
  const written = view.getUint32(endAt + 16, true);
  const locator = endAt - 20;
  const isWide = written === 0xffffffff && locator >= 0;
  if (!isWide) return written;
  const record = Number(view.getBigUint64(locator + 8, true));
  return record + 56 <= view.byteLength ? Number(view.getBigUint64(record + 48, true)) : written;
};

/** Sizes of large files stand in a field of their own, in a fixed order, each only where it is needed. */
const wideNumbers = (view: DataView, at: number, fields: readonly Field[]) => {
  const wide = fields.find(({ id }) => id === 0x0001);
  let next = wide?.from ?? 0;
  const number = (place: number): number => {
    const written = view.getUint32(place, true);
    if (written !== 0xffffffff || !wide || next + 8 > wide.to) return written;
    next += 8;
    return Number(view.getBigUint64(next - 8, true));
  };
  number(at + 24);
  return { packed: number(at + 20), offset: number(at + 42) };
};

const fieldsIn = (view: DataView, from: number, length: number): Field[] => {
  const fields: Field[] = [];
  let at = from;
  while (at + 4 <= from + length) {
    const to = at + 4 + view.getUint16(at + 2, true);
    fields.push({ id: view.getUint16(at, true), from: at + 4, to: Math.min(to, from + length) });
    at = to;
  }
  return fields;
};

const isPlain = ({ id, from, to }: Field, bytes: Uint8Array): boolean => {
  // Four bytes of its own, and then one sign over and over.
  if (id === growthHint)
    return bytes.subarray(from + 4, to).every((byte) => byte === bytes[to - 1]);
  return to - from <= (plainFields.get(id) ?? -1);
};

/** Names need no decoding to be compared. */
const nameAtPlace = (bytes: Uint8Array, at: number, length: number): string =>
  new TextDecoder().decode(bytes.subarray(at, at + length));

/** Zeros and line ends are what transfers leave behind. */
const holdsSomething = (bytes: Uint8Array, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0 && byte !== 0x0a && byte !== 0x0d && byte !== 0x20 && byte !== 0x1a) return true;
  }
  return false;
};

const deflated = 8;

/** Whether more lies in the bytes of a file than what is unpacked of them. */
const holdsMoreThanFile = ({ method, flags, dataAt, span }: Entry, bytes: Uint8Array): boolean => {
  if (method !== deflated || (flags & 1) !== 0) return false;
  const extent = deflateExtent(bytes.subarray(0, span.to), dataAt);
  return extent !== null && holdsSomething(bytes, extent.end, span.to);
};

const gapsBetween = (view: DataView, entries: readonly Entry[], endAt: number): Span[] => {
  const gaps: Span[] = [];
  let at = 0;
  const ordered = [...entries].sort((one, other) => one.span.from - other.span.from);
  for (const { span, flags } of ordered) {
    if (span.from > at) gaps.push({ from: at, to: span.from });
    const after = span.to + ((flags & 8) !== 0 ? descriptorLength(view, span.to) : 0);
    at = Math.max(at, after);
  }
  const directory = directoryStart(view, endAt);
  if (directory > at) gaps.push({ from: at, to: directory });
  return gaps;
};

/** What a program that writes as a stream puts behind a file: its checksum and its sizes, of four or of eight bytes. */
const descriptorLength = (view: DataView, at: number): number => {
  const next = [16, 24, 12, 20].find((length) => {
    const isSigned = length % 16 === 0 || length === 24;
    if (at + length + 4 > view.byteLength) return false;
    if (isSigned !== (view.getUint32(at, true) === descriptorSignature)) return false;
    return isBeginning(view.getUint32(at + length, true));
  });
  return next ?? 0;
};

const isBeginning = (signature: number): boolean =>
  [local.signature, central.signature, end.signature, end64Signature].includes(signature);
