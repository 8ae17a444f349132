import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenLinks } from './broken-links.ts';
import { contentSite, journeySite } from './built-sites.ts';

describe.each(['public', 'network'] as const)(
  'no link or anchor of the %s edition is broken',
  (edition) => {
    test('of content/', () => {
      expect(brokenLinks(contentSite(edition))).toEqual([]);
    });
    test('of the journeys', () => {
      expect(brokenLinks(journeySite(edition))).toEqual([]);
    });
  },
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'links-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (path: string, html: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), html);
};

test('finds what is broken below a base path', () => {
  write(
    'index.html',
    '<a href="/p/a/#here">a</a><a href="/p/a/#gone">b</a><a href="/a/">c</a><a href="b/">d</a>',
  );
  write(
    'a/index.html',
    '<h2 id="here">x</h2><img src="https://example.org/x.png"><a href="https://example.org/">out</a>',
  );
  expect(brokenLinks(folder, '/p/')).toEqual([
    { page: '/index.html', link: '/p/a/#gone', reason: 'no such anchor' },
    { page: '/index.html', link: '/a/', reason: 'no such page' },
    { page: '/index.html', link: 'b/', reason: 'no such page' },
    { page: '/a/index.html', link: 'https://example.org/x.png', reason: 'another host' },
  ]);
});
