import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type UploadId, uploadId } from '../../wire/upload.ts';
import { type KeptFile, keptFile, type Office } from './kept-file.ts';

/** How much the shelf holds. */
export type ShelfBounds = {
  /** Bytes of one institution's files, what is still coming included. */
  readonly bytesOfInstitution: number;
  readonly filesOfInstitution: number;
  /** Bytes of everybody's files. */
  readonly bytesInAll: number;
};

/** A file whose bytes have come and that nobody has judged yet: it is kept or thrown away. */
export type Arrived = {
  readonly size: number;
  bytes(): Promise<Uint8Array>;
  /** Takes other bytes in the place of those that came, which are gone from then on. */
  replace(bytes: Uint8Array): Promise<void>;
  keep(): Promise<KeptFile>;
  /** Throws the bytes away; does nothing once they are kept. */
  discard(): Promise<void>;
};

/** Why the shelf does not take a file. */
export type NoRoom = { readonly noRoom: 'bytes' | 'files' };

/** Files that were sent, outside of git, for their office alone, until they are saved or a day has passed. */
export type Shelf = {
  /**
   * Writes bytes down as they come, one piece at a time.
   * @throws what the source throws, and what the disk says
   */
  receive(
    office: Office,
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    declared: number | null,
  ): Promise<Arrived | NoRoom>;
  /** A file of this office; null where there is none, or it is another's, or its day is over. */
  find(office: Office, id: UploadId): KeptFile | null;
  /** Its bytes; null where they are not what was sent. */
  bytesOf(file: KeptFile): Promise<Uint8Array | null>;
  /** Keeps a file that was saved a little longer, for whoever did not hear the answer and saves again. */
  letGo(file: KeptFile): Promise<void>;
  /** Throws a file away that nobody wants. */
  remove(file: KeptFile): Promise<void>;
  /** Throws away what is over its time. */
  sweep(): Promise<void>;
};

const day = 24 * 60 * 60 * 1000;
const afterSave = 10 * 60 * 1000;

/**
 * Opens the shelf in a folder of its own, and throws away what a process that ended left half written.
 * @param folder made where it is missing; nobody but this account reads it
 * @throws where the folder can't be made
 */
export const openShelf = async ({
  folder,
  bounds,
  clock,
}: {
  folder: string;
  bounds: ShelfBounds;
  clock: () => Date;
}): Promise<Shelf> => {
  const makeFolder = () => mkdir(folder, { recursive: true, mode: 0o700 });
  await makeFolder();
  await chmod(folder, 0o700);
  const kept = new Map<UploadId, KeptFile>();
  /** What is on its way, of which institution. */
  const coming = new Map<object, { institution: string; bytes: number }>();

  const bytesAt = (id: string) => join(folder, `${id}.bytes`);
  const noteAt = (id: string) => join(folder, `${id}.json`);
  const now = () => clock().getTime();

  /** Whether an institution may have so many bytes more. */
  const roomFor = ({ institution }: Office, bytes: number): NoRoom | null => {
    const all = [
      ...[...kept.values()].map(({ office, size }) => ({
        institution: office.institution,
        bytes: size,
      })),
      ...coming.values(),
    ];
    const own = all.filter((file) => file.institution === institution);
    if (own.length > bounds.filesOfInstitution) return { noRoom: 'files' };
    const isFull =
      sumOf(own) + bytes > bounds.bytesOfInstitution || sumOf(all) + bytes > bounds.bytesInAll;
    return isFull ? { noRoom: 'bytes' } : null;
  };

  const remove = async (id: UploadId): Promise<void> => {
    kept.delete(id);
    await Promise.all([rm(noteAt(id), { force: true }), rm(bytesAt(id), { force: true })]);
  };

  const note = async (file: KeptFile): Promise<void> => {
    await writeFile(noteAt(file.id), JSON.stringify(file), { mode: 0o600 });
    kept.set(file.id, file);
  };

  const sweep = async (): Promise<void> => {
    const over = [...kept.values()].filter(({ until }) => until <= now());
    await Promise.all(over.map(({ id }) => remove(id)));
  };

  for (const file of await notedIn(folder)) kept.set(file.id, file);
  await sweep();
  await removeStrays(folder, kept);

  return {
    sweep,

    async receive(office, name, bytes, declared) {
      const mine = { institution: office.institution, bytes: declared ?? 0 };
      coming.set(mine, mine);
      const id = uploadId.parse(randomBytes(16).toString('hex'));
      const part = join(folder, `${id}.part`);
      const giveUp = async () => {
        coming.delete(mine);
        await rm(part, { force: true });
      };
      try {
        const full = roomFor(office, 0);
        if (full) {
          await giveUp();
          return full;
        }
        const hash = createHash('sha256');
        let size = 0;
        // Somebody may have tidied up there meanwhile.
        await makeFolder();
        const file = await open(part, 'wx', 0o600);
        try {
          for await (const chunk of bytes) {
            size += chunk.length;
            if (size > mine.bytes) {
              mine.bytes = size;
              const noRoom = roomFor(office, 0);
              if (noRoom) {
                await giveUp();
                return noRoom;
              }
            }
            hash.update(chunk);
            await file.writeFile(chunk);
          }
        } finally {
          await file.close();
        }
        let digest = hash.digest('hex');
        return {
          get size() {
            return size;
          },
          bytes: () => readFile(part),
          discard: giveUp,
          async replace(bytes) {
            // First of all, so that whatever ends this process leaves nothing of what came.
            await rm(part);
            size = bytes.length;
            mine.bytes = size;
            digest = createHash('sha256').update(bytes).digest('hex');
            await writeFile(part, bytes, { mode: 0o600, flag: 'wx' });
          },
          async keep() {
            const same = [...kept.values()].find(
              (file) =>
                file.office.key === office.key && file.name === name && file.digest === digest,
            );
            const file = { id, office, name, size, digest, until: now() + day };
            if (same) {
              await note({ ...same, until: file.until });
              await giveUp();
              return same;
            }
            await rename(part, bytesAt(id));
            await note(file);
            coming.delete(mine);
            return file;
          },
        };
      } catch (error) {
        await giveUp();
        throw error;
      }
    },

    find(office, id) {
      const file = kept.get(id);
      return file && file.office.key === office.key && file.until > now() ? file : null;
    },

    async bytesOf({ id, size, digest }) {
      // Piece by piece, so that nobody waits while a large file is looked at.
      const hash = createHash('sha256');
      const bytes = Buffer.alloc(size);
      let at = 0;
      try {
        for await (const chunk of createReadStream(bytesAt(id)) as AsyncIterable<Buffer>) {
          hash.update(chunk);
          at += chunk.copy(bytes, at);
        }
      } catch {
        return null;
      }
      return at === size && hash.digest('hex') === digest ? bytes : null;
    },

    letGo: (file) => note({ ...file, until: Math.min(file.until, now() + afterSave) }),
    remove: ({ id }) => remove(id),
  };
};

const sumOf = (files: readonly { readonly bytes: number }[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

/** What an earlier process kept, as far as its notes can be read. */
const notedIn = async (folder: string): Promise<KeptFile[]> => {
  const notes = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const files: KeptFile[] = [];
  // One after the other: thousands at once are more than a process may have open.
  for (const name of notes) {
    const text = await readFile(join(folder, name), 'utf8');
    const file = keptFile.safeParse(parsed(text));
    if (file.success && name === `${file.data.id}.json`) files.push(file.data);
  }
  return files;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Files that no note names: halves of uploads, and notes that can't be read. */
const removeStrays = async (
  folder: string,
  kept: ReadonlyMap<UploadId, KeptFile>,
): Promise<void> => {
  const known = new Set([...kept.keys()].flatMap((id) => [`${id}.json`, `${id}.bytes`]));
  const strays = (await readdir(folder)).filter((name) => !known.has(name));
  await Promise.all(strays.map((name) => rm(join(folder, name), { force: true })));
};
