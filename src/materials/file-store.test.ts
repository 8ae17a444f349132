import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestsOf } from '../attachments/kept-digests.ts';
import { type FileStore, openFileStore } from './file-store.ts';

let folder: string;
let store: FileStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-store-'));
  for (const name of ['content', 'public', 'network']) mkdirSync(join(folder, name));
  store = openFileStore(join(folder, 'store'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...path: string[]) => join(folder, ...path);
const written = (name: string, text: string) => {
  writeFileSync(at('content', name), text);
  return { checksum: digestsOf(Buffer.from(text)).checksum, bytes: Buffer.byteLength(text) };
};
const inStore = () =>
  readdirSync(at('store'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());

test('two sites have a file once, and the content has its own', async () => {
  const file = written('a.pdf', '資料');
  await store.place(file, at('content/a.pdf'), at('public/a.pdf'));
  await store.place(file, at('content/a.pdf'), at('network/b.pdf'));
  const [one, other, content] = ['public/a.pdf', 'network/b.pdf', 'content/a.pdf'].map((path) =>
    statSync(at(path)),
  );
  expect(one?.ino).toBe(other?.ino);
  expect(one?.ino).not.toBe(content?.ino);
  expect(content?.nlink).toBe(1);
  // Whoever writes into the content does not write into a site.
  appendFileSync(at('content/a.pdf'), '変更履歴');
  expect(readFileSync(at('public/a.pdf'), 'utf8')).toBe('資料');
});

test('what is stored is not read again, and a file that was there is replaced', async () => {
  const file = written('a.pdf', '資料');
  await store.place(file, at('content/a.pdf'), at('public/a.pdf'));
  writeFileSync(at('network/a.pdf'), '前の資料');
  const served = statSync(at('network/a.pdf')).ino;
  await store.place(file, at('content/none.pdf'), at('network/a.pdf'));
  expect(readFileSync(at('network/a.pdf'), 'utf8')).toBe('資料');
  expect(statSync(at('network/a.pdf')).ino).not.toBe(served);
});

test('a file that changed since it was listed is put nowhere', async () => {
  const file = written('a.pdf', '資料');
  written('a.pdf', '他の');
  await expect(store.place(file, at('content/a.pdf'), at('public/a.pdf'))).rejects.toThrow(
    'changed',
  );
  expect(existsSync(at('public/a.pdf'))).toBe(false);
  expect(inStore()).toEqual([]);
});

test('what somebody wrote into a site is in no site that is made later', async () => {
  const file = written('a.pdf', '資料');
  await store.place(file, at('content/a.pdf'), at('public/a.pdf'));
  writeFileSync(at('public/a.pdf'), '改竄');
  await store.place(file, at('content/a.pdf'), at('network/a.pdf'));
  expect(readFileSync(at('network/a.pdf'), 'utf8')).toBe('資料');
});

test.skipIf(process.platform === 'win32')('a file has the rights of a new one', async () => {
  const file = written('a.pdf', '資料');
  chmodSync(at('content/a.pdf'), 0o700);
  await store.place(file, at('content/a.pdf'), at('public/a.pdf'));
  expect(statSync(at('public/a.pdf')).mode & 0o777).toBe(0o666 & ~process.umask());
});

test('what no site has goes after an hour, and is stored again when it is needed', async () => {
  const [kept, gone] = [written('a.pdf', '残る'), written('b.pdf', '消える')];
  await store.place(kept, at('content/a.pdf'), at('public/a.pdf'));
  await store.place(gone, at('content/b.pdf'), at('public/b.pdf'));
  rmSync(at('public/b.pdf'));
  await store.prune(new Date());
  expect(inStore()).toHaveLength(2);
  await store.prune(new Date(Date.now() + 61 * 60_000));
  expect(inStore().map(({ name }) => name)).toEqual([kept.checksum]);
  await store.place(gone, at('content/b.pdf'), at('public/b.pdf'));
  expect(readFileSync(at('public/b.pdf'), 'utf8')).toBe('消える');
});

test('there is nothing to let go of before the first file', async () => {
  await expect(store.prune(new Date())).resolves.toBeUndefined();
});
