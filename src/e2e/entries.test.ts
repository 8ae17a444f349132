import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { journeySite } from './built-sites.ts';
import { entryPages } from './page-weight.ts';

const site = journeySite('public');
const pages = entryPages(site).map((path) => {
  const { document } = parseHTML(readFileSync(join(site, path), 'utf8'));
  return { path, document };
});
const textsOf = (document: Document, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent?.trim() ?? '');

test('nothing that an entry states, in its text or beside it, is called absent', () => {
  const lines = pages.map(({ path, document }) => {
    const [absent = ''] = textsOf(document, '.absent');
    const named = absent.split('：')[1]?.split('、') ?? [];
    const stated = new Set(textsOf(document, 'article h2, article h3, .aside dt'));
    expect(
      named.filter((heading) => stated.has(heading)),
      path,
    ).toEqual([]);
    return absent;
  });
  expect(lines.filter(Boolean).length).toBeGreaterThan(40);
});

test('an entry has one block that leads on, at its end, and each heading once', () => {
  for (const { path, document } of pages) {
    expect(document.querySelectorAll('.next').length, path).toBeLessThanOrEqual(1);
    const headings = textsOf(document, 'main h2');
    expect(headings, path).toEqual([...new Set(headings)]);
  }
});
