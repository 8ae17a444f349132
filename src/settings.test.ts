import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings, settingsOfContent } from './settings.ts';

test('without any variable the public edition of content/ goes to dist/public', () => {
  expect(readSettings({})).toMatchObject({
    edition: 'public',
    contentDir: resolve('content'),
    outDir: resolve('dist/public'),
    siteUrl: undefined,
    contributeUrl: undefined,
    wishUrl: undefined,
    basePath: '/',
    port: 4321,
  });
});

test('a base path ends with a slash, an empty variable counts as none', () => {
  expect(readSettings({ BASE_PATH: '/portal', EDITION: '', SITE_URL: '' })).toMatchObject({
    basePath: '/portal/',
    edition: 'public',
    siteUrl: undefined,
  });
});

test('each edition of each content tree has a cache of its own', () => {
  const caches = [
    readSettings({}),
    readSettings({ EDITION: 'network' }),
    readSettings({ CONTENT_DIR: 'other' }),
  ].map(({ cacheDir }) => cacheDir);
  expect(new Set(caches).size).toBe(3);
});

test('every variable that cannot be used is named, with its value and what to write', () => {
  expect(() =>
    readSettings({ EDITION: 'secret', PORT: 'abc', SITE_URL: 'portal' }),
  ).toThrowErrorMatchingInlineSnapshot(`
    [Error: 環境変数 EDITION：「secret」は使えません。public または network を指定してください。
    環境変数 SITE_URL：「portal」は使えません。https:// で始まるアドレスを指定してください。
    環境変数 PORT：「abc」は使えません。0 から 65535 までの数を指定してください。]
  `);
});

test('the places to contribute and to wish are paths of the host or whole addresses, and nothing that acts', () => {
  for (const address of ['/admin/', 'https://portal.example/admin/']) {
    expect(readSettings({ CONTRIBUTE_URL: address }).contributeUrl).toBe(address);
    expect(readSettings({ WISH_URL: address }).wishUrl).toBe(address);
  }
  for (const address of ['javascript:alert(1)', '//elsewhere.example/', 'admin', '/a"b']) {
    expect(() => readSettings({ CONTRIBUTE_URL: address })).toThrow('CONTRIBUTE_URL');
    expect(() => readSettings({ WISH_URL: address })).toThrow('WISH_URL');
  }
});

test('a content that lies elsewhere is built in a cache of its own, as a build of it finds by itself', () => {
  const elsewhere = readSettings({ CONTENT_DIR: '/srv/clone/content' });
  const moved = settingsOfContent(readSettings({}), elsewhere.contentDir);
  expect(moved.cacheDir).toBe(elsewhere.cacheDir);
  expect(moved.contentDir).toBe(elsewhere.contentDir);
});
