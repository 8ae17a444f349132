import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { whileUnchanged } from '../../unchanged-file.ts';
import { type PageOutline, type PageReading, readingsOf } from './readings.ts';

/**
 * What is kept of the latest whole index, beside the site: what was read in each of its pages, so that nothing is read
 * twice, and what an overlay is held against. It is never relied on: where it is not there, all is made anew.
 */
export type KeptIndex = {
  /** By which code it was made. */
  code: string;
  /** Pagefind's name of the index. */
  index: string;
  files: KeptFile[];
  /** In the order of the index. */
  pages: KeptPage[];
  /** On how many pages each stands. */
  longVowelStems: Record<string, number>;
  compounds: Record<string, number>;
};

/** A built page, and where in the file of readings lies what was read in it. */
export type KeptFile = { path: string; digest: string; from: number; length: number };

/** A page of the index: the place of its file among those, and the name of its text. */
export type KeptPage = { file: number; id: string; outline: PageOutline };

const listFile = 'search-index.json';
const readingsFile = 'search-readings.jsonl';

/** How many bytes are gathered before they are written. */
const mostGathered = 1 << 20;

const readList = whileUnchanged(
  async (path) => JSON.parse(await readFile(path, 'utf8')) as KeptIndex,
);

/** What was kept by the latest whole index that this code made in a folder; null where there is none. */
export async function keptIndex(
  folder: string | undefined,
  code: string,
): Promise<KeptIndex | null> {
  if (folder === undefined) return null;
  try {
    const kept = await readList(join(folder, listFile));
    return kept.code === code ? kept : null;
  } catch {
    return null;
  }
}

/** Gives what was read in a file, as it was kept. @returns null where it does not lie there any more */
export type ReadKept = (file: KeptFile) => Promise<PageReading[] | null>;

/** Opens the readings that are kept in a folder, for as long as a task takes. */
export async function withKeptReadings<Result>(
  folder: string | undefined,
  task: (read: ReadKept) => Promise<Result>,
): Promise<Result> {
  const handle =
    folder === undefined ? null : await open(join(folder, readingsFile)).catch(() => null);
  try {
    return await task(async ({ digest, from, length }) => {
      if (!handle) return null;
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
      const line = buffer.toString();
      if (bytesRead !== length || !line.startsWith(`${digest} `)) return null;
      return JSON.parse(line.slice(digest.length)) as PageReading[];
    });
  } finally {
    await handle?.close();
  }
}

/** Tells a page by where it is and what it says. */
export const digestOfPage = (path: string, html: string): string =>
  createHash('sha256').update(`${path}\0`).update(html).digest('base64url');

/** The pages of a site as they are read one by one, from what is kept where they are as they were. */
export type ReadingPages = {
  /** @param path below the site's folder, with `/` */
  read(path: string, html: string): Promise<PageReading[]>;
  /** Keeps what was read, and nothing else, for the next index. Where that cannot be written, nothing is kept. */
  keep(rest: Omit<KeptIndex, 'files' | 'code'>): Promise<void>;
};

/**
 * Reads the pages of a site for a whole index.
 * @param folder where readings are kept; none are without one
 */
export async function readingPages<Result>(
  folder: string | undefined,
  code: string,
  task: (pages: ReadingPages) => Promise<Result>,
): Promise<Result> {
  const before = await keptIndex(folder, code);
  const known = new Map(before?.files.map((file) => [file.digest, file]));
  const target = folder === undefined ? null : await readingsWriter(folder);
  const files: KeptFile[] = [];
  try {
    return await withKeptReadings(folder, (readKept) =>
      task({
        async read(path, html) {
          const digest = digestOfPage(path, html);
          const file = known.get(digest);
          const readings = (file && (await readKept(file))) ?? readingsOf(html, path);
          const place = await target?.add(`${digest} ${JSON.stringify(readings)}\n`);
          if (place) files.push({ path, digest, ...place });
          return readings;
        },
        keep: async (rest) => target?.finish(JSON.stringify({ code, files, ...rest })),
      }),
    );
  } finally {
    await target?.leave();
  }
}

type ReadingsWriter = {
  add(line: string): Promise<{ from: number; length: number }>;
  finish(list: string): Promise<void>;
  leave(): Promise<void>;
};

/** Writes readings beside those that are kept, and puts them in their place when all are there. */
async function readingsWriter(folder: string): Promise<ReadingsWriter | null> {
  const partial = join(folder, `${readingsFile}.${process.pid}.partial`);
  let handle: FileHandle | null;
  try {
    await mkdir(folder, { recursive: true });
    handle = await open(partial, 'w');
  } catch {
    return null;
  }
  let gathered: Buffer[] = [];
  let size = 0;
  let from = 0;
  const leave = async () => {
    await handle?.close().catch(() => undefined);
    handle = null;
    await rm(partial, { force: true }).catch(() => undefined);
  };
  const flush = async () => {
    const bytes = Buffer.concat(gathered);
    gathered = [];
    size = 0;
    // A disk that is full costs the next index its time, and this one nothing.
    await handle?.appendFile(bytes).catch(leave);
  };
  return {
    async add(line) {
      const bytes = Buffer.from(line);
      const place = { from, length: bytes.length };
      gathered.push(bytes);
      size += bytes.length;
      from += bytes.length;
      if (size > mostGathered) await flush();
      return place;
    },
    async finish(list) {
      await flush();
      if (!handle) return;
      await handle.close();
      handle = null;
      const partialList = `${join(folder, listFile)}.${process.pid}.partial`;
      try {
        const written = await open(partialList, 'w');
        await written.writeFile(list).finally(() => written.close());
        await rename(partial, join(folder, readingsFile));
        await rename(partialList, join(folder, listFile));
      } catch {
        await rm(partialList, { force: true }).catch(() => undefined);
      }
    },
    leave,
  };
}
