import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { cutParts } from './cut-parts.ts';
import type { SiteFile } from './site-files.ts';

const bytes = 20_000;
const fileOf = (number: number, says: string): SiteFile => ({
  path: `${number}.html`,
  file: `${number}.html`,
  bytes,
  digest: hash('sha256', `${number} ${says}`, 'base64url'),
  key: String(number),
  stamp: '',
});

test('a change presses few bytes around it anew', () => {
  const before = Array.from({ length: 3000 }, (_, number) => fileOf(number, ''));
  const known = new Set(cutParts(before).map(({ name }) => name));
  const places = Array.from({ length: 100 }, (_, index) => index * 30 + 7);
  const pressed = places.map((place) => {
    const after = before.with(place, fileOf(place, 'something else'));
    const again = cutParts(after).filter(({ name }) => !known.has(name));
    return again.reduce((sum, { files }) => sum + files.length * bytes, 0);
  });
  const average = pressed.reduce((sum, one) => sum + one, 0) / pressed.length;
  expect(average).toBeLessThan(700_000);
  expect(Math.max(...pressed)).toBeLessThan(3_000_000);
});

test('parts are not so small that they press badly', () => {
  const files = Array.from({ length: 3000 }, (_, number) => fileOf(number, ''));
  const parts = cutParts(files);
  expect((files.length * bytes) / parts.length).toBeGreaterThan(250_000);
});
