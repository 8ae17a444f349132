import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textOfList } from '../list-of-files.ts';
import {
  type Manifest,
  offlineFileKind,
  offlineFiles,
  type VersionNote,
} from '../offline-files.ts';
import { cutParts } from './cut-parts.ts';
import { differences } from './differences.ts';
import { digestOf } from './digest.ts';
import { type PackMemory, readMemory, writeMemory } from './pack-memory.ts';
import { writeParts } from './parts.ts';
import { digestsOf, recentSteps, replacedBetween } from './recent-steps.ts';
import { allSiteFiles, type SiteFile, siteFilesAfter } from './site-files.ts';
import { removeFiles, writeWhole } from './written-whole.ts';

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
};

const memoryIn = ({ cacheDir }: PackBuild): string => join(cacheDir, 'offline');

/**
 * Packs a built site for use without a network: its pages and its search, a list of what is in the pack, a note of its
 * version, how earlier versions differ, and the worker. The same site gives the same pack and the same version; what
 * is told of earlier versions comes from the cache. Nothing is packed but what the site holds.
 */
export async function buildOfflinePack(build: PackBuild): Promise<Manifest> {
  return writePack(build, allSiteFiles(build.siteDir), await readMemory(memoryIn(build)));
}

/**
 * The same for a site that is a hard-linked copy of one which was packed, and in which some files differ: only these are
 * read, and what they are packed with. What `buildOfflinePack` makes of the same folder is the same.
 * @param build `changed`: paths below the site's folder that were written or removed; those of `search/` are found, and
 *   may be left out
 */
export async function updateOfflinePack(
  build: PackBuild & { changed: Iterable<string> },
): Promise<Manifest> {
  const memory = await readMemory(memoryIn(build));
  const before = await versionIn(build.siteDir);
  // Another process has built meanwhile, or the cache was removed: nobody knows what the copy was like.
  if (!memory || memory.version !== before) return buildOfflinePack(build);
  return writePack(build, siteFilesAfter(memory.files, build.changed, build.siteDir), memory);
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

/** Writes all that stands in the pack. @param files of the site as it is now, in the order of the pack */
async function writePack(
  build: PackBuild,
  files: readonly SiteFile[],
  memory: PackMemory | undefined,
): Promise<Manifest> {
  const { siteDir, edition, day, days } = build;
  const folders = { siteDir, keptDir: join(memoryIn(build), 'parts') };
  const digests = digestsOf(files);
  const list = digestOf(textOfList(digests));
  const worker = digestOf(build.worker);
  const version = digestOf(JSON.stringify([edition, day, list, worker, ...(days ? [days] : [])]));

  const parts = await writeParts(cutParts(files), folders);
  const bytes = parts.reduce((sum, [, partBytes]) => sum + partBytes, 0);
  const note: VersionNote = { version, worker, edition, day, bytes, ...(days ? { days } : {}) };
  const manifest: Manifest = {
    ...note,
    parts,
    files: files.map((file) => [file.path, file.bytes, file.digest]),
  };

  const steps = recentSteps(stepsTo(version, digests, memory), files);
  const stepCuts = steps.flatMap(({ cut }) => (cut.files.length > 0 ? cut : []));
  const stepParts = await writeParts(stepCuts, folders);
  const since = differences({ version, list }, steps, stepParts, files);

  const written: [path: string, content: string][] = [
    [offlineFiles.manifest, JSON.stringify(manifest)],
    [offlineFiles.version, JSON.stringify(note)],
    [offlineFiles.worker, build.worker],
    ...since.map(({ from, difference }): [string, string] => [
      offlineFiles.since(from),
      JSON.stringify(difference),
    ]),
  ];
  for (const [path, content] of written) await writeWhole(join(siteDir, path), content);
  const partNames = [...parts, ...stepParts].map(([, , name]) => name);
  const named = new Set([...written.map(([path]) => path), ...partNames.map(offlineFiles.part)]);
  await removeFiles(siteDir, 'offline', (path) => !!offlineFileKind(path) && !named.has(path));
  const kept = new Set(partNames.map((name) => `${name}.bin`));
  await removeFiles(folders.keptDir, '.', (name) => !kept.has(name));
  await writeMemory(memoryIn(build), {
    version,
    files,
    steps: steps.map(({ version: from, replaced }) => ({ version: from, replaced })),
  });
  return manifest;
}

/** How a version came about, by what is remembered of those before it. */
function stepsTo(
  version: string,
  digests: ReadonlyMap<string, string>,
  memory: PackMemory | undefined,
): PackMemory['steps'] {
  if (!memory) return [];
  if (memory.version === version) return memory.steps;
  const replaced = replacedBetween(digestsOf(memory.files), digests);
  return [{ version: memory.version, replaced }, ...memory.steps];
}
