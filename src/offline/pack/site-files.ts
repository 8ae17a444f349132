import { existsSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type ReusedRoom, readInto, withBytesOf } from '../../reused-room.ts';
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
 * Does something with a file as the copy keeps it.
 * @param use must keep none of the bytes (reused-room.ts)
 */
export const withKeptContent = <Result>(
  siteDir: string,
  file: string,
  use: (content: Buffer) => Result,
): Result =>
  withBytesOf(join(siteDir, file), (bytes) =>
    use(isKeptInflated(file, bytes) ? gunzipSync(bytes) : bytes),
  );

/**
 * Files one behind the other, as the copy keeps them.
 * @param room what they are read into
 * @throws where one is not as long as it was when it was looked at
 */
export function keptContents(
  siteDir: string,
  files: readonly Pick<SiteFile, 'file' | 'bytes'>[],
  room: ReusedRoom,
): Buffer {
  const all = room.of(files.reduce((sum, { bytes }) => sum + bytes, 0));
  let at = 0;
  for (const { file, bytes } of files) {
    const own = all.subarray(at, at + bytes);
    if (!file.startsWith(search)) readInto(own, join(siteDir, file));
    else if (keptContent(siteDir, file).copy(own) !== bytes) {
      throw new Error(`${file} is of another length.`);
    }
    at += bytes;
  }
  return all;
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
  return withKeptContent(siteDir, file, (content) => {
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
  });
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
