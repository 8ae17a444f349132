import { expect, test } from 'vitest';
import { type Chunk, chunksOf, readChunks, writtenChunks } from './chunks.ts';

const cards = Array.from(
  { length: 200 },
  (_, at) =>
    `<li><a href="/practices/p${at}/">取組 ${at}</a><p>${at * 7919}の要約です。</p></li>\n`,
);
const bytesOf = (words: readonly string[]) => Buffer.from(words.join(''));
const lengthOf = (chunks: readonly Chunk[]) => chunks.reduce((sum, { bytes }) => sum + bytes, 0);

test('what is put in at the front makes a few chunks others, and all that follow stay', () => {
  const before = chunksOf(bytesOf(cards));
  const known = new Set(before.map(({ name }) => name));
  const after = chunksOf(bytesOf(['<li>新しい取組</li>', ...cards]));
  expect(after.filter(({ name }) => !known.has(name)).length).toBeLessThanOrEqual(2);
  expect(before.length).toBeGreaterThan(30);
});

test('chunks are the whole file, none longer than is bounded, whatever it holds', () => {
  for (const content of [Buffer.alloc(0), Buffer.alloc(5000), bytesOf(cards), Buffer.from('一')]) {
    const chunks = chunksOf(content);
    expect(lengthOf(chunks)).toBe(content.length);
    expect(Math.max(0, ...chunks.map(({ bytes }) => bytes))).toBeLessThanOrEqual(1024);
  }
});

test('what is remembered of chunks is what they are', () => {
  const chunks = chunksOf(Buffer.concat([bytesOf(cards), Buffer.alloc(3000)]));
  expect(readChunks(writtenChunks(chunks))).toEqual(chunks);
  expect(readChunks('')).toEqual([]);
});
