import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkedCopy } from './linked-copy.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'linked-copy-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a copy is changed, and what it was copied from stays as it is', () => {
  const served = join(folder, 'served');
  mkdirSync(join(served, 'terms/pledge'), { recursive: true });
  writeFileSync(join(served, 'index.html'), 'さくら大学');
  writeFileSync(join(served, 'terms/pledge/index.html'), '誓約書');
  const copy = linkedCopy(served, join(folder, 'partial'));
  const inode = (path: string) => statSync(path).ino;
  expect(inode(join(copy.dir, 'index.html'))).toBe(inode(join(served, 'index.html')));

  expect(copy.write('index.html', Buffer.from('さくら大学'))).toBe(false);
  expect(copy.write('index.html', Buffer.from('かえで大学'))).toBe(true);
  expect(copy.write('new/page/index.html', Buffer.from('新しい'))).toBe(true);
  copy.remove('terms/pledge/index.html');
  expect(readFileSync(join(copy.dir, 'index.html'), 'utf8')).toBe('かえで大学');
  expect(existsSync(join(copy.dir, 'terms'))).toBe(false);
  expect(existsSync(copy.dir)).toBe(true);
  expect(readFileSync(join(served, 'index.html'), 'utf8')).toBe('さくら大学');
  expect(readFileSync(join(served, 'terms/pledge/index.html'), 'utf8')).toBe('誓約書');
  expect(existsSync(join(served, 'new'))).toBe(false);
});
