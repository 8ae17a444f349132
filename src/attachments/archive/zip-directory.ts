/** A file, or a folder, as the directory of a ZIP names it. */
export type ZipEntry = {
  /** Folders are divided by `/`; the name of a folder ends with one. Not trusted. */
  name: string;
  /** Bytes once it is unpacked, as the directory says. */
  size: number;
  packedSize: number;
  /** 0 for what is stored as it is, 8 for what is deflated. */
  method: number;
  hasPassword: boolean;
  /** Whether it is no file but leads to another (a symbolic link). */
  isLink: boolean;
  /** Where its own header begins. */
  offset: number;
};

/** APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */
const localHeader = { signature: 0x04034b50, length: 30 };
const centralHeader = { signature: 0x02014b50, length: 46 };
const endRecord = { signature: 0x06054b50, length: 22 };
const mostCommentLength = 0xffff;

/**
 * Reads the central directory of a ZIP file. Nothing is unpacked.
 * @returns null where the file has no whole directory
 */
export const zipDirectory = (bytes: Uint8Array): ZipEntry[] | null => {
  const view = viewOf(bytes);
  const end = endRecordOffset(view);
  if (end === null) return null;

  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  const after = at + view.getUint32(end + 12, true);
  const count = view.getUint16(end + 10, true);
  for (let index = 0; index < count; index += 1) {
    if (!hasHeader(view, at, centralHeader)) return null;
    const flags = view.getUint16(at + 8, true);
    const nameAt = at + centralHeader.length;
    const nameLength = view.getUint16(at + 28, true);
    const madeOnUnix = view.getUint8(at + 5) === 3;
    entries.push({
      name: nameOf(bytes.subarray(nameAt, nameAt + nameLength), (flags & 0x800) !== 0),
      size: view.getUint32(at + 24, true),
      packedSize: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
      hasPassword: (flags & 1) !== 0,
      isLink: madeOnUnix && view.getUint16(at + 40, true) >> 12 === 0o12,
      offset: view.getUint32(at + 42, true),
    });
    at = nameAt + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // Programs that go by the length instead of the number would find more, or less.
  return at === after ? entries : null;
};

/** Where the packed bytes of a file lie. @returns null where the file ends before, or they are not where it is said */
export const packedBytes = (bytes: Uint8Array, entry: ZipEntry): Uint8Array | null => {
  const view = viewOf(bytes);
  if (!hasHeader(view, entry.offset, localHeader)) return null;
  const start =
    entry.offset +
    localHeader.length +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true);
  const end = start + entry.packedSize;
  return end > bytes.length ? null : bytes.subarray(start, end);
};

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const hasHeader = (
  view: DataView,
  at: number,
  { signature, length }: { signature: number; length: number },
): boolean => at + length <= view.byteLength && view.getUint32(at, true) === signature;

/** The end record is last, but for a comment. */
const endRecordOffset = (view: DataView): number | null => {
  const last = view.byteLength - endRecord.length;
  for (let at = last; at >= Math.max(0, last - mostCommentLength); at -= 1) {
    if (view.getUint32(at, true) === endRecord.signature) return at;
  }
  return null;
};

/** Macs write UTF-8 without saying so, in their own composition of letters; Windows writes what its language has. */
const nameOf = (bytes: Uint8Array, isUtf8: boolean): string => {
  const name = isUtf8 ? new TextDecoder().decode(bytes) : undeclared(bytes);
  return name.normalize('NFC').replaceAll('\\', '/');
};

const undeclared = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
};
