import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestsOf, openKeptDigests, withKeptDigests } from './kept-digests.ts';

let folder: string;
let place: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-digests-'));
  place = join(folder, 'below/digests.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const now = Date.parse('2026-11-30T10:00:00Z');
let read: string[] = [];
beforeEach(() => {
  read = [];
});
const file = (path: string, text: string, key = text, changedAt = now - 60_000) => ({
  path,
  state: { key, changedAt },
  bytes: () => {
    read.push(path);
    return Buffer.from(text);
  },
});
const opened = () => openKeptDigests(place, () => now);

test('a file is known by what zip and readers know it by', () => {
  expect(digestsOf(Buffer.from('資料'))).toEqual({
    checksum: '58e891bce783aadf2fe59702d8efa2697f3b23ab6d8317f9a20a069b25b66e2a',
    crc32: '6f9b6e64',
  });
});

test('a file that stays as it is is read once, by whichever process', () => {
  const [first, second] = [opened(), opened()];
  const digests = first.of(file('a.pdf', '資料'));
  expect(first.of(file('a.pdf', '資料'))).toEqual(digests);
  first.save();
  expect(opened().of(file('a.pdf', '資料'))).toEqual(digests);
  expect(read).toEqual(['a.pdf']);
  // One that was opened before knows nothing of it, and is right all the same.
  expect(second.of(file('a.pdf', '資料'))).toEqual(digests);
});

test('a file in another state is read again, and so is one of another name', () => {
  const kept = opened();
  kept.of(file('a.pdf', '資料'));
  expect(kept.of(file('a.pdf', '別の', 'other')).checksum).toBe(
    digestsOf(Buffer.from('別の')).checksum,
  );
  kept.of(file('b.pdf', '資料'));
  expect(read).toEqual(['a.pdf', 'a.pdf', 'b.pdf']);
});

test('a file that was written a moment ago may be written again at the same time: it is not kept', () => {
  const kept = opened();
  for (const text of ['一', '二']) {
    expect(kept.of(file('a.pdf', text, 'same', now - 1000)).checksum).toBe(
      digestsOf(Buffer.from(text)).checksum,
    );
  }
});

test('a file that lies on no disk is never kept', () => {
  const kept = opened();
  for (const text of ['一', '二']) {
    const inMemory = { path: 'a.pdf', bytes: () => Buffer.from(text) };
    expect(kept.of(inMemory)).toEqual(digestsOf(Buffer.from(text)));
  }
});

test('what is not there any more is forgotten', () => {
  const first = opened();
  first.of(file('a.pdf', '一'));
  first.of(file('b.pdf', '二'));
  first.save();
  const second = opened();
  second.of(file('b.pdf', '二'));
  second.save();
  expect(Object.keys(JSON.parse(readFileSync(place, 'utf8')))).toEqual(['b.pdf']);
});

test('what was kept badly, or cannot be kept, costs time and nothing else', () => {
  opened().save();
  const kept = opened();
  kept.of(file('a.pdf', '資料'));
  kept.save();
  writeFileSync(place, '{"a.pdf":');
  expect(opened().of(file('a.pdf', '資料'))).toEqual(digestsOf(Buffer.from('資料')));
  const nowhere = openKeptDigests(join(place, 'in-a-file.json'), () => now);
  nowhere.of(file('a.pdf', '資料'));
  expect(() => nowhere.save()).not.toThrow();
});

test('files carry their digests along, without being read for it', () => {
  const files = withKeptDigests(new Map([['a.pdf', file('a.pdf', '資料')]]), opened());
  expect(read).toEqual([]);
  expect(files.get('a.pdf')?.digests()).toEqual(digestsOf(Buffer.from('資料')));
});
