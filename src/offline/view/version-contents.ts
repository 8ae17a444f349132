import type { CopyFiles, CopyStore, SavedCopy } from '../copy-store.ts';
import { type Digests, inListOrder, textOfList } from '../list-of-files.ts';
import {
  type Difference,
  type Manifest,
  offlineFiles,
  type PackedFile,
  type PackPart,
  type VersionNote,
} from '../offline-files.ts';
import { addressOfFile } from '../site-path.ts';
import { fetchJson, packDigest } from './fetch-checked.ts';
import { noteOf, type OfflineSite } from './offline-site.ts';

/** A part of the pack with the files in it. */
export type PartToTake = { part: PackPart; files: readonly PackedFile[] };

/** What a version of the site consists of, and where contents of it are to be had. */
export type VersionContents = {
  note: VersionNote;
  digests: Digests;
  /** Together they hold every content, or every one that an earlier version had not. */
  parts: readonly PartToTake[];
};

/** Gives each part its files. */
const partsOf = ({ parts, files }: Pick<Manifest, 'parts' | 'files'>): PartToTake[] => {
  let from = 0;
  return parts.map((part) => {
    const [count] = part;
    from += count;
    return { part, files: files.slice(from - count, from) };
  });
};

/** A version, by the whole list of its files. */
export function contentsOf({ parts, files, ...note }: Manifest): VersionContents {
  return {
    note,
    digests: new Map(files.map(([path, , digest]) => [path, digest])),
    parts: partsOf({ parts, files }),
  };
}

/**
 * A version, by what changed since the one that is here.
 * @param earlier which content each file of that one has
 * @returns nothing where the difference does not lead from there to this version
 */
export async function contentsSince(
  earlier: Digests,
  difference: Difference,
  note: VersionNote,
): Promise<VersionContents | undefined> {
  if (difference.version !== note.version) return undefined;
  const digests = new Map(earlier);
  const paths = inListOrder(earlier.keys());
  for (const place of difference.removed) digests.delete(paths[place] ?? '');
  for (const [path, , digest] of difference.files) digests.set(path, digest);
  const list = await packDigest(new TextEncoder().encode(textOfList(digests)));
  return list === difference.list ? { note, digests, parts: partsOf(difference) } : undefined;
}

/**
 * Asks the network what a version consists of: what changed since the copy, or, where the copy is too far behind or
 * something of it is missing, the whole list.
 * @throws NotFetched, NotAsListed, OtherEdition
 */
export async function contentsNow(
  { base, edition }: Pick<OfflineSite, 'base' | 'edition'>,
  note: VersionNote,
  store: CopyStore,
): Promise<VersionContents> {
  const [copy, files] = await Promise.all([store.read('copy'), store.read('files')]);
  const since = await changesSince(base, note, copy, files);
  const here = since && (await store.digests());
  if (since && here && !isLacking(since, here)) return since;
  return contentsOf(await noteOf<Manifest>(base + offlineFiles.manifest, edition));
}

async function changesSince(
  base: string,
  note: VersionNote,
  copy: SavedCopy | undefined,
  files: CopyFiles | undefined,
): Promise<VersionContents | undefined> {
  if (!copy || files?.version !== copy.version) return undefined;
  try {
    const address = addressOfFile(offlineFiles.since(copy.version), base);
    return await contentsSince(files.digests, await fetchJson<Difference>(address), note);
  } catch {
    // It is remembered for some versions back only, and for none while something is taken down.
    return undefined;
  }
}

/** Whether anything of a version is neither here nor in its parts. */
function isLacking({ digests, parts }: VersionContents, here: ReadonlySet<string>): boolean {
  const offered = new Set(parts.flatMap(({ files }) => files.map(([, , digest]) => digest)));
  return [...digests.values()].some((digest) => !here.has(digest) && !offered.has(digest));
}
