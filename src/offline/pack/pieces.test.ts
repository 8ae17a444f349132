import { expect, test } from 'vitest';
import { type Place, piecesOf } from './pieces.ts';

const chunks = (names: string) => [...names].map((name) => ({ name, bytes: 10 }));
/** Where chunks stand, each source written as the letters that stand in it. */
const standing =
  (...sources: string[]) =>
  (name: string): Place<string>[] =>
    sources.flatMap((letters) =>
      [...letters].flatMap((letter, at) => (letter === name ? [[letters, at * 10] as const] : [])),
    );

test('what stands side by side is one piece', () => {
  expect(piecesOf(chunks('abcd'), standing('xabcd'))).toEqual([['xabcd', 10, 40]]);
});

test('what stands in several places is taken where it goes on', () => {
  expect(piecesOf(chunks('bsc'), standing('asbsc'))).toEqual([['asbsc', 20, 30]]);
  expect(piecesOf(chunks('abc'), standing('ab', 'xc', 'bc'))).toEqual([
    ['ab', 0, 20],
    ['xc', 10, 10],
  ]);
});

test('of an empty file there is no piece', () => {
  expect(piecesOf([], standing('a'))).toEqual([]);
});

test('a chunk that stands nowhere is a fault of whoever asks', () => {
  expect(() => piecesOf(chunks('ab'), standing('a'))).toThrow('nowhere');
});
