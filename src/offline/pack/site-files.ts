import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { mostBytesBeforeSendingOn, sentOnTo } from '../../schema/former-addresses.ts';
import { isKeptInflated } from '../offline-files.ts';
import { digestOf } from './digest.ts';
import { isPacked, isSearchText, orderKey, pageOfSearchText } from './packed-files.ts';

/** A file of the built site that belongs into the pack. */
export type SiteFile = {
  /** As the copy knows it: below the base path, composed (NFC). */
  readonly path: string;
  /** As the disk has it, below the site's folder. */
  readonly file: string;
  /** Bytes as the copy keeps it. */
  readonly bytes: number;
  readonly digest: string;
  /** What it is sorted by in the pack. */
  readonly key: string;
  /** The same while nobody has put another file in its place. */
  readonly stamp: string;
};

/** The file itself, under whichever name: in a hard-linked copy it is the same. */
const stampOf = ({ ino, mtimeMs, size }: Stats): string => [ino, mtimeMs, size].join(' ');

/** A file as the copy keeps it. Thousands are read one after the other, which takes half the time without promises. */
export function keptContent(siteDir: string, file: string): Buffer {
  const bytes = readFileSync(join(siteDir, file));
  return isKeptInflated(file, bytes) ? gunzipSync(bytes) : bytes;
}

/** Where files are that the copy keeps inflated. The search decides by itself which of them it writes anew. */
const search = 'search/';

/**
 * Files one behind the other, as the copy keeps them, read into one room.
 * @throws where one is not as long as it was when it was looked at
 */
export function keptContents(
  siteDir: string,
  files: readonly Pick<SiteFile, 'file' | 'bytes'>[],
): Buffer {
  const all = Buffer.allocUnsafe(files.reduce((sum, { bytes }) => sum + bytes, 0));
  let at = 0;
  for (const { file, bytes } of files) {
    const room = all.subarray(at, at + bytes);
    if (file.startsWith(search)) {
      const content = keptContent(siteDir, file);
      content.copy(room);
      if (content.length !== bytes) throw new Error(`${file} is another than before.`);
    } else if (readInto(room, join(siteDir, file)) !== bytes) {
      throw new Error(`${file} is another than before.`);
    }
    at += bytes;
  }
  return all;
}

/** Reads a file that fits into a room. @returns its bytes; one more than there is room for where it does not fit */
function readInto(room: Buffer, path: string): number {
  const handle = openSync(path, 'r');
  try {
    let at = 0;
    for (let read = -1; read !== 0 && at < room.length; at += read) {
      read = readSync(handle, room, at, room.length - at, at);
    }
    const isLonger = readSync(handle, Buffer.alloc(1), 0, 1, at) > 0;
    return isLonger ? room.length + 1 : at;
  } finally {
    closeSync(handle);
  }
}

/** Whether a page has nothing to say but where something is read now. */
const onlySendsOn = (file: string, content: Buffer): boolean =>
  file.endsWith('/index.html') &&
  sentOnTo(content.subarray(0, mostBytesBeforeSendingOn).toString()) !== null;

/**
 * Looks at one file of the site.
 * @returns nothing for what is not packed, or is not there
 */
function siteFile(siteDir: string, file: string): SiteFile | undefined {
  const found = statSync(join(siteDir, file), { throwIfNoEntry: false });
  if (!found?.isFile() || !isPacked(file, found.size)) return undefined;
  const content = keptContent(siteDir, file);
  if (onlySendsOn(file, content)) return undefined;
  const page = isSearchText(file) ? pageOfSearchText(content.toString()) : undefined;
  return {
    path: file.normalize('NFC'),
    file,
    bytes: content.length,
    digest: digestOf(content),
    key: orderKey(file, page),
    stamp: stampOf(found),
  };
}

/** Brings files into the order of the pack. */
export const inPackOrder = <File extends Pick<SiteFile, 'key'>>(files: Iterable<File>): File[] =>
  [...files].sort((a, b) => (a.key < b.key ? -1 : 1));

/** The paths of all files below a folder of the site, from the site's folder. */
function pathsBelow(siteDir: string, folder: string): string[] {
  const entries = readdirSync(join(siteDir, folder), { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    return entry.isFile() ? relative(siteDir, file).replaceAll('\\', '/') : [];
  });
}

/** All files of a built site that belong into the pack, in its order. */
export const allSiteFiles = (siteDir: string): SiteFile[] =>
  inPackOrder(pathsBelow(siteDir, '.').flatMap((file) => siteFile(siteDir, file) ?? []));

/**
 * The same list after some files were written or removed.
 * @param changed their paths below the site's folder; those of the search are found
 */
export function siteFilesAfter(
  before: readonly SiteFile[],
  changed: Iterable<string>,
  siteDir: string,
): SiteFile[] {
  const files = new Map(before.map((known) => [known.file, known]));
  const inSearch = existsSync(join(siteDir, search)) ? pathsBelow(siteDir, search) : [];
  const isSame = (file: string) =>
    files.get(file)?.stamp === stampOf(statSync(join(siteDir, file)));
  const there = new Set(inSearch);
  const found = [
    ...inSearch.filter((file) => !isSame(file)),
    ...[...files.keys()].filter((file) => file.startsWith(search) && !there.has(file)),
  ];
  for (const file of new Set([...changed, ...found])) {
    const now = siteFile(siteDir, file);
    if (now) files.set(file, now);
    else files.delete(file);
  }
  return inPackOrder(files.values());
}
