import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context } from 'hono';
import { fileType } from './file-type.ts';

/** What a path leads to in a folder of files. */
export type Found =
  | {
      readonly kind: 'file';
      readonly file: string;
      /** Tells the file as it lies there from what lay there before. */
      readonly state: string;
      readonly path: string;
      readonly bytes: number;
    }
  /** A folder whose address lacks its last slash. */
  | { readonly kind: 'folder'; readonly path: string };

/**
 * Answers with a file of a folder, in whole or the part that is asked for. hono's own serving follows links, serves
 * hidden files and no names with certain signs: only the sending is left to it.
 * @param path below the folder, as the address has it: percent-encoded, not trusted
 * @returns null where there is no such file
 */
export const answerWithFile = async (
  c: Context,
  folder: string,
  path: string,
): Promise<Response | null> => {
  const found = await findFile(folder, path);
  return found && answerWithFound(c, found, c.req.header('if-none-match') ?? null);
};

/**
 * Answers with what was found; null where it has gone meanwhile.
 * @param knownTag of the version that the browser has; null where it is to get the file in any case
 * @param checksumOf the SHA-256 of a file, in hexadecimal, where it is known without being read
 */
export const answerWithFound = async (
  c: Context,
  found: Found,
  knownTag: string | null,
  checksumOf: (path: string) => Promise<string | null> = async () => null,
): Promise<Response | null> => {
  if (found.kind === 'folder') return c.redirect(`${new URL(c.req.url).pathname}/`, 308);
  const tag = await tagOf(found, checksumOf).catch(() => null);
  if (tag === null) return null;
  if (knownTag === tag) return new Response(null, { status: 304, headers: { ETag: tag } });
  const sent = await sentWhole(c, found);
  if (!(sent instanceof Response)) return null;
  sent.headers.set('Content-Type', fileType(found.file));
  sent.headers.set('ETag', tag);
  // When a site was built is no time of the file.
  sent.headers.delete('Last-Modified');
  return sent;
};

/**
 * Pages are found and read at once, without waiting: it takes a fraction of a millisecond, and whoever waits, waits behind
 * all else that this process does, once for each step.
 */
const mostBytesAtOnce = 512 * 1024;

const mostTags = 20_000;
const tags = new Map<string, string>();

/**
 * What a version of a file is called: by its content, so that a page that a build left as it was is not sent again, and
 * nobody learns from it that there was one, as of what they may not see.
 */
const tagOf = async (
  found: Extract<Found, { kind: 'file' }>,
  checksumOf: (path: string) => Promise<string | null>,
): Promise<string> => {
  const { file, state } = found;
  const known = tags.get(`${file} ${state}`);
  if (known) return known;
  const tag = `W/"${(await digestOf(found, checksumOf)).toString('base64url').slice(0, 22)}"`;
  tags.set(`${file} ${state}`, tag);
  const [oldest] = tags.keys();
  if (tags.size > mostTags && oldest !== undefined) tags.delete(oldest);
  return tag;
};

const digestOf = async (
  { file, path, bytes }: Extract<Found, { kind: 'file' }>,
  checksumOf: (path: string) => Promise<string | null>,
): Promise<Buffer> => {
  const hash = createHash('sha256');
  if (bytes <= mostBytesAtOnce) return hash.update(readFileSync(file)).digest();
  const listed = await checksumOf(path);
  if (listed !== null) return Buffer.from(listed, 'hex');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest();
};

const sentWhole = async (
  c: Context,
  { file, bytes }: Extract<Found, { kind: 'file' }>,
): Promise<Response | undefined> => {
  if (bytes > mostBytesAtOnce || c.req.header('range') !== undefined || c.req.method === 'HEAD') {
    return (await serveStatic({ path: file })(c, async () => {})) ?? undefined;
  }
  try {
    return new Response(readFileSync(file));
  } catch {
    // Gone since it was found: a new site has taken the place of this one.
    return undefined;
  }
};

/**
 * Finds what a path leads to. Whatever spelling of it was asked for, the path that is given back is the one of the disk,
 * below the folder and without a slash before it: of the file, or of the page that stands in the folder.
 */
export const findFile = async (folder: string, path: string): Promise<Found | null> => {
  const parts = decoded(path);
  if (!parts) return null;
  try {
    const root = realpathSync(folder);
    const wanted = realpathSync(join(root, ...parts));
    // A link that leads out of the folder is no file of it.
    if (wanted !== root && !wanted.startsWith(root + sep)) return null;
    const isFolder = statSync(wanted).isDirectory();
    const file = isFolder ? join(wanted, 'index.html') : wanted;
    const onDisk = file.slice(root.length + 1).replaceAll(sep, '/');
    if (isFolder && !path.endsWith('/')) return { kind: 'folder', path: onDisk };
    const found = statSync(file);
    if (!found.isFile()) return null;
    const state = [found.size, found.mtimeMs, found.ino].join(' ');
    return { kind: 'file', file, state, path: onDisk, bytes: found.size };
  } catch {
    return null;
  }
};

/** The names in a path; null where one of them can be no name of a file that is served. */
const decoded = (path: string): string[] | null => {
  const parts = path.replace(/^\//, '').split('/');
  if (parts.at(-1) === '') parts.pop();
  try {
    const names = parts.map(decodeURIComponent);
    return names.every(isServedName) ? names : null;
  } catch {
    return null;
  }
};

const isServedName = (name: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  name !== '' && !name.startsWith('.') && !/[/\\\u0000-\u001F]/.test(name);
