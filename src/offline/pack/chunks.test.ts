import { expect, test } from 'vitest';
import { type Chunk, chunksOf, readChunks, writtenChunks } from './chunks.ts';

const cards = Array.from(
  { length: 200 },
  (_, at) =>
    `<li><a href="/practices/p${at}/">取組 ${at}</a><p>${at * 7919}の要約です。</p></li>\n`,
);
const page = 'practices/index.html';
const bytesOf = (words: readonly string[]) => Buffer.from(words.join(''));
const lengthOf = (chunks: readonly Chunk[]) => chunks.reduce((sum, { bytes }) => sum + bytes, 0);

test('what is put in at the front makes a few chunks others, and all that follow stay', () => {
  const before = chunksOf(bytesOf(cards), page);
  const known = new Set(before.map(({ name }) => name));
  const after = chunksOf(bytesOf(['<li>新しい取組</li>', ...cards]), page);
  expect(after.filter(({ name }) => !known.has(name)).length).toBeLessThanOrEqual(2);
  expect(before.length).toBeGreaterThan(30);
});

test('chunks are the whole file, none longer than is bounded, whatever it holds', () => {
  for (const content of [Buffer.alloc(0), Buffer.alloc(5000), bytesOf(cards), Buffer.from('一')]) {
    const chunks = chunksOf(content, page);
    expect(lengthOf(chunks)).toBe(content.length);
    expect(Math.max(0, ...chunks.map(({ bytes }) => bytes))).toBeLessThanOrEqual(1024);
  }
});

test('what is remembered of chunks is what they are', () => {
  const chunks = chunksOf(Buffer.concat([bytesOf(cards), Buffer.alloc(3000)]), page);
  expect(readChunks(writtenChunks(chunks))).toEqual(chunks);
  expect(readChunks('')).toEqual([]);
});

test('a page that is added to an index leaves most of it as it was', () => {
  const path = 'search/overlay/index/unknown_1.pf_index';
  /** Rows of words, each with the pages that have it. */
  const index = (pages: number) =>
    Buffer.concat(
      Array.from({ length: 400 }, (_, word) => {
        const having = Array.from({ length: pages }, (_, page) => page).filter(
          (page) => (word * 31 + page * 17) % 5 < 2,
        );
        const places = having.map((page) => [0x83, page, 0x82, 0x18, (word * 7 + page * 13) % 256]);
        return Buffer.from([0x6c, word >> 4, word % 256, 0x80 + having.length, ...places.flat()]);
      }),
    );
  const known = new Set(chunksOf(index(20), path).map(({ name }) => name));
  const after = chunksOf(index(21), path);
  const added = after.filter(({ name }) => !known.has(name));
  expect(lengthOf(added)).toBeLessThan(lengthOf(after) * 0.55);
});
