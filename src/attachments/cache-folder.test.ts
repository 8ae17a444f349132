import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cacheFolder } from './cache-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Says of a file that it was last used that many minutes ago. */
const usedBefore = (name: string, minutes: number) => {
  const then = new Date(Date.now() - minutes * 60_000);
  utimesSync(join(folder, name), then, then);
};
const names = () => readdirSync(folder).sort();

it('takes away what was not used for longest once it is full, and what is used stays', async () => {
  const files = cacheFolder(folder, 100);
  for (const [name, minutes] of [
    ['a', 30],
    ['b', 20],
    ['c', 10],
  ] as const) {
    await files.write(name, 'x'.repeat(30));
    usedBefore(name, minutes);
  }
  expect(await files.read('a')).toHaveLength(30);
  await files.write('d', 'x'.repeat(30));
  expect(names()).toEqual(['a', 'd']);
  expect(await files.read('b')).toBeNull();
});

it('counts what other processes and earlier ones have left', async () => {
  writeFileSync(join(folder, 'before'), 'x'.repeat(90), { mode: 0o600 });
  usedBefore('before', 10);
  await cacheFolder(folder, 100).write('now', 'x'.repeat(30));
  expect(names()).toEqual(['now']);
});

it('keeps nothing that is larger than all of it', async () => {
  const files = cacheFolder(folder, 100);
  await files.write('small', 'x');
  await files.write('large', 'x'.repeat(101));
  expect(names()).toEqual(['small']);
});

it('clears away what an ended process has half written, once that is old', async () => {
  const leftover = `a.json.${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`;
  writeFileSync(join(folder, leftover), 'x', { mode: 0o600 });
  writeFileSync(join(folder, leftover.replace('a.', 'b.')), 'x', { mode: 0o600 });
  usedBefore(leftover, 120);
  await cacheFolder(folder).write('now', 'x');
  expect(names()).toEqual([leftover.replace('a.', 'b.'), 'now']);
});

it('rejects for nothing: a folder in the way, a file in the way', async () => {
  mkdirSync(join(folder, 'name'));
  writeFileSync(join(folder, 'file'), '', { mode: 0o600 });
  const files = cacheFolder(folder);
  await files.write('name', 'x');
  await files.write('file/below', 'x');
  expect(await files.read('name')).toBeNull();
  expect(await files.read('file/below')).toBeNull();
  expect(names()).toEqual(['file', 'name']);
});
