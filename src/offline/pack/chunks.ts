import { hash } from 'node:crypto';

/**
 * A file as a row of short pieces, cut by what they hold: where something is put in or taken out, the pieces around it are
 * others, and all that follow are the same as before. By these a copy is told what it has already.
 */
export type Chunk = {
  /** Of a digest of what it holds so much that two are not taken for one by chance; a copy proves every file that results. */
  readonly name: string;
  readonly bytes: number;
};

/** How finely a file is cut. */
type Cuts = {
  /** Shorter ones take more room to be named than they hold; those that end before an item are as they are. */
  leastBytes: number;
  /** So many bytes decide whether a chunk ends behind them. */
  windowBytes: number;
  /** One place in two to the power of this does. */
  endBits: number;
};

/** Of text a card of a list is some ten chunks. */
const ofText: Cuts = { leastBytes: 48, windowBytes: 32, endBits: 7 };
/** In an index of places, a page that is added puts a few bytes into the row of each of its words. */
const ofIndex: Cuts = { leastBytes: 8, windowBytes: 4, endBits: 4 };
const cutsOf = (path: string): Cuts => (path.endsWith('.pf_index') ? ofIndex : ofText);
const mostBytes = 1024;

/**
 * With what an item of a list, a row of a table or a record of JSON begins: these are what moves from one page of a list to
 * the next, so that each begins a chunk wherever it stands.
 */
const itemBegins = ['<li', '<tr', '{"'];

/** How many letters of a digest name a chunk: 48 bits. */
const nameLetters = 8;
/** How its length is written behind its name. */
const lengthLetters = 2;
const lengthRadix = 36;

/** For each byte 32 bits of which none follows from the byte alone: the finalizer of MurmurHash3. */
const scattered = Int32Array.from({ length: 256 }, (_, byte) => {
  let bits = Math.imul(byte + 1, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
});

/**
 * Cuts a file at each item, and where the last bytes say so (the gear hash of Xia et al., FastCDC, 2016).
 * @param path of the file in the site, by which it is known what it holds
 */
export function chunksOf(content: Uint8Array, path: string): Chunk[] {
  const chunks: Chunk[] = [];
  const cuts = cutsOf(path);
  const items = itemsIn(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  let item = 0;
  for (let from = 0; from < content.length; ) {
    while ((items[item] as number) <= from) item += 1;
    const to = endOfChunk(content, from, Math.min(from + mostBytes, items[item] as number), cuts);
    chunks.push({ name: nameOf(content.subarray(from, to)), bytes: to - from });
    from = to;
  }
  return chunks;
}

/** Where items begin, and at last where the file ends. */
function itemsIn(content: Buffer): number[] {
  const items = [content.length];
  for (const letters of itemBegins) {
    for (let at = content.indexOf(letters); at >= 0; at = content.indexOf(letters, at + 1)) {
      items.push(at);
    }
  }
  return items.sort((a, b) => a - b);
}

/** @param most where it ends at the latest */
function endOfChunk(
  content: Uint8Array,
  from: number,
  most: number,
  { leastBytes, windowBytes, endBits }: Cuts,
): number {
  const least = from + leastBytes;
  // After so many steps a byte has left the window.
  const step = 32 / windowBytes;
  let window = 0;
  for (let at = least - windowBytes; at < most; at += 1) {
    window = ((window << step) + (scattered[content[at] as number] as number)) | 0;
    if (at + 1 >= least && window >>> (32 - endBits) === 0) return at + 1;
  }
  return most;
}

const nameOf = (bytes: Uint8Array): string =>
  hash('sha256', bytes, 'base64url').slice(0, nameLetters);

/** Writes chunks as one word, in which they are remembered. */
export const writtenChunks = (chunks: readonly Chunk[]): string =>
  chunks
    .map(({ name, bytes }) => name + bytes.toString(lengthRadix).padStart(lengthLetters, '0'))
    .join('');

/** Reads what `writtenChunks` wrote. */
export function readChunks(written: string): Chunk[] {
  const letters = nameLetters + lengthLetters;
  return Array.from({ length: written.length / letters }, (_, index) => {
    const one = written.slice(index * letters, (index + 1) * letters);
    return {
      name: one.slice(0, nameLetters),
      bytes: Number.parseInt(one.slice(nameLetters), lengthRadix),
    };
  });
}
