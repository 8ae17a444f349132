import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { whileUnchanged } from './unchanged-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'unchanged-'));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string): string => {
  writeFileSync(join(folder, 'new'), text);
  renameSync(join(folder, 'new'), join(folder, name));
  return join(folder, name);
};

test('a file is read once until another takes its place', async () => {
  let reads = 0;
  const read = whileUnchanged(async (path) => {
    reads += 1;
    return { text: readFileSync(path, 'utf8') };
  });
  const path = put('list', 'first');
  const first = await read(path);
  expect(await read(path)).toBe(first);
  expect(reads).toBe(1);

  put('list', 'other');
  expect(await read(path)).toEqual({ text: 'other' });
  expect(reads).toBe(2);
});

test('nothing is remembered of a file that is gone or could not be read', async () => {
  const read = whileUnchanged(async (path) => JSON.parse(readFileSync(path, 'utf8')));
  const path = put('sound', '1');
  expect(await read(path)).toBe(1);
  rmSync(path);
  await expect(read(path)).rejects.toThrow('ENOENT');
  await expect(read(put('sound', '{'))).rejects.toThrow();
  expect(await read(put('sound', '2'))).toBe(2);
});
