/** APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16. */
const centralHeader = 0x02014b50;
const endRecord = 0x06054b50;
const endRecordLength = 22;
const mostCommentLength = 0xffff;
/** More than any office document has; a directory that claims more is not read to its end. */
const mostEntries = 10_000;

/**
 * The names in the central directory of a ZIP file. Nothing is unpacked.
 * @returns null where the file has no readable directory
 */
export const zipEntryNames = (bytes: Uint8Array): string[] | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecordOffset(view);
  if (end === null) return null;

  const names: string[] = [];
  const decoder = new TextDecoder();
  let offset = view.getUint32(end + 16, true);
  const count = Math.min(view.getUint16(end + 10, true), mostEntries);
  for (let index = 0; index < count; index += 1) {
    if (offset + 46 > bytes.length || view.getUint32(offset, true) !== centralHeader) return null;
    const nameLength = view.getUint16(offset + 28, true);
    names.push(decoder.decode(bytes.subarray(offset + 46, offset + 46 + nameLength)));
    offset +=
      46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  return names;
};

/** The end record is last, but for a comment. */
const endRecordOffset = (view: DataView): number | null => {
  const last = view.byteLength - endRecordLength;
  for (let offset = last; offset >= Math.max(0, last - mostCommentLength); offset -= 1) {
    if (view.getUint32(offset, true) === endRecord) return offset;
  }
  return null;
};
