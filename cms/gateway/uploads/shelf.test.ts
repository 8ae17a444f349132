import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UploadId } from '../../wire/upload.ts';
import { people } from '../permissions/fixtures/people.ts';
import { officeOf } from './kept-file.ts';
import { openShelf, type Shelf, type ShelfBounds } from './shelf.ts';

const sakura = officeOf(people.sakura);
const otherOffice = officeOf({ ...people.sakura, office: '国際課' });
const momiji = officeOf(people.momiji);
const hour = 60 * 60 * 1000;

let home: string;
let now: number;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'shelf-'));
  now = Date.parse('2026-11-24T09:00:00+09:00');
});
afterEach(() => rmSync(home, { recursive: true }));

const folder = () => join(home, 'shelf');
const open = (bounds: Partial<ShelfBounds> = {}): Promise<Shelf> =>
  openShelf({
    folder: folder(),
    bounds: { bytesOfInstitution: 100, filesOfInstitution: 3, bytesInAll: 150, ...bounds },
    clock: () => new Date(now),
  });

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

const put = async (shelf: Shelf, text: string, office = sakura, name = 'a.pdf') => {
  const arrived = await shelf.receive(office, name, pieces(text), text.length);
  return 'noRoom' in arrived ? arrived : arrived.keep();
};
const kept = async (...asked: Parameters<typeof put>) => {
  const file = await put(...asked);
  if ('noRoom' in file) throw new Error('There was no room.');
  return file;
};

describe('the shelf', () => {
  it('keeps what came in pieces, for its office alone', async () => {
    const shelf = await open();
    const arrived = await shelf.receive(sakura, 'a.pdf', pieces('ab', 'c', ''), null);
    if ('noRoom' in arrived) throw new Error('There was no room.');
    expect(Buffer.from(await arrived.bytes()).toString()).toBe('abc');
    const file = await arrived.keep();
    await arrived.discard();
    expect(file).toMatchObject({ name: 'a.pdf', size: 3 });
    expect(shelf.find(otherOffice, file.id)).toBeNull();
    expect(shelf.find(momiji, file.id)).toBeNull();
    const found = shelf.find(sakura, file.id);
    expect(found && Buffer.from((await shelf.bytesOf(found)) ?? '').toString()).toBe('abc');
  });

  it('is nobody else’s to read on this machine', async () => {
    await kept(await open(), 'abc');
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
    const modes = readdirSync(folder()).map((name) => statSync(join(folder(), name)).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600]);
  });

  it('keeps nothing of what is not kept, or breaks off', async () => {
    const shelf = await open();
    const arrived = await shelf.receive(sakura, 'a.pdf', pieces('abc'), 3);
    if ('noRoom' in arrived) throw new Error('There was no room.');
    await arrived.discard();
    async function* broken() {
      yield Buffer.from('abc');
      throw new Error('The line is dead.');
    }
    await expect(shelf.receive(sakura, 'a.pdf', broken(), 90)).rejects.toThrow('dead');
    expect(readdirSync(folder())).toEqual([]);
    expect(await put(shelf, 'x'.repeat(100))).toMatchObject({ size: 100 });
  });

  it('keeps what takes the place of what came, and nothing of that', async () => {
    const shelf = await open();
    const arrived = await shelf.receive(sakura, 'a.pdf', pieces('with a secret'), null);
    if ('noRoom' in arrived) throw new Error('There was no room.');
    await arrived.replace(Buffer.from('without'));
    const texts = readdirSync(folder()).map((name) => readFileSync(join(folder(), name), 'utf8'));
    expect(texts).toEqual(['without']);
    const file = await arrived.keep();
    expect(file.size).toBe(7);
    expect(Buffer.from((await shelf.bytesOf(file)) ?? '').toString()).toBe('without');
    // What it counts for is what it is.
    await kept(shelf, 'x'.repeat(86));
    expect((await kept(shelf, 'without')).id).toBe(file.id);
  });

  it('has nothing left of a file that nobody wants', async () => {
    const shelf = await open();
    const file = await kept(shelf, 'abc');
    await shelf.remove(file);
    await shelf.remove(file);
    expect(shelf.find(sakura, file.id)).toBeNull();
    expect(readdirSync(folder())).toEqual([]);
  });

  it('is bounded for an institution, whichever of its offices sends', async () => {
    const shelf = await open();
    await kept(shelf, 'x'.repeat(60));
    expect(await put(shelf, 'y'.repeat(41), otherOffice)).toEqual({ noRoom: 'bytes' });
    await kept(shelf, 'y'.repeat(41), momiji);
    // What was declared counts before it has come, what was not while it comes.
    const undeclared = shelf.receive(sakura, 'b.pdf', pieces('z'.repeat(30), 'z'.repeat(30)), null);
    expect(await undeclared).toEqual({ noRoom: 'bytes' });
    expect(readdirSync(folder()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is bounded in files, and in all', async () => {
    const shelf = await open({ bytesInAll: 12 });
    for (const text of ['1', '2', '3']) await kept(shelf, text);
    expect(await put(shelf, '4')).toEqual({ noRoom: 'files' });
    expect(await put(shelf, 'x'.repeat(10), momiji)).toEqual({ noRoom: 'bytes' });
  });

  it('has one of a file that is sent twice', async () => {
    const shelf = await open();
    const first = await kept(shelf, 'abc');
    now += hour;
    const again = await kept(shelf, 'abc');
    expect(again.id).toBe(first.id);
    expect(shelf.find(sakura, first.id)?.until).toBe(now + 24 * hour);
    expect((await kept(shelf, 'abc', otherOffice)).id).not.toBe(first.id);
  });

  it('forgets a file after a day, and soon after it was saved', async () => {
    const shelf = await open();
    const old = await kept(shelf, 'old');
    now += hour;
    const saved = await kept(shelf, 'saved');
    await shelf.letGo(saved);
    expect(shelf.find(sakura, saved.id)).not.toBeNull();
    now += 11 * 60 * 1000;
    expect(shelf.find(sakura, saved.id)).toBeNull();
    expect(shelf.find(sakura, old.id)).not.toBeNull();
    now += 24 * hour;
    expect(shelf.find(sakura, old.id)).toBeNull();
    await shelf.sweep();
    expect(readdirSync(folder())).toEqual([]);
  });

  it('is there again after a restart, without halves and what cannot be read', async () => {
    const before = await open();
    const file = await kept(before, 'abc');
    const over = await kept(before, 'def');
    await before.letGo(over);
    now += hour;
    writeFileSync(join(folder(), `${'0'.repeat(32)}.part`), 'half');
    writeFileSync(join(folder(), `${'1'.repeat(32)}.bytes`), 'without a note');
    writeFileSync(join(folder(), `${'2'.repeat(32)}.json`), '{"id":"../../x"}');
    const after = await open();
    const found = after.find(sakura, file.id);
    expect(found && (await after.bytesOf(found))).toEqual(Buffer.from('abc'));
    expect(after.find(sakura, over.id)).toBeNull();
    expect(readdirSync(folder()).sort()).toEqual([`${file.id}.bytes`, `${file.id}.json`]);
  });

  it('gives no bytes but those that were sent', async () => {
    const shelf = await open();
    const file = await kept(shelf, 'abc');
    writeFileSync(join(folder(), `${file.id}.bytes`), 'other');
    expect(await shelf.bytesOf(file)).toBeNull();
    rmSync(join(folder(), `${file.id}.bytes`));
    expect(await shelf.bytesOf(file)).toBeNull();
    expect(shelf.find(sakura, 'ffffffffffffffffffffffffffffffff' as UploadId)).toBeNull();
  });

  it('has one piece of each file in memory, however many come at once', async () => {
    const shelf = await open({ bytesOfInstitution: 1e9, filesOfInstitution: 100, bytesInAll: 1e9 });
    const size = 64 * 1024;
    let most = 0;
    const source = async function* (name: string) {
      for (let sent = 0; sent < 40; sent++) {
        // Of what was given, all but the last piece is on the disk before another is asked for.
        const written = partsIn(folder()).get(name) ?? 0;
        most = Math.max(most, sent * size - written);
        yield Buffer.alloc(size, name);
      }
    };
    const names = Array.from({ length: 20 }, (_, place) => String.fromCharCode(97 + place));
    const arrived = await Promise.all(
      names.map((name) => shelf.receive(sakura, `${name}.pdf`, source(name), 40 * size)),
    );
    expect(most).toBe(0);
    for (const each of arrived) expect(each).toMatchObject({ size: 40 * size });
  });
});

/** How much of each half file is on the disk, by the letter that it is made of. */
const partsIn = (place: string): Map<string, number> =>
  new Map(
    readdirSync(place).flatMap((name): [string, number][] => {
      const path = join(place, name);
      const { size } = statSync(path);
      return size > 0 ? [[firstLetterOf(path), size]] : [];
    }),
  );

const firstLetterOf = (path: string): string => {
  const file = openSync(path, 'r');
  const letter = Buffer.alloc(1);
  readSync(file, letter, 0, 1, 0);
  closeSync(file);
  return letter.toString();
};
