import { describe, expect, test } from 'vitest';
import { addressOfFile, findFile, sitePath } from './site-path.ts';

describe('the path of an address', () => {
  test.each([
    ['/', '/', ''],
    ['/glossary/', '/', 'glossary/'],
    ['/portal/glossary/', '/portal/', 'glossary/'],
    ['/portal', '/portal/', ''],
    ['/a/%E3%82%AC%E3%82%A4%E3%83%89%202016.pdf', '/', 'a/ガイド 2016.pdf'],
    ['/a/%e3%82%ac.pdf', '/', 'a/ガ.pdf'],
    ['/a/カ\u3099.pdf', '/', 'a/ガ.pdf'],
    ['/a/%E3%82%AB%E3%82%99.pdf', '/', 'a/ガ.pdf'],
    ['/a/50%25.pdf', '/', 'a/50%.pdf'],
  ])('%s below %s is %s', (pathname, base, path) => {
    expect(sitePath(pathname, base)).toBe(path);
  });

  test.each([
    ['/other/', '/portal/'],
    ['/portal-2/', '/portal/'],
    ['/a/%E3%82.pdf', '/'],
    ['/a/%.pdf', '/'],
  ])('%s is none below %s', (pathname, base) => {
    expect(sitePath(pathname, base)).toBeUndefined();
  });
});

test.each([
  ['index.html', '/portal/', '/portal/'],
  ['glossary/coi/index.html', '/', '/glossary/coi/'],
  ['a/ガ 50%#1.pdf', '/', '/a/%E3%82%AC%2050%25%231.pdf'],
  ['a/no-index.html', '/', '/a/no-index.html'],
])('%s is fetched below %s as %s', (path, base, address) => {
  expect(addressOfFile(path, base)).toBe(address);
});

describe('a path finds', () => {
  const files = new Set(['index.html', 'glossary/coi/index.html', 'search/engine.js']);
  const find = (path: string) => findFile(path, (file) => files.has(file));

  test.each([
    ['', 'index.html'],
    ['index.html', 'index.html'],
    ['glossary/coi/', 'glossary/coi/index.html'],
    ['search/engine.js', 'search/engine.js'],
  ])('%s: the file %s', (path, file) => {
    expect(find(path)).toEqual({ file });
  });

  test('a page of which the slash is missing, to be led there: its own links begin there', () => {
    expect(find('glossary/coi')).toEqual({ needsSlash: true });
  });

  test.each(['glossary/', 'glossary', 'search/engine.js/', 'no'])('nothing for %s', (path) => {
    expect(find(path)).toBeUndefined();
  });
});
