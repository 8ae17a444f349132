import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultsIn, makeRepository, storedTexts } from './git-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-git-folder-'));
  writeFileSync(join(folder, '取組.mdx'), '一行め\nblob 12\n');
  writeFileSync(join(folder, 'empty.mdx'), '');
  makeRepository(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('texts come in the order asked for, and null where git has none', () => {
  const names = ['main:empty.mdx', 'main:missing.mdx', 'gone:取組.mdx', 'main:取組.mdx'];
  expect(storedTexts(folder, names)).toEqual(['', null, null, '一行め\nblob 12\n']);
  expect(storedTexts(folder, [])).toEqual([]);
});

test('a sound repository has no faults, also with objects that nothing refers to', () => {
  expect(faultsIn(folder)).toEqual([]);
});

test('a ref that was half written is a fault', () => {
  writeFileSync(join(folder, '.git/refs/heads/half'), '');
  expect(faultsIn(folder)).not.toEqual([]);
});

test('an object that is gone is a fault', () => {
  const packs = join(folder, '.git/objects/pack');
  for (const name of readdirSync(packs)) rmSync(join(packs, name));
  expect(faultsIn(folder)).not.toEqual([]);
});
