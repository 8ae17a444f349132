import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SitePage } from '../astro-internals/staying-site.ts';
import { keyByBytes, keysOf, readRecord, routeIn, writeRecord } from './site-record.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-record-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const page = (file: string, props: SitePage['props']): SitePage => ({
  file,
  listedAs: null,
  component: 'src/pages/glossary/[id].astro',
  props,
  route: {} as SitePage['route'],
});

test('a page is known by its route and by what it is given, or by what came of it', () => {
  const keys = keysOf([
    page('a', { title: '誓約書' }),
    page('b', { title: '台帳' }),
    page('c', null),
  ]);
  expect(new Set(keys.values()).size).toBe(3);
  for (const key of keys.values()) expect(routeIn(key)).toBe('src/pages/glossary/[id].astro');
  const [one, other] = ['誓約書', '台帳'].map((text) =>
    keyByBytes(page('c', null), Buffer.from(text)),
  );
  expect(one).not.toBe(other);
  expect(routeIn(one)).toBe('src/pages/glossary/[id].astro');
});

test('what a site was made from is known of that very folder, by that maker', async () => {
  const site = join(folder, 'site');
  mkdirSync(site);
  const keys = new Map([['index.html', 'src/pages/index.astro']]);
  expect(await readRecord(site, 'maker')).toBeNull();
  await writeRecord(site, 'maker', keys);
  expect(await readRecord(site, 'maker')).toEqual(keys);
  expect(await readRecord(site, 'another maker')).toBeNull();
  // Another site has taken its place.
  const next = join(folder, 'next');
  mkdirSync(next);
  writeFileSync(join(next, 'index.html'), '');
  renameSync(site, join(folder, 'previous'));
  renameSync(next, site);
  expect(await readRecord(site, 'maker')).toBeNull();
});
