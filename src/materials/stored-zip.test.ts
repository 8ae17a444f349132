import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { type StoredZip, storedZip, type ZipMember } from './stored-zip.ts';

const day = '2026-11-23';
const member = (path: string, text: string): ZipMember<never> & { content: Uint8Array } => {
  const content = Buffer.from(text);
  return { path, bytes: content.length, crc32: crc32(content), content };
};
const wholeOf = ({ pieces }: StoredZip<never>): Buffer =>
  Buffer.concat(pieces.map((piece) => ('held' in piece ? piece.held : Buffer.alloc(0))));

test('is, byte for byte, what yazl writes of the same files', async () => {
  const members = [
    member('はじめに.txt', '読んでください'),
    member('講演/発表 👩‍🔬.pdf', '%PDF-1.7'),
    member('空.csv', ''),
    ...Array.from({ length: 300 }, (_, count) =>
      member(`資料/${count}.txt`, `${count}`.repeat(count)),
    ),
  ];
  const peer = new ZipFile();
  const stated = { mtime: new Date(2026, 10, 23, 12), mode: 0o100644, forceDosTimestamp: true };
  for (const { path, content } of members) {
    peer.addBuffer(Buffer.from(content), path, { ...stated, compress: false });
  }
  peer.end();
  const ours = storedZip<never>(day, members);
  const theirs = await buffer(peer.outputStream);
  expect(wholeOf(ours).equals(theirs)).toBe(true);
  expect(ours.bytes).toBe(theirs.length);
});

test('has no gap between its pieces', () => {
  const { pieces, bytes } = storedZip<string>(day, [
    { path: 'a', bytes: 5, crc32: 1, content: 'a' },
    { path: 'b', bytes: 0, crc32: 0, content: 'b' },
    { path: 'c', bytes: 7, crc32: 2, content: 'c' },
  ]);
  let at = 0;
  for (const piece of pieces) {
    expect(piece.start).toBe(at);
    if ('held' in piece) expect(piece.held).toHaveLength(piece.bytes);
    at += piece.bytes;
  }
  expect(at).toBe(bytes);
});

test('a file is dated within what a zip can say', () => {
  const dateIn = (zip: Buffer) => zip.readUInt16LE(12);
  const of = (when: string) => dateIn(wholeOf(storedZip<never>(when, [member('a', '')])));
  expect(of('2026-11-23')).toBe((46 << 9) | (11 << 5) | 23);
  expect(of('1970-01-01') >> 9).toBe(0);
});

/** What stands in the wider fields of the directory, in order. */
const widerOf = (record: Buffer): number[] => {
  const names = record.readUInt16LE(28);
  const length = record.readUInt16LE(30);
  if (length === 0) return [];
  const at = 46 + names + 4;
  return [0, 8, 16].map((offset) => Number(record.readBigUInt64LE(at + offset)));
};

/** The pieces that a zip has in memory, of one kind. */
const recordsOf = ({ pieces }: StoredZip<string>, signature: number): Buffer[] =>
  pieces
    .flatMap((piece) => ('held' in piece ? [Buffer.from(piece.held)] : []))
    .filter((held) => held.readUInt32LE(0) === signature);

test('what lies beyond 4 GB has the wider fields, APPNOTE.TXT 4.5.3 and 4.3.14', () => {
  const of = (bytes: number) =>
    storedZip(day, [
      { path: 'a', bytes, crc32: 1, content: 'a' },
      { path: 'b', bytes: 1, crc32: 2, content: 'b' },
    ]);
  const narrow = of(0xf0000000);
  expect(recordsOf(narrow, 0x02014b50).map(widerOf)).toEqual([[], []]);
  expect(recordsOf(narrow, 0x06064b50)).toEqual([]);

  // The second begins beyond, and so does the directory.
  const far = of(0xfffffff0 - 100);
  const begin = 31 + 0xfffffff0 - 100;
  expect(recordsOf(far, 0x02014b50).map(widerOf)).toEqual([[], []]);
  const beyond = of(0xfffffffe);
  expect(recordsOf(beyond, 0x02014b50).map(widerOf)).toEqual([[], [1, 1, 31 + 0xfffffffe]]);
  expect(begin).toBeLessThan(0xffffffff);

  // A file of its own that is larger says its size before it, too.
  const large = of(5_000_000_000);
  const [first] = recordsOf(large, 0x04034b50);
  expect(first?.readUInt16LE(4)).toBe(45);
  expect(first?.readUInt32LE(18)).toBe(0xffffffff);
  expect(Number(first?.readBigUInt64LE(31 + 4))).toBe(5_000_000_000);
  expect(recordsOf(large, 0x02014b50).map(widerOf)).toEqual([
    [5_000_000_000, 5_000_000_000, 0],
    [1, 1, 31 + 20 + 5_000_000_000],
  ]);
  const [end] = recordsOf(large, 0x06064b50);
  const directory = 31 + 20 + 5_000_000_000 + 31 + 1;
  expect(Number(end?.readBigUInt64LE(48))).toBe(directory);
  const locator = 56;
  expect(Number(end?.readBigUInt64LE(locator + 8))).toBe(directory + 2 * (47 + 28));
  expect(end?.readUInt32LE(locator + 20 + 16)).toBe(0xffffffff);
});

test('more files than the end can count are counted in its wider fields', () => {
  const one = { path: 'a', bytes: 0, crc32: 0, content: 'a' };
  const { pieces } = storedZip(
    day,
    Array.from({ length: 65_535 }, () => one),
  );
  const last = pieces.at(-1);
  const end = Buffer.from(last && 'held' in last ? last.held : []);
  expect(end.readUInt32LE(0)).toBe(0x06064b50);
  expect(Number(end.readBigUInt64LE(32))).toBe(65_535);
});
