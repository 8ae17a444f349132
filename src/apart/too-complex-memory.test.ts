import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTooComplexMemory } from './too-complex-memory.ts';

let folder: string;
let now = 0;
const open = (where: string | null = folder) => createTooComplexMemory(where, () => now);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'too-complex-'));
  now = 1_000_000;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const limits = { seconds: 30, megabytes: 700 };

it('remembers what was too complex under limits no narrower than these, across restarts, for a day', async () => {
  await open().add('abc', limits);
  const later = open();
  expect(await later.has('abc', limits)).toBe(true);
  expect(await later.has('abc', { seconds: 3, megabytes: 700 })).toBe(true);
  expect(await later.has('abc', { seconds: 90, megabytes: 700 })).toBe(false);
  expect(await later.has('other', limits)).toBe(false);
  now += 24 * 60 * 60_000;
  expect(await later.has('abc', limits)).toBe(false);
});

it('is bounded, and the oldest goes', async () => {
  const memory = open(null);
  for (let index = 0; index <= 2_000; index += 1) await memory.add(`${index}`, limits);
  expect(await memory.has('0', limits)).toBe(false);
  expect(await memory.has('1', limits)).toBe(true);
});

it('is for its owner alone, and holds digests and numbers', async () => {
  await open().add('abc', limits);
  const path = join(folder, 'too-complex.json');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([{ digest: 'abc', ...limits, at: now }]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

it.each(['', '{', '[{"digest":1}]', 'null'])('begins anew where %j was kept', async (text) => {
  writeFileSync(join(folder, 'too-complex.json'), text);
  const memory = open();
  expect(await memory.has('abc', limits)).toBe(false);
  await memory.add('abc', limits);
  expect(await open().has('abc', limits)).toBe(true);
});

it('is only shorter where it cannot be kept', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const memory = open(join(file, 'below'));
  await memory.add('abc', limits);
  expect(await memory.has('abc', limits)).toBe(true);
});
