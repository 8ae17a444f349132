import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReusedRoom } from '../../reused-room.ts';
import { textOfList } from '../list-of-files.ts';
import {
  type Manifest,
  offlineFileKind,
  offlineFiles,
  type PackPart,
  type VersionNote,
} from '../offline-files.ts';
import { writtenChunks } from './chunks.ts';
import { cutParts } from './cut-parts.ts';
import { digestOf } from './digest.ts';
import { beginChunks, latestChunks } from './latest-chunks.ts';
import { memoryOf, type PackMemory, readMemory, writeMemory } from './pack-memory.ts';
import { type PartFolders, writeParts } from './parts.ts';
import { recentSteps, replacedBetween, type Step } from './recent-steps.ts';
import {
  allSiteFiles,
  keptContents,
  type SiteFile,
  siteFilesAfter,
  withKeptContent,
} from './site-files.ts';
import { writeDifferences } from './write-differences.ts';
import { isHalfWritten, removeFiles, writeWhole } from './written-whole.ts';

/** Of which site a pack is made. */
export type PackBuild = {
  /** The folder of the built site. */
  siteDir: string;
  /** The cache of the edition: parts and what is known of earlier versions stay there from one build to the next. */
  cacheDir: string;
  edition: VersionNote['edition'];
  /** 控えの日付, `YYYY-MM-DD`. */
  day: string;
  /** For how many days a device may show it; left out where it may for ever. */
  days?: number;
  /** The script of the worker. */
  worker: string;
  /** The folder of the site that this one replaces: what it had is taken from there; left out where there was none. */
  before?: string;
};

type Folders = Pick<PackBuild, 'siteDir' | 'cacheDir'>;

const memoryIn = ({ cacheDir }: Folders): string => join(cacheDir, 'offline');
const foldersOf = (build: Folders): PartFolders => ({
  siteDir: build.siteDir,
  keptDir: join(memoryIn(build), 'parts'),
});

const listDigest = (files: readonly SiteFile[]): string =>
  digestOf(textOfList(new Map(files.map(({ path, digest }) => [path, digest]))));

/**
 * Packs a built site for use without a network: its pages and its search, a list of what is in the pack, a note of its
 * version, how earlier versions differ, and the worker. The same site gives the same pack and the same version; what
 * is told of earlier versions comes from the cache. Nothing is packed but what the site holds.
 */
export async function buildOfflinePack(build: PackBuild): Promise<Manifest> {
  return writePack(build, allSiteFiles(build.siteDir), await readMemory(memoryIn(build)), 'every');
}

/**
 * The same for a site that is a hard-linked copy of one which was packed, and in which some files differ: only these are
 * read, and what they are packed with. What `buildOfflinePack` makes of the same folder is the same, once
 * `writeOlderDifferences` has followed: at first it is told how the version before differs, and no earlier one.
 * @param build `changed`: paths below the site's folder that were written or removed; those of `search/` are found, and
 *   may be left out
 */
export async function updateOfflinePack(
  build: PackBuild & { changed: Iterable<string> },
): Promise<Manifest> {
  const memory = await memoryOfSite(build);
  // Another process has built meanwhile, or the cache was removed: nobody knows what the copy was like.
  if (!memory) return buildOfflinePack(build);
  const files = siteFilesAfter(memory.files, build.changed, build.siteDir);
  return writePack(build, files, memory, 'latest');
}

/**
 * Writes into a site that is served how all earlier versions differ from its own. Until then, and where this is never done,
 * whoever has one of them takes the whole list.
 */
export async function writeOlderDifferences(build: Folders): Promise<void> {
  const memory = await memoryOfSite(build);
  if (!memory) return;
  const { version, files, steps } = memory;
  const isTold = ({ version: from }: Step) =>
    from === version || existsSync(join(build.siteDir, offlineFiles.since(from)));
  // A process that begins anew finds what the one before it wrote.
  if (steps.every(isTold)) return;
  await writeDifferences(steps, files, { version, list: listDigest(files) }, foldersOf(build));
}

/** What is remembered of the version that a folder says it is; nothing where that was not the last one. */
async function memoryOfSite(build: Folders): Promise<PackMemory | undefined> {
  const version = await versionIn(build.siteDir);
  return version === undefined ? undefined : memoryOf(memoryIn(build), version);
}

/** The version that a folder says it is; nothing where it says none. */
async function versionIn(siteDir: string): Promise<string | undefined> {
  try {
    const note = JSON.parse(await readFile(join(siteDir, offlineFiles.version), 'utf8'));
    return (note as VersionNote).version;
  } catch {
    return undefined;
  }
}

/**
 * Writes all that stands in the pack.
 * @param files of the site as it is now, in the order of the pack
 * @param compared with which earlier versions
 */
async function writePack(
  build: PackBuild,
  files: readonly SiteFile[],
  memory: PackMemory | undefined,
  compared: 'every' | 'latest',
): Promise<Manifest> {
  const { siteDir, edition, day, days } = build;
  beginChunks();
  const folders = foldersOf(build);
  const list = listDigest(files);
  const worker = digestOf(build.worker);
  const version = digestOf(JSON.stringify([edition, day, list, worker, ...(days ? [days] : [])]));

  const cuts = cutParts(files);
  const inCut = cuts.map((cut) => ({
    name: cut.name,
    content: (room: ReusedRoom) => keptContents(siteDir, cut.files, room),
  }));
  // Parts are pressed beside this thread, which compares meanwhile.
  const pressing = writeParts(inCut, folders);
  const steps = recentSteps(stepsTo(version, files, memory, build.before));
  const latest = compared === 'every' ? steps : steps.slice(0, 1);
  const comparing = writeDifferences(latest, files, { version, list }, folders);
  const [sizes, differences] = await Promise.all([pressing, comparing]);
  const parts = cuts.map((cut, index): PackPart => [cut.files.length, sizes[index] ?? 0, cut.name]);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const note: VersionNote = { version, worker, edition, day, bytes, ...(days ? { days } : {}) };
  const manifest: Manifest = {
    ...note,
    parts,
    files: files.map((file) => [file.path, file.bytes, file.digest]),
  };

  const written: [path: string, content: string][] = [
    [offlineFiles.manifest, JSON.stringify(manifest)],
    [offlineFiles.version, JSON.stringify(note)],
    [offlineFiles.worker, build.worker],
  ];
  for (const [path, content] of written) await writeWhole(join(siteDir, path), content);
  const partNames = parts.map(([, , name]) => name);
  const named = new Set([
    ...written.map(([path]) => path),
    ...partNames.map(offlineFiles.part),
    ...differences.paths,
  ]);
  const isLeft = (path: string) => !!offlineFileKind(path) || isHalfWritten(path);
  await removeFiles(siteDir, 'offline', (path) => isLeft(path) && !named.has(path));
  const kept = new Set([...partNames, ...differences.streams].map((name) => `${name}.bin`));
  await removeFiles(folders.keptDir, '.', (name) => !kept.has(name));
  await writeMemory(memoryIn(build), { version, files, steps });
  return manifest;
}

/** How a version came about, by what is remembered of those before it. */
function stepsTo(
  version: string,
  files: readonly SiteFile[],
  memory: PackMemory | undefined,
  siteBefore: string | undefined,
): PackMemory['steps'] {
  if (!memory) return [];
  if (memory.version === version) return memory.steps;
  const replaced = replacedBetween(memory.files, files, (file) => chunksIn(siteBefore, file));
  return [{ version: memory.version, replaced }, ...memory.steps];
}

/** Which chunks a file has, as one word; none where what stands there now is not what it is taken for. */
function chunksIn(siteDir: string | undefined, file: SiteFile): string {
  if (siteDir === undefined) return noneKnown;
  try {
    return writtenChunks(
      latestChunks(file, (cut) =>
        withKeptContent(siteDir, file.file, (content) => cut(proven(content, file))),
      ),
    );
  } catch {
    return noneKnown;
  }
}

function proven(content: Uint8Array, { file, digest }: SiteFile): Uint8Array {
  if (digestOf(content) !== digest) throw new Error(`${file} is another than before.`);
  return content;
}

/** Whoever has a file of which no chunks are known takes it whole. */
const noneKnown = '';
