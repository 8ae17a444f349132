import { readdirSync, readFileSync, statSync } from 'node:fs';
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
};

/** A file as the copy keeps it. Thousands are read one after the other, which takes half the time without promises. */
export function keptContent(siteDir: string, file: string): Buffer {
  const bytes = readFileSync(join(siteDir, file));
  return isKeptInflated(file, bytes) ? gunzipSync(bytes) : bytes;
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
  };
}

/** Brings files into the order of the pack. */
export const inPackOrder = (files: Iterable<SiteFile>): SiteFile[] =>
  [...files].sort((a, b) => (a.key < b.key ? -1 : 1));

/** All files of a built site that belong into the pack, in its order. */
export function allSiteFiles(siteDir: string): SiteFile[] {
  const entries = readdirSync(siteDir, { recursive: true, withFileTypes: true });
  const files = entries.flatMap((entry) => {
    if (!entry.isFile()) return [];
    const path = relative(siteDir, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    return siteFile(siteDir, path) ?? [];
  });
  return inPackOrder(files);
}

/**
 * The same list after some files were written or removed.
 * @param changed their paths below the site's folder
 */
export function siteFilesAfter(
  before: readonly SiteFile[],
  changed: Iterable<string>,
  siteDir: string,
): SiteFile[] {
  const files = new Map(before.map((known) => [known.file, known]));
  for (const file of changed) {
    const now = siteFile(siteDir, file);
    if (now) files.set(file, now);
    else files.delete(file);
  }
  return inPackOrder(files.values());
}
