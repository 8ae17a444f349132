import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { projectRoot } from '../project-root.ts';

const site = join(projectRoot, 'dist/public');
const entries = ['practices', 'guidelines', 'symposia', 'surveys'].flatMap((list) =>
  readdirSync(join(site, list), { recursive: true, encoding: 'utf8' })
    .filter(
      (path) =>
        path.endsWith('index.html') && path.split('/').length === 3 && !path.startsWith('by/'),
    )
    .map((path) => join(site, list, path)),
);
const sizes = new Map<string, number>();
/** Bytes of a file as brotli sends it; the style sheet that all pages share is pressed once. */
const compressed = (path: string): number => {
  const bytes = sizes.get(path) ?? brotliCompressSync(readFileSync(path)).length;
  sizes.set(path, bytes);
  return bytes;
};

/** What the browser has to have before it can show the page: the style sheets and scripts that the page names. */
const needed = (html: string): string[] =>
  [...html.matchAll(/<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"/g)].map(
    ([, address = '']) => address,
  );

test('an entry is at most 10 kB on first load, brotli, pictures apart', () => {
  expect(entries.length).toBeGreaterThan(200);
  const weights = entries.map((path) => ({
    path,
    bytes:
      compressed(path) +
      needed(readFileSync(path, 'utf8')).reduce(
        (sum, address) => sum + compressed(join(site, address)),
        0,
      ),
  }));
  const heaviest = weights.reduce((a, b) => (a.bytes > b.bytes ? a : b));
  const mean = weights.reduce((sum, { bytes }) => sum + bytes, 0) / weights.length;
  console.log(
    `entry pages, brotli: mean ${Math.round(mean)} bytes, heaviest ${heaviest.bytes} (${heaviest.path.slice(site.length)})`,
  );
  expect(heaviest.bytes).toBeLessThanOrEqual(10_000);
});

test('no script of an entry blocks its rendering', () => {
  for (const path of entries) {
    const scripts = readFileSync(path, 'utf8').match(/<script[^>]*>/g) ?? [];
    expect(
      scripts.filter((tag) => !/type="module"|defer|async/.test(tag)),
      path,
    ).toEqual([]);
  }
});
