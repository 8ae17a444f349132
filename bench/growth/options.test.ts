import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('everything at three sizes, unless told otherwise', () => {
  expect(readOptions([])).toMatchObject({
    entries: [300, 1000, 5000],
    parts: ['publish', 'build', 'kill'],
    runs: 10,
    peers: true,
  });
  const told = '--entries 300 --parts publish --kinds sentence,deletion --runs 2 --no-peers';
  expect(readOptions(told.split(' '))).toMatchObject({
    entries: [300],
    parts: ['publish'],
    kinds: ['sentence', 'deletion'],
    runs: 2,
    peers: false,
  });
});

test('what nobody knows is refused with what there is', () => {
  expect(() => readOptions(['--kinds', 'colour'])).toThrow('Known: sentence, title');
  expect(() => readOptions(['--entries', '12'])).toThrow('at least 100');
});
