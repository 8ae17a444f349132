import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { areNoWider, type Limits } from './limits.ts';

/**
 * What was found too complex, by a digest of it, so that nobody spends the same time on it twice. It holds nothing else of
 * it. The memory is bounded, and forgets after a day: a machine with less to do may be quick enough another time.
 */
export type TooComplexMemory = {
  /** Whether it was too complex under limits that were no narrower, not long ago. */
  has(digest: string, limits: Limits): Promise<boolean>;
  /** Never rejects: a memory that cannot be kept is only shorter. */
  add(digest: string, limits: Limits): Promise<void>;
};

const remembered = z.array(
  z.strictObject({
    digest: z.string().max(200),
    seconds: z.number(),
    megabytes: z.number(),
    /** Milliseconds since 1970. */
    at: z.number(),
  }),
);
type Remembered = z.infer<typeof remembered>;

const most = 2_000;
const oneDay = 24 * 60 * 60_000;

/**
 * @param folder where it is kept across restarts, for its owner alone; null keeps it as long as the process lives
 * @param clock milliseconds since 1970
 */
export const createTooComplexMemory = (
  folder: string | null,
  clock: () => number = Date.now,
): TooComplexMemory => {
  let known: Promise<Map<string, Remembered[number]>> | undefined;
  let writing: Promise<void> = Promise.resolve();
  const path = folder === null ? null : join(folder, 'too-complex.json');

  const all = () => {
    known ??= keptIn(path).then((list) => new Map(list.map((one) => [one.digest, one])));
    return known;
  };
  const isFresh = ({ at }: Remembered[number]): boolean => clock() - at < oneDay;

  return {
    async has(digest, limits) {
      const one = (await all()).get(digest);
      return one !== undefined && isFresh(one) && areNoWider(limits, one);
    },
    async add(digest, limits) {
      const list = await all();
      list.delete(digest);
      list.set(digest, { digest, ...limits, at: clock() });
      for (const [oldest, one] of list) {
        if (list.size <= most && isFresh(one)) break;
        list.delete(oldest);
      }
      if (path === null) return;
      writing = writing.then(() => keep(path, [...list.values()]));
      await writing;
    },
  };
};

const keptIn = async (path: string | null): Promise<Remembered> => {
  if (path === null) return [];
  try {
    return remembered.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // Nothing was kept, or it was cut short: it is found out again.
    return [];
  }
};

const keep = async (path: string, list: Remembered): Promise<void> => {
  const folder = join(path, '..');
  const beside = `${path}.${randomUUID()}`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    await writeFile(beside, JSON.stringify(list), { mode: 0o600 });
    await rename(beside, path);
  } catch {
    await rm(beside, { force: true }).catch(() => {});
  }
};
