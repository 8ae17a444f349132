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

/** Shorter ones take more room to be named than they hold. */
const leastBytes = 48;
const mostBytes = 1024;
/** One place in 128 ends a chunk: a card of a list is some ten of them. */
const isEnd = (window: number) => window >>> 25 === 0;

const itemBegins = ['<li', '<tr', '{"'].map((letters) => [...Buffer.from(letters)]);
const [openingTag, openingRecord] = [...Buffer.from('<{')];

/**
 * Whether an item of a list, a row of a table or a record of JSON begins here: these are what moves from one page of a list
 * to the next, so that each begins a chunk wherever it stands.
 */
const beginsItem = (content: Uint8Array, at: number): boolean => {
  const first = content[at];
  if (first !== openingTag && first !== openingRecord) return false;
  return itemBegins.some((bytes) => bytes.every((byte, index) => content[at + index] === byte));
};

/** How many letters of a digest name a chunk: 48 bits. */
const nameLetters = 8;
/** How its length is written behind its name. */
const lengthLetters = 2;
const lengthRadix = 36;

/** For each byte 32 bits of which none follows from the byte alone: the finalizer of MurmurHash3. */
const scattered = Uint32Array.from({ length: 256 }, (_, byte) => {
  let bits = Math.imul(byte + 1, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
});

/** Cuts a file where the last 32 bytes say so (the gear hash of Xia et al., FastCDC, 2016). */
export function chunksOf(content: Uint8Array): Chunk[] {
  const chunks: Chunk[] = [];
  let from = 0;
  let window = 0;
  for (let at = 0; at < content.length; at += 1) {
    window = (window << 1) + (scattered[content[at] as number] as number);
    const bytes = at + 1 - from;
    const ends =
      bytes >= mostBytes || (bytes >= leastBytes && isEnd(window)) || beginsItem(content, at + 1);
    if (!ends && at + 1 < content.length) continue;
    chunks.push({ name: nameOf(content.subarray(from, at + 1)), bytes });
    from = at + 1;
  }
  return chunks;
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
