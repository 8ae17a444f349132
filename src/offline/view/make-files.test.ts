import { expect, test } from 'vitest';
import { copyInMemory } from '../fixtures/copy-in-memory.ts';
import type { AddedBytes } from '../offline-files.ts';
import { packDigest } from './fetch-checked.ts';
import { makeFiles } from './make-files.ts';
import type { FileToMake } from './version-contents.ts';

const bytes = (words: string) => new TextEncoder().encode(words);
const digestOf = (words: string) => packDigest(bytes(words));
const signal = new AbortController().signal;

/** Makes a file of pieces of contents, which are written as their words. */
async function make(words: string, pieces: readonly (readonly [string, number, number])[]) {
  const store = copyInMemory();
  for (const kept of ['ADDED', 'one two']) {
    await store.keep([[await digestOf(kept), new Blob([bytes(kept)])]]);
  }
  const named = pieces.map(async ([of, ...rest]) => [await digestOf(of), ...rest] as const);
  const making: FileToMake[] = [
    { file: ['p', bytes(words).length, await digestOf(words)], pieces: await Promise.all(named) },
  ];
  const added: AddedBytes[] = [[1, 5, await digestOf('ADDED')]];
  const unmade = await makeFiles({ making, added }, store, signal);
  const content = await store.content(await digestOf(words));
  return {
    unmade: unmade.map(([path]) => path),
    made: content && (await new Response(content).text()),
  };
}

test('a file is put together of what was there and of what was added', async () => {
  const pieces = [['one two', 0, 4] as const, ['ADDED', 1, 4] as const, ['one two', 3, 4] as const];
  expect(await make('one DDED two', pieces)).toEqual({ unmade: [], made: 'one DDED two' });
  expect(await make('', [])).toEqual({ unmade: [], made: '' });
});

test('what does not become what it should be is told and not kept', async () => {
  const wrong: [string, [string, number, number][]][] = [
    // Another content, more than there is, more or less than the file, nothing, and what is no number.
    ['wrong', [['ADDED', 0, 5]]],
    ['ADDEDMORE', [['ADDED', 0, 9]]],
    ['not here', [['nothing that is kept', 0, 8]]],
    ['over', [['ADDED', 0, 5]]],
    ['under is longer', [['ADDED', 0, 5]]],
    ['of nothing', []],
    ['back', [['ADDED', -3, 4]]],
    ['text', [['ADDED', '1', null] as unknown as [string, number, number]]],
  ];
  for (const [words, pieces] of wrong) {
    expect(await make(words, pieces)).toEqual({ unmade: ['p'], made: undefined });
  }
});
