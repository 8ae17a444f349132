import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { fileSize } from '../../formats/file-size.ts';
import { mostBytesBeforeSendingOn, sentOnTo } from '../../schema/former-addresses.ts';
import {
  digestBytes,
  isKeptInflated,
  type Manifest,
  offlineFiles,
  type PackedFile,
  type PackPart,
  packSizeMark,
  type VersionNote,
} from '../offline-files.ts';
import { isPacked, isSearchText, orderKey, pageOfSearchText } from './packed-files.ts';

/** Of which site a pack is made. */
export type PackBuild = {
  /** The folder of the built site. */
  siteDir: string;
  edition: VersionNote['edition'];
  /** 控えの日付, `YYYY-MM-DD`. */
  day: string;
  /** For how many days a device may show it; left out where it may for ever. */
  days?: number;
  /** The script of the worker. */
  worker: string;
};

const digestOf = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest().subarray(0, digestBytes).toString('base64url');

/** A file as the copy keeps it. */
async function keptContent(siteDir: string, path: string): Promise<Buffer> {
  const bytes = await readFile(join(siteDir, path));
  return isKeptInflated(path, bytes) ? gunzipSync(bytes) : bytes;
}

/** The path and the size of every file. */
async function filesBelow(siteDir: string): Promise<[path: string, bytes: number][]> {
  const entries = await readdir(siteDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }): Promise<[string, number]> => {
      const file = join(parentPath, name);
      return [relative(siteDir, file).replaceAll('\\', '/'), (await stat(file)).size];
    }),
  );
}

/** Whether a page has nothing to say but where something is read now. */
async function onlySendsOn(siteDir: string, path: string): Promise<boolean> {
  if (!path.endsWith('/index.html')) return false;
  const page = await readFile(join(siteDir, path));
  return sentOnTo(page.subarray(0, mostBytesBeforeSendingOn).toString()) !== null;
}

async function inPackOrder(siteDir: string, paths: readonly string[]): Promise<string[]> {
  const keyed: [string, string][] = [];
  for (const path of paths) {
    const text = isSearchText(path) ? (await keptContent(siteDir, path)).toString() : undefined;
    keyed.push([orderKey(path, text && pageOfSearchText(text)), path]);
  }
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
}

/** How large a part is before it is pressed: about 400 KB are fetched of it. */
const usualPart = 3_000_000;

const pressed = (contents: readonly Uint8Array[]): Buffer =>
  gzipSync(Buffer.concat(contents), { level: constants.Z_BEST_COMPRESSION });

/**
 * Packs the built site for use without a network: its pages and its search, a list of what is in the pack, a note of
 * its version, and the worker. The page that offers it is told how large the pack is.
 * The same site gives the same bytes.
 */
export async function buildOfflinePack(build: PackBuild): Promise<Manifest> {
  const { siteDir, edition, day, days, worker } = build;
  await mkdir(join(siteDir, 'offline'), { recursive: true });
  const built = await filesBelow(siteDir);
  for (const [path] of built) {
    if (/^offline\/pack-/.test(path)) await rm(join(siteDir, path));
  }
  const packed: string[] = [];
  for (const [path, size] of built) {
    if (isPacked(path, size) && !(await onlySendsOn(siteDir, path))) packed.push(path);
  }

  const files: PackedFile[] = [];
  const parts: PackPart[] = [];
  let bytes = 0;
  let contents: Buffer[] = [];
  const endPart = async () => {
    const part = pressed(contents);
    const digest = digestOf(Buffer.concat(contents));
    await writeFile(join(siteDir, offlineFiles.part(digest)), part);
    parts.push([contents.length, part.length, digest]);
    bytes += part.length;
    contents = [];
  };
  for (const path of await inPackOrder(siteDir, packed)) {
    let content = await keptContent(siteDir, path);
    if (path === offlineFiles.page) {
      // As large as it will be, but for the few letters that say so.
      const size = fileSize(bytes + pressed([...contents, content]).length);
      content = Buffer.from(content.toString().replaceAll(packSizeMark, size));
      await writeFile(join(siteDir, path), content);
    }
    files.push([path.normalize('NFC'), content.length, digestOf(content)]);
    contents.push(content);
    if (contents.reduce((sum, { length }) => sum + length, 0) >= usualPart) await endPart();
  }
  if (contents.length > 0) await endPart();

  const version = digestOf(
    JSON.stringify([edition, day, files, digestOf(worker), ...(days ? [days] : [])]),
  );
  const note: VersionNote = { version, edition, day, bytes, ...(days ? { days } : {}) };
  const manifest: Manifest = { ...note, parts, files };
  await writeFile(join(siteDir, offlineFiles.version), JSON.stringify(note));
  await writeFile(join(siteDir, offlineFiles.manifest), JSON.stringify(manifest));
  await writeFile(join(siteDir, offlineFiles.worker), worker);
  return manifest;
}
