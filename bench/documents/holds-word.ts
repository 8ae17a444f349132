import { unzipSync } from 'fflate';

/** Whether a word stands in bytes: as they are, in UTF-16, or in what a ZIP packs, one level deep in another. */
export const holdsWord = (bytes: Uint8Array, word: string, depth = 2): boolean => {
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (plain.includes(word) || plain.includes(Buffer.from(word, 'utf16le'))) return true;
  if (depth === 0 || plain.subarray(0, 2).toString() !== 'PK') return false;
  try {
    return Object.values(unzipSync(bytes)).some((part) => holdsWord(part, word, depth - 1));
  } catch {
    // What can't be unpacked was looked at as it is.
    return false;
  }
};
