/**
 * A zip in which nothing is compressed, laid out before a byte of its files is read: APPNOTE.TXT 6.3. Names, sizes and sums
 * decide where everything stands, so that it can be sent from any place on, and no sum has to follow what it is of.
 */

/** What goes into a zip. */
export type ZipMember<File> = {
  /** Inside the zip, with `/` between folders. */
  path: string;
  bytes: number;
  /** Of the content: the sum of ISO 3309, as `crc32` of node:zlib gives it. */
  crc32: number;
  /** The bytes, where they are at hand; or what names them. */
  content: Uint8Array | File;
};

/** A stretch of a zip. */
export type ZipPiece<File> = {
  /** Where it begins. */
  start: number;
  bytes: number;
} & ({ held: Uint8Array } | { file: File; crc32: number });

/** A zip as it will be. */
export type StoredZip<File> = {
  bytes: number;
  /** In order, without gaps. */
  pieces: readonly ZipPiece<File>[];
};

/** From this on a size or an offset needs the wider fields of ZIP64. */
const mostInZip32 = 0xfffffffe;
const wide = 0xffffffff;
const mostMembersInZip32 = 0xfffe;

/** Made by something like Unix, by version 6.3. */
const madeBy = (3 << 8) | 63;
const needs = { usual: 20, zip64: 45 } as const;
const namesAreUtf8 = 1 << 11;
/** A file that its owner may write and all may read. */
const mode = (0o100644 << 16) >>> 0;

/**
 * Lays out a zip.
 * @param day `YYYY-MM-DD`: every file in it is dated by noon of that day, as a clock on the wall shows it
 */
export function storedZip<File>(day: string, members: readonly ZipMember<File>[]): StoredZip<File> {
  const pieces: ZipPiece<File>[] = [];
  let at = 0;
  const add = (bytes: number, what: { held: Uint8Array } | { file: File; crc32: number }) => {
    if (bytes === 0) return;
    pieces.push({ start: at, bytes, ...what });
    at += bytes;
  };
  const hold = (held: Uint8Array) => add(held.length, { held });

  const date = dosDate(day);
  const directory: Buffer[] = [];
  for (const member of members) {
    const { bytes, crc32, content } = member;
    directory.push(directoryRecord(member, at, date));
    hold(localHeader(member, date));
    add(bytes, content instanceof Uint8Array ? { held: content } : { file: content, crc32 });
  }
  const begin = at;
  for (const record of directory) hold(record);
  hold(endRecords(members.length, begin, at - begin));
  return { bytes: at, pieces };
}

type Member = Pick<ZipMember<unknown>, 'path' | 'bytes' | 'crc32'>;

/** What both records of a file say in the same order. */
const common = ({ path, bytes, crc32 }: Member, date: number, extra: number): Buffer => {
  const size = bytes > mostInZip32 ? wide : bytes;
  return fields([
    [2, namesAreUtf8],
    [2, 0],
    [2, noon],
    [2, date],
    [4, crc32],
    [4, size],
    [4, size],
    [2, Buffer.byteLength(path)],
    [2, extra],
  ]);
};

const localHeader = (member: Member, date: number): Buffer => {
  const { path, bytes } = member;
  const isWide = bytes > mostInZip32;
  const sizes = isWide ? extraField([bytes, bytes]) : Buffer.alloc(0);
  return Buffer.concat([
    fields([
      [4, 0x04034b50],
      [2, isWide ? needs.zip64 : needs.usual],
    ]),
    common(member, date, sizes.length),
    Buffer.from(path),
    sizes,
  ]);
};

const directoryRecord = (member: Member, at: number, date: number): Buffer => {
  const { path, bytes } = member;
  const isWide = bytes > mostInZip32 || at > mostInZip32;
  const sizes = isWide ? extraField([bytes, bytes, at]) : Buffer.alloc(0);
  return Buffer.concat([
    fields([
      [4, 0x02014b50],
      [2, madeBy],
      [2, isWide ? needs.zip64 : needs.usual],
    ]),
    common(isWide ? { ...member, bytes: wide } : member, date, sizes.length),
    fields([
      [2, 0],
      [2, 0],
      [2, 0],
      [4, mode],
      [4, isWide ? wide : at],
    ]),
    Buffer.from(path),
    sizes,
  ]);
};

/** The extra field of ZIP64. */
const extraField = (numbers: readonly number[]): Buffer =>
  fields([[2, 0x0001], [2, numbers.length * 8], ...numbers.map((one) => [8, one] as const)]);

const endRecords = (members: number, begin: number, bytes: number): Buffer => {
  const isWide = members > mostMembersInZip32 || begin > mostInZip32 || bytes > mostInZip32;
  const end = fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, members > mostMembersInZip32 ? 0xffff : members],
    [2, members > mostMembersInZip32 ? 0xffff : members],
    [4, bytes > mostInZip32 ? wide : bytes],
    [4, begin > mostInZip32 ? wide : begin],
    [2, 0],
  ]);
  if (!isWide) return end;
  const wideEnd = fields([
    [4, 0x06064b50],
    [8, 44],
    [2, madeBy],
    [2, needs.zip64],
    [4, 0],
    [4, 0],
    [8, members],
    [8, members],
    [8, bytes],
    [8, begin],
  ]);
  const locator = fields([
    [4, 0x07064b50],
    [4, 0],
    [8, begin + bytes],
    [4, 1],
  ]);
  return Buffer.concat([wideEnd, locator, end]);
};

/** Numbers of so many bytes, the lowest first. */
const fields = (numbers: readonly (readonly [width: 2 | 4 | 8, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(numbers.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of numbers) {
    if (width === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, width);
    at += width;
  }
  return buffer;
};

/** Hours stand above the lowest eleven bits. */
const noon = 12 << 11;

/** A day between 1980 and 2107. */
const dosDate = (day: string): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return (Math.min(Math.max(year - 1980, 0), 127) << 9) | (month << 5) | date;
};
