import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StoredZip, storedZip } from './stored-zip.ts';
import { type ByteRange, bytesOfZip, openAt } from './zip-stream.ts';

const seed = 20261130;
/** One of no bytes, small ones, and one of several chunks. */
const sizes = [3, 0, 700, 1, 600_000];

let folder: string;
let zip: StoredZip<string>;
let whole: Buffer;
const pathOf = (file: string) => join(folder, file);
const taken = (range?: ByteRange) => buffer(bytesOfZip(zip, openAt(pathOf), range));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zip-stream-'));
  const members = sizes.map((bytes, index) => {
    const content = Buffer.alloc(bytes, `${index}：資料`);
    writeFileSync(pathOf(`${index}`), content);
    return { path: `資料/${index}.pdf`, bytes, crc32: crc32(content), content: `${index}` };
  });
  zip = storedZip('2026-11-30', members);
  whole = await taken();
});
afterAll(() => rmSync(folder, { recursive: true }));

test('any range is the same bytes as the whole has there', async () => {
  expect(whole).toHaveLength(zip.bytes);
  let state = seed;
  // A linear congruential generator: plenty for choosing places.
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  const edges = zip.pieces.flatMap(({ start, bytes }) => [start - 1, start, start + bytes - 1]);
  const any = () => Math.floor(random() * zip.bytes);
  const ranges = [
    ...edges.filter((at) => at >= 0).map((at) => [at, any()]),
    ...Array.from({ length: 120 }, () => [any(), any()]),
  ].map(([one = 0, other = 0]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));
  for (const { start, end } of ranges) {
    const part = await taken({ start, end });
    expect(part.equals(whole.subarray(start, end + 1)), `seed ${seed}: ${start} to ${end}`).toBe(
      true,
    );
  }
});

/** How many files of the folder this process has open. */
const openFiles = (): number => readdirSync('/proc/self/fd', { withFileTypes: true }).length;

test('one chunk is held, of one file that is open, whoever takes how slowly', async () => {
  let opened = 0;
  let closed = 0;
  const counting = async (file: string) => {
    const handle = await open(pathOf(file), 'r');
    opened += 1;
    const close = handle.close.bind(handle);
    handle.close = async () => {
      closed += 1;
      await close();
    };
    return handle;
  };
  let most = 0;
  for await (const chunk of bytesOfZip(zip, counting)) {
    most = Math.max(most, chunk.length);
    expect(opened - closed).toBeLessThanOrEqual(1);
  }
  expect(most).toBeLessThanOrEqual(256 * 1024);
  expect([opened, closed]).toEqual([4, 4]);
});

test('whoever stops taking them leaves no file open', async () => {
  const before = process.platform === 'linux' ? openFiles() : 0;
  const bytes = bytesOfZip(zip, openAt(pathOf), { start: zip.bytes - 400_000, end: zip.bytes - 1 });
  await bytes.next();
  await bytes.return();
  expect(process.platform === 'linux' ? openFiles() : 0).toBe(before);
});

test('a file that is another ends it: by its size at once, by its content before its last bytes', async () => {
  const other = Buffer.alloc(600_000, 'x');
  writeFileSync(pathOf('other'), other);
  writeFileSync(pathOf('short'), other.subarray(1));
  const at = (name: string) => openAt<string>((file) => pathOf(file === '4' ? name : file));
  const takenUntil = async (name: string) => {
    let bytes = 0;
    try {
      for await (const chunk of bytesOfZip(zip, at(name))) bytes += chunk.length;
    } catch (error) {
      return [bytes < zip.bytes, String(error)];
    }
    return [bytes, 'whole'];
  };
  const refused = [true, expect.stringContaining('not the file that was listed')];
  expect(await takenUntil('short')).toEqual(refused);
  expect(await takenUntil('other')).toEqual(refused);
  await expect(buffer(bytesOfZip(zip, at('none')))).rejects.toThrow('ENOENT');
});
