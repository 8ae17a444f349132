import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { checksumOf } from './checksum.ts';

/** What a file is known by, whatever its name and place. */
export type FileDigests = {
  /** SHA-256 in hexadecimal. */
  checksum: string;
  /** The sum by which a ZIP knows it (ISO 3309), in eight hexadecimal digits. */
  crc32: string;
};

/** Works both out. */
export const digestsOf = (bytes: Uint8Array): FileDigests => ({
  checksum: checksumOf(bytes),
  crc32: crc32(bytes).toString(16).padStart(8, '0'),
});

/** A file as its folder lists it. */
export type DigestedFile = {
  readonly path: string;
  /** Tells this version of it on its disk from every other, and when it became so (milliseconds); missing where it lies on none. */
  readonly state?: { readonly key: string; readonly changedAt: number };
  bytes(): Uint8Array;
};

/** The digests of the files of a folder, each worked out once for as long as the file stays as it is. */
export type KeptDigests = {
  of(file: DigestedFile): FileDigests;
  /** Keeps for the next process what was asked for since it was opened; it keeps nothing where it can't be written. */
  save(): void;
};

/** By path: the state of a file, and what was worked out for it. */
const keptForm = z.record(z.string(), z.tuple([z.string(), z.string(), z.string()]));
type Kept = z.infer<typeof keptForm>;

/** Within so many milliseconds a file can be written twice and have the same times, as git knows too ("racy git"). */
const sameTimes = 2000;

/**
 * Opens what was kept of a folder.
 * @param place the file in which it is kept; several processes may share it, of which the last one stays
 * @param clock milliseconds, as the times of files have them
 */
export const openKeptDigests = (place: string, clock: () => number = Date.now): KeptDigests => {
  const before = read(place);
  const now: Kept = {};
  let isNew = false;
  return {
    of(file) {
      const { path, state } = file;
      const known = now[path] ?? before[path];
      if (state && known?.[0] === state.key) {
        now[path] = known;
        return { checksum: known[1], crc32: known[2] };
      }
      const digests = digestsOf(file.bytes());
      if (state && clock() - state.changedAt > sameTimes) {
        now[path] = [state.key, digests.checksum, digests.crc32];
        isNew = true;
      }
      return digests;
    },
    save() {
      const isSame = !isNew && Object.keys(now).length === Object.keys(before).length;
      if (!isSame) write(place, now);
    },
  };
};

const read = (place: string): Kept => {
  try {
    return keptForm.parse(JSON.parse(readFileSync(place, 'utf8')));
  } catch {
    return {};
  }
};

const write = (place: string, kept: Kept): void => {
  const beside = `${place}.${randomUUID()}`;
  try {
    mkdirSync(dirname(place), { recursive: true });
    try {
      writeFileSync(beside, JSON.stringify(kept));
      renameSync(beside, place);
    } finally {
      rmSync(beside, { force: true });
    }
  } catch {
    // The next build reads the files again.
  }
};

/** The same files, each of which knows its digests. */
export const withKeptDigests = <File extends DigestedFile>(
  files: ReadonlyMap<string, File>,
  kept: Pick<KeptDigests, 'of'>,
): ReadonlyMap<string, File & { digests(): FileDigests }> =>
  new Map([...files].map(([path, file]) => [path, { ...file, digests: () => kept.of(file) }]));
