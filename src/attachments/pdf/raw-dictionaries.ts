import { inflateSync } from 'node:zlib';

/** The most that is unpacked of one file, and of one of its parts: dictionaries are small. */
const most = { all: 64 * 2 ** 20, one: 16 * 2 ** 20 };

/**
 * The dictionaries of a PDF as they are written, with those in its object streams; what pages draw is not among them. For
 * what pdf.js does not tell. Those in the object streams of an encrypted file stay closed.
 */
export function rawDictionaries(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const parts: string[] = [];
  let unpacked = 0;
  let place = 0;
  while (place < file.length) {
    const stream = file.indexOf('stream', place);
    const end = stream < 0 ? -1 : file.indexOf('endstream', stream + 6);
    if (end < 0) {
      parts.push(file.slice(place));
      break;
    }
    const before = file.slice(place, stream);
    parts.push(before);
    const dictionary = before.slice(before.lastIndexOf(' obj'));
    if (/\/ObjStm\b/.test(dictionary) && unpacked < most.all) {
      const text = unpack(bytes, afterLineEnd(file, stream + 6), end);
      unpacked += text.length;
      parts.push(text);
    }
    place = end + 'endstream'.length;
  }
  return parts
    .join('\n')
    .replace(/#([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

const afterLineEnd = (file: string, place: number): number =>
  place + (file.startsWith('\r\n', place) ? 2 : 1);

/** Whatever cannot be unpacked (encrypted, packed otherwise, too large) says nothing. */
function unpack(bytes: Uint8Array, from: number, to: number): string {
  try {
    return inflateSync(bytes.subarray(from, to), { maxOutputLength: most.one }).toString('latin1');
  } catch {
    return '';
  }
}

/** Whether a file has actions that run something: scripts, and programs or files that are opened. */
export const hasActionsThatRun = (dictionaries: string): boolean =>
  /\/S\s*\/(?:JavaScript|Launch)\b/.test(dictionaries);

/** A file that lost its end on the way: pdf.js mends what it can, and does not say so. */
export function lacksItsEnd(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-65536);
  return !tail.includes('%%EOF') && !tail.includes('startxref');
}
