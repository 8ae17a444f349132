import type { Digests } from '../../src/offline/list-of-files.ts';
import { offlineFiles, type VersionNote } from '../../src/offline/offline-files.ts';
import { planUpdate } from '../../src/offline/view/plan-update.ts';
import {
  contentsOf,
  contentsSince,
  type VersionContents,
} from '../../src/offline/view/version-contents.ts';
import type { Reader } from './reader.ts';

/** What a reader's copy has of a site. */
export type Copy = { readonly version: string; readonly digests: Digests };

/** Fetches what has to be there. */
async function fetched(reader: Reader, path: string) {
  const file = await reader.fetch(path);
  if (!file) throw new Error(`${path} is not there.`);
  return file;
}

/** Takes a copy. */
export async function takeCopy(reader: Reader): Promise<Copy> {
  const { note, digests } = contentsOf(
    JSON.parse((await fetched(reader, offlineFiles.manifest)).text()),
  );
  return { version: note.version, digests };
}

/** What the site has now, by what changed since a copy, or by the whole list. @returns it, and how many bytes were fetched for it */
async function contentsFor(
  reader: Reader,
  copy: Copy,
  note: VersionNote,
): Promise<[VersionContents, bytes: number]> {
  const difference = await reader.fetch(offlineFiles.since(copy.version));
  const since =
    difference && (await contentsSince(copy.digests, JSON.parse(difference.text()), note));
  if (since) return [since, difference.bytes];
  const list = await fetched(reader, offlineFiles.manifest);
  return [contentsOf(JSON.parse(list.text())), list.bytes + (difference?.bytes ?? 0)];
}

/**
 * The bytes that a copy fetches until it is as the site is now, as they are sent: the note, the list or what of it is new,
 * and what has another content.
 */
export async function bytesOfUpdate(reader: Reader, copy: Copy): Promise<number> {
  const note = await fetched(reader, offlineFiles.version);
  const [contents, ofList] = await contentsFor(reader, copy, JSON.parse(note.text()));
  const plan = planUpdate(contents, new Set(copy.digests.values()));
  const paths = [
    ...plan.files.map(([path]) => path.replace(/(^|\/)index\.html$/, '$1')),
    ...plan.parts.map(({ part: [, , digest] }) => offlineFiles.part(digest)),
  ];
  let bytes = note.bytes + ofList;
  for (const path of paths) bytes += (await fetched(reader, path)).bytes;
  return bytes;
}
