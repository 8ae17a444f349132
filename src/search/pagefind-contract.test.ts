import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openedIndex, otherBase } from './fixtures/pagefind-index.ts';
import { encode, endOfRun } from './text/token-alphabet.ts';

/**
 * What src/search relies on in Pagefind beyond its documentation. A new version has to pass these
 * before package.json may name it.
 */

type Opened = Awaited<ReturnType<typeof openedIndex>>;
let opened: Opened;
const texts = {
  a: 'aa bb cc dd aa bb ee',
  b: 'bb aa cc bb',
  c: 'aab bbq zz',
  d: 'aa nothing bb',
};

beforeAll(async () => {
  opened = await openedIndex(texts);
});
afterAll(() => vi.unstubAllGlobals());

const pages = async (query: string) => {
  const { results } = await opened.search(query);
  return Object.fromEntries(
    results.map(({ id, words }) => [opened.keyOf.get(id), [...words].sort((a, b) => a - b)]),
  );
};

test('the version is the one that is pinned', () => {
  const entry = Buffer.from(opened.files.get('pagefind-entry.json') ?? []).toString();
  expect(JSON.parse(entry)).toMatchObject({ version: '1.6.0', languages: { unknown: {} } });
});

describe('queries', () => {
  test('a quoted query finds tokens in a row, and only whole ones', async () => {
    expect(Object.keys(await pages('"aa bb"'))).toEqual(['a']);
    expect(Object.keys(await pages('"bb cc dd"'))).toEqual(['a']);
    expect(await pages('"aa zz"')).toEqual({});
    expect(await pages('"aa unknown"')).toEqual({});
  });
  test('an unquoted query gives all places of its words and of words that they begin', async () => {
    expect(await pages('aa bb')).toMatchObject({ a: [0, 1, 4, 5], b: [0, 1, 3], d: [0, 2] });
    await opened.preload('aab');
    expect((await pages('aa'))['c']).toEqual([0]);
  });
});

describe('the index', () => {
  test('metadata lists the pages by name and length, and where chunks begin', () => {
    expect(opened.meta.pages).toHaveLength(4);
    expect(opened.meta.pages.map(({ id }) => opened.keyOf.get(id))).toEqual(['a', 'b', 'c', 'd']);
    expect(opened.meta.pages.map(({ length }) => length)).toEqual([7, 4, 3, 3]);
    expect(opened.meta.chunkStarts).toEqual([...opened.meta.chunkStarts].sort());
    expect(opened.meta.chunkStarts.length).toBeGreaterThan(3);
  });
  test('numbers pages as they were added, whatever they are called', async () => {
    const { meta, keyOf } = await openedIndex({ m: 'aa', z: 'bb cc', a: 'aa bb cc' });
    expect(meta.pages.map(({ id }) => keyOf.get(id))).toEqual(['m', 'z', 'a']);
  });
  test('every word finds its own chunk', async () => {
    const words = new Set(Object.values(texts).flatMap((text) => text.split(' ')));
    for (const word of words) {
      const fresh = await opened.reopen();
      const expected = Object.values(texts).filter((text) => text.split(' ').includes(word));
      expect((await fresh.search(`"${word}"`)).results, word).toHaveLength(expected.length);
    }
  });
  test('the starts of chunks bring every word with a beginning', async () => {
    const fresh = await opened.reopen();
    const starts = opened.meta.chunkStarts.filter((start) => start.startsWith('b'));
    await fresh.preload(['b', ...starts].join(' '));
    const { results } = await fresh.search('b');
    expect(results.map(({ id }) => opened.keyOf.get(id)).sort()).toEqual(['a', 'b', 'c', 'd']);
  });
  test('a page has a name of its own for each text', async () => {
    const changed = await openedIndex({ ...texts, 'a changed': texts.a });
    const names = [...changed.keyOf].map(([id, key]) => [key, id]);
    expect(new Set(names.map(([, id]) => id)).size).toBe(5);
  });
  test('the same input gives the same files', async () => {
    const again = await openedIndex(texts);
    expect([...again.files.keys()].sort()).toEqual([...opened.files.keys()].sort());
    for (const [path, content] of opened.files) {
      expect(Buffer.from(again.files.get(path) ?? []).equals(Buffer.from(content)), path).toBe(
        true,
      );
    }
  });
});

test('tokens come back as they went in: not cut, not stemmed, no letter changed', async () => {
  const letters = [...'がぎばぱべーゔ々利反abz019'].map(encode);
  const words = letters.map((letter, index) => letter + (letters[index + 1] ?? endOfRun));
  const { search } = await openedIndex({ all: words.join(' ') });
  for (const [place, word] of words.entries()) {
    const { results } = await search(`"${word}"`);
    expect(results.map((result) => result.words)).toEqual([[place]]);
  }
});

test('a chunk that cannot be read is passed over in silence, which is why fetch is watched', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const fresh = await opened.reopen((path) => !path.startsWith('index/'));
  expect((await fresh.search('"aa"')).results).toEqual([]);
});

describe('two merged indexes', () => {
  const others = { d: 'bb cc ff', f: 'ff aa gg' };
  const merged = async () => {
    const both = await openedIndex(texts, others);
    const runtime = await both.reopen((path) => path !== 'other/wasm.unknown.pagefind');
    await runtime.mergeIndex(otherBase);
    const places = async (query: string) => {
      const { results } = await runtime.search(query);
      return results
        .map(({ id, words }) => `${both.keyOf.get(id)} ${[...words].sort().join()}`)
        .sort();
    };
    return { both, runtime, places };
  };
  test('answer as each by itself, with one WebAssembly', async () => {
    const { places } = await merged();
    const rows = (some: Record<string, number[]>) =>
      Object.entries(some).map(([key, words]) => `${key} ${words.join()}`);
    for (const [query, expected] of [
      ['"bb cc"', ['a', 'd']],
      ['"ff"', ['d', 'f']],
      ['"ee"', ['a']],
      ['"ff aa gg"', ['f']],
    ] as const) {
      expect(
        (await places(query)).map((row) => row.split(' ')[0]),
        query,
      ).toEqual(expected);
    }
    expect(await places('ff')).toEqual(rows({ d: [2], f: [0] }));
    expect(await places('gg')).toEqual(rows({ f: [2] }));
  });
  test('find no word that only the other has, and none that neither has', async () => {
    const { places } = await merged();
    for (const query of ['"ee ff"', '"unknown"', 'unknown'])
      expect(await places(query)).toEqual([]);
  });
});
