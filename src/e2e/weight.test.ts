import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { journeySite } from './built-sites.ts';
import { entryPages, entryWeights, heaviestAllowed } from './page-weight.ts';

const site = journeySite('public');

test('an entry is at most 10 kB on first load, brotli, pictures apart', () => {
  const weights = entryWeights(site);
  expect(weights.length).toBeGreaterThan(100);
  const [heaviest] = weights;
  const mean = weights.reduce((sum, { bytes }) => sum + bytes, 0) / weights.length;
  console.log(
    `entry pages, brotli: mean ${Math.round(mean)} bytes, heaviest ${heaviest?.bytes} (${heaviest?.path})`,
  );
  expect(heaviest?.bytes).toBeLessThanOrEqual(heaviestAllowed);
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
