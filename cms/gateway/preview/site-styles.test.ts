import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { siteStyles } from './site-styles.ts';

const site = mkdtempSync(join(tmpdir(), 'site-styles-'));
afterAll(() => rmSync(site, { recursive: true }));
const write = (page: string, ...sheets: string[]) => {
  mkdirSync(dirname(join(site, page)), { recursive: true });
  const links = sheets.map((name) => `<link rel="stylesheet" href="/assets/${name}.css">`);
  writeFileSync(join(site, page), `<head>${links.join('')}</head>`);
};

test('a draft has the sheets of the likest page, and those of all that may be set into a text', () => {
  const like = ['/practices/sakura-u/new/', '/practices/sakura-u/pledge/'];
  expect(siteStyles(site, like)).toEqual([]);
  write('404.html', 'site', 'sections');
  expect(siteStyles(site, like)).toEqual(['/assets/site.css', '/assets/sections.css']);
  write('practices/sakura-u/pledge/index.html', 'site', 'entry');
  expect(siteStyles(site, like)).toEqual([
    '/assets/site.css',
    '/assets/entry.css',
    '/assets/sections.css',
  ]);
});
