import type { CopyFiles, CopyStore, SavedCopy } from '../copy-store.ts';
import { type Digests, inListOrder, textOfList } from '../list-of-files.ts';
import {
  type AddedBytes,
  type Difference,
  type Manifest,
  offlineFiles,
  type PackedFile,
  type PackPart,
  pieceSources,
  type VersionNote,
} from '../offline-files.ts';
import { addressOfFile } from '../site-path.ts';
import { fetchJson, packDigest } from './fetch-checked.ts';
import { noteOf, type OfflineSite } from './offline-site.ts';

/** A part of the pack with the files in it. */
export type PartToTake = { part: PackPart; files: readonly PackedFile[] };

/** A file to be put together, of rows of bytes of contents. */
export type FileToMake = {
  file: PackedFile;
  pieces: readonly (readonly [digest: string, from: number, bytes: number])[];
};

/** What changed since the version that is here, and what that takes. */
export type Changes = { added: readonly AddedBytes[]; files: readonly FileToMake[] };

/** What a version of the site consists of, and where contents of it are to be had. */
export type VersionContents = {
  note: VersionNote;
  digests: Digests;
  /** Together they hold every content; none where the version is told by what changed. */
  parts: readonly PartToTake[];
  changes: Changes;
};

/** Nothing changed, or nobody knows what. */
export const noChanges: Changes = { added: [], files: [] };

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
    changes: noChanges,
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
  if (list !== difference.list) return undefined;
  const changes = { added: difference.added, files: filesToMake(difference, earlier, paths) };
  return { note, digests, parts: [], changes };
}

/** @param paths of the earlier version, in order */
const filesToMake = (
  { added, files }: Difference,
  earlier: Digests,
  paths: readonly string[],
): FileToMake[] =>
  files.map(([path, bytes, digest, numbers]) => {
    const digestOf = (source: number): string => {
      if (source === pieceSources.samePath) return earlier.get(path) ?? '';
      const [, , name] = added[source - pieceSources.added(0)] ?? [];
      return name ?? earlier.get(paths[source - pieceSources.path(0, added.length)] ?? '') ?? '';
    };
    const pieces: (readonly [string, number, number])[] = [];
    for (let at = 0; at < numbers.length; at += 3) {
      const [source = 0, from = 0, count = 0] = numbers.slice(at, at + 3);
      pieces.push([digestOf(source), from, count]);
    }
    return { file: [path, bytes, digest], pieces };
  });

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

/** Whether anything of a version is neither here nor can be put together of what is here and what was added. */
function isLacking({ digests, changes }: VersionContents, here: ReadonlySet<string>): boolean {
  const sources = new Set([...here, ...changes.added.map(([, , digest]) => digest)]);
  const offered = new Set(
    changes.files
      .filter(({ pieces }) => pieces.every(([digest]) => sources.has(digest)))
      .map(({ file: [, , digest] }) => digest),
  );
  return [...digests.values()].some((digest) => !here.has(digest) && !offered.has(digest));
}
