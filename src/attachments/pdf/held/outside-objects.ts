/** Fewer bytes are a mistake of a program, and say nothing. */
const fewest = 8;

/** Viewers look for the head of a file in so many bytes. */
const head = 1024;

/** What may stand around the file without saying anything. */
const blank = /[\s\u00ff]|\p{Cc}/gu;

const ending = /startxref\s+\d+\s+%%EOF/g;

/**
 * Whether a file goes on behind its end, or begins before its beginning: viewers pass over both, and whatever somebody put
 * there is given away with it (ISO 32000-2, 7.5.2 and 7.5.5).
 */
export function hasDataOutside(bytes: Uint8Array): { before: boolean; behind: boolean } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = file.subarray(0, head).indexOf('%PDF-');
  const before =
    start > 0 ? file.toString('latin1', 0, start).replace(/^\u00ef\u00bb\u00bf/, '') : '';
  return { before: saysSomething(before), behind: saysSomething(behindEnd(file)) };
}

const saysSomething = (text: string): boolean => text.replace(blank, '').length >= fewest;

function behindEnd(file: Buffer): string {
  const ends = endsOf(file);
  const last = ends.at(-1);
  if (last === undefined) {
    const mark = file.lastIndexOf('%%EOF');
    return mark < 0 ? '' : file.toString('latin1', mark + 5);
  }
  return file.toString('latin1', last).replace(/%%EOF/g, '');
}

/** Where the file ends, and where it ended before each save that was added to it. */
export function endsOf(bytes: Uint8Array): number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return [...file.matchAll(ending)].map((match) => match.index + match[0].length);
}
