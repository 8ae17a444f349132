import { hash } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SitePage } from '../astro-internals/staying-site.ts';
import { codeDigest } from '../code-digest.ts';
import type { Settings } from '../settings.ts';
import { propsDigest } from './props-digest.ts';

/**
 * The keys of the files of a site that routes make, by file: its route, and a digest of what it was given to show; where that is the same
 * again, so is the file. A file whose route has no parameters is made each time, and known by a digest of what came of it; by its route
 * alone where only a build has made it so far.
 */
export type PageKeys = ReadonlyMap<string, string>;

/** The keys of pages as their routes give them now. @throws where one is given what is no plain data */
export const keysOf = (pages: readonly SitePage[]): PageKeys =>
  new Map(
    pages.map(({ file, component, props }) => [
      file,
      props === null ? component : `${component} shows ${propsDigest(props)}`,
    ]),
  );

/** The key of a page that was made without being given anything. */
export const keyByBytes = ({ component }: SitePage, bytes: Uint8Array): string =>
  `${component} says ${hash('sha256', bytes, 'base64url').slice(0, 22)}`;

/** The route in a key. */
export const routeIn = (key: string | undefined): string | undefined => key?.split(' ', 1)[0];

/** What the folder of a site was made from, and by what. */
const storedRecord = z.strictObject({
  /** Tells the folder from every other that stood in its place. */
  site: z.string(),
  /** Of the code and the settings that made it. */
  maker: z.string(),
  keys: z.record(z.string(), z.string()),
});

const recordFile = (outDir: string): string => `${outDir}.pages.json`;

/** Changes whenever the same content may give another site: with the code, and with what was set. @param root the checkout */
export const makerOf = ({ outDir, cacheDir, port, ...told }: Settings, root: string): string =>
  hash(
    'sha256',
    [
      codeDigest(root, { sources: ['src', 'astro.config.mjs', 'package-lock.json'], packages: [] }),
      JSON.stringify(told),
    ].join(' '),
    'base64url',
  );

/** Writes down from what the site at a folder was made, once it stands there. */
export async function writeRecord(outDir: string, maker: string, keys: PageKeys): Promise<void> {
  const record = { site: await siteAt(outDir), maker, keys: Object.fromEntries(keys) };
  const partial = `${recordFile(outDir)}.partial`;
  await writeFile(partial, JSON.stringify(record));
  await rename(partial, recordFile(outDir));
}

/** From what the site at a folder was made; null where nobody knows, or it was by other code or settings. */
export async function readRecord(outDir: string, maker: string): Promise<PageKeys | null> {
  try {
    const record = storedRecord.parse(JSON.parse(await readFile(recordFile(outDir), 'utf8')));
    const isOf = record.maker === maker && record.site === (await siteAt(outDir));
    return isOf ? new Map(Object.entries(record.keys)) : null;
  } catch {
    return null;
  }
}

const siteAt = async (outDir: string): Promise<string> => {
  const { ino, mtimeMs } = await stat(outDir);
  return `${ino} ${mtimeMs}`;
};
