import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { styleSheetsOf } from '../astro-internals/written-html.ts';
import { journeySite } from './built-sites.ts';
import { entryPages, entryWeights, heaviestAllowed, meanAllowed } from './page-weight.ts';

const site = journeySite('public');

test('an entry is at most 11 kB on first load and 9 kB on average, brotli, pictures apart', () => {
  const weights = entryWeights(site);
  expect(weights.length).toBeGreaterThan(100);
  const [heaviest] = weights;
  const mean = weights.reduce((sum, { bytes }) => sum + bytes, 0) / weights.length;
  console.log(
    `entry pages, brotli: mean ${Math.round(mean)} bytes, heaviest ${heaviest?.bytes} (${heaviest?.path})`,
  );
  expect(heaviest?.bytes).toBeLessThanOrEqual(heaviestAllowed);
  expect(mean).toBeLessThanOrEqual(meanAllowed);
});

test('what is weighed leads to where people contribute, at the foot of every page and where it is said how', () => {
  const link =
    /<(?:li|p) data-online(?: data-pagefind-ignore)?><a href="https:\/\/portal\.example\/admin\/">投稿する<\/a>/g;
  const linksOn = (path: string) => readFileSync(join(site, path), 'utf8').match(link)?.length;
  expect(linksOn(entryPages(site)[0] ?? '')).toBe(1);
  expect(linksOn('how-to-take-part/index.html')).toBe(2);
});

test('no script of an entry blocks its rendering', () => {
  for (const path of entryPages(site)) {
    const scripts = readFileSync(join(site, path), 'utf8').match(/<script[^>]*>/g) ?? [];
    expect(
      scripts.filter((tag) => !/type="module"|defer|async/.test(tag)),
      path,
    ).toEqual([]);
  }
});

test('whatever sheets a page has, their layers count in one order', () => {
  const layersOf = (sheet: string): string[] => {
    const named = readFileSync(join(site, sheet), 'utf8').matchAll(/@layer ([\w\s,]+)[;{]/g);
    return [...named].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
  };
  const orders = new Map<string, string>();
  for (const path of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.html')) {
      orders.set(styleSheetsOf(readFileSync(join(site, path), 'utf8')).join(' '), path);
    }
  }
  expect(orders.size).toBeGreaterThan(3);
  for (const [sheets, page] of orders) {
    const order = [...new Set(sheets.split(' ').flatMap(layersOf))];
    expect(order.join(' '), page).toBe('reset tokens base layout parts print');
  }
});
