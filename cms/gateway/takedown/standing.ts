import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  type Manifest,
  type OfflineFileKind,
  offlineFileKind,
  offlineFiles,
  type VersionNote,
} from '../../../src/offline/offline-files.ts';
import { below } from '../../../src/schema/addresses.ts';
import type { MaterialsList } from '../../../src/schema/materials-list.ts';
import { pagefindSignature } from '../../../src/search/engine/index-fetch.ts';
import { type IndexEntry, indexFiles, metaFile } from '../../../src/search/index-files.ts';
import { withAdded } from '../../../src/search/overlay/list-edits.ts';
import type { Overlay } from '../../../src/search/overlay/overlay.ts';
import { readPagefindMeta } from '../../../src/search/pagefind-meta.ts';
import { type Gone, isGone, keyOf } from './gone.ts';
import {
  manifestWithout,
  type PackedNow,
  untouchedParts,
  versionWithout,
} from './offline-without.ts';
import {
  type FileNow,
  fileWithout,
  gone as goneNow,
  isBundleOfGone,
  isTelling,
  same,
  searchFile,
  searchOverlayWithout,
  searchTableWithout,
  withheld,
} from './served-file.ts';
import { type SitePlace, tracesOf } from './traces.ts';

/** A site from which something is gone, as it is served until the next build. */
export type Standing = {
  /** Tells this state from every other. */
  readonly key: string;
  /**
   * How a file is served.
   * @param path below the site's folder, as the disk has it
   */
  fileAt(path: string): Promise<FileNow>;
};

/** How many bytes of rewritten files are kept; those that were made first go first. */
const mostKeptBytes = 48 * 1024 * 1024;
/** How many files are known as they are; beyond, they are looked at again. */
const mostKeptFiles = 50_000;

/**
 * Makes what stands between a built site and its readers. A file is looked at when it is asked for, once in each of its
 * versions.
 * @param folder where the site lies
 */
export const createStanding = (gone: Gone, folder: string, place: SitePlace): Standing => {
  const traces = tracesOf(gone, place);
  const key = keyOf(gone);
  const kept = new Map<string, Promise<FileNow>>();
  let keptBytes = 0;

  /** Works something out once for a file as it lies there now. */
  const onceFor = async (path: string, make: () => Promise<FileNow>): Promise<FileNow> => {
    // A bundle may lie nowhere as a file: it is what the list says.
    const decisive = isBundle(path) ? offlineFiles.materials : path;
    const { size, mtimeMs, ino } = await stat(join(folder, decisive));
    const version = [path, size, mtimeMs, ino].join(' ');
    const known = kept.get(version);
    if (known) return known;
    const made = make();
    kept.set(version, made);
    try {
      const outcome = await made;
      keptBytes += sizeOf(outcome);
      while (keptBytes > mostKeptBytes || kept.size > mostKeptFiles) await dropFirst();
      return outcome;
    } catch (error) {
      kept.delete(version);
      throw error;
    }
  };
  const dropFirst = async () => {
    const [first] = kept;
    if (!first) return;
    kept.delete(first[0]);
    keptBytes -= sizeOf(await first[1].catch(() => same));
  };

  const read = (path: string) => readFile(join(folder, path));
  const readJson = async <Value>(path: string) =>
    JSON.parse((await read(path)).toString()) as Value;

  const packedNow = async (manifest: Manifest): Promise<PackedNow[]> => {
    const outcomes: PackedNow[] = [];
    for (const [path] of manifest.files) {
      const outcome = await fileAt(path).catch(() => goneNow);
      if (outcome.kind === 'same') outcomes.push('same');
      else if (outcome.kind !== 'without') outcomes.push('gone');
      else outcomes.push(path.endsWith('.gz') ? gunzipSync(outcome.bytes) : outcome.bytes);
    }
    return outcomes;
  };

  /** Whether the text of a page of the search is gone, or withheld. */
  const isTextGone = async (id: string): Promise<boolean> => {
    const { kind } = await fileAt(`search/${indexFiles.page(id)}`);
    return kind === 'gone' || kind === 'withheld';
  };

  /** The places in the table of the search that stand for pages which are gone. */
  const placesGone = async (): Promise<number[]> => {
    const { languages } = await readJson<IndexEntry>(`search/${indexFiles.entry}`);
    const meta = `search/${indexFiles.index}${metaFile(languages.unknown.hash)}`;
    const { pages } = readPagefindMeta(
      gunzipSync(await read(meta)).subarray(pagefindSignature.length),
    );
    const places: number[] = [];
    for (const [place, { id }] of pages.entries()) if (await isTextGone(id)) places.push(place);
    return places;
  };

  /** What has changed since the index of the search was made. */
  const overlayAt = async (path: string): Promise<FileNow> => {
    const overlay = JSON.parse(gunzipSync(await read(path)).toString()) as Overlay;
    const added: (readonly [id: string, page: number])[] = [];
    withAdded(overlay.pages, (id, page) => {
      added.push([id, page]);
      return [id];
    });
    const places: number[] = [];
    for (const [id, page] of added) if (await isTextGone(id)) places.push(page);
    return searchOverlayWithout(overlay, traces, places);
  };

  const bundleAt = async (path: string): Promise<FileNow> => {
    const list = await readJson<MaterialsList>(offlineFiles.materials);
    const address = below(place.basePath, `/${path}`);
    const bundle = list.bundles.find((one) => decodeURI(one.address) === address);
    return bundle && !isBundleOfGone(bundle, list, traces) ? same : withheld;
  };

  const offlineFile = async (path: string, kind: OfflineFileKind): Promise<FileNow> => {
    if (kind === 'version') return written(versionWithout(await readJson<VersionNote>(path), key));
    // How versions differ may name what is gone. Who finds none takes the whole list.
    if (kind === 'difference') return goneNow;
    const manifest = await readJson<Manifest>(offlineFiles.manifest);
    const now = await packedNow(manifest);
    if (kind === 'manifest') return written(manifestWithout(manifest, now, key));
    const isUntouched = untouchedParts(manifest, now).some(
      ([, , digest]) => path === offlineFiles.part(digest),
    );
    return isUntouched ? same : goneNow;
  };

  const made = async (path: string): Promise<FileNow> => {
    const kind = offlineFileKind(path);
    if (kind) return offlineFile(path, kind);
    const ofSearch = searchFile(path);
    if (ofSearch === 'overlay') return overlayAt(path);
    if (ofSearch === 'table') {
      const places = await placesGone();
      if (places.length === 0) return same;
      return { kind: 'without', bytes: searchTableWithout(await read(path), places) };
    }
    if (isBundle(path)) return bundleAt(path);
    return fileWithout(path, await read(path), traces);
  };

  const fileAt = async (path: string): Promise<FileNow> => {
    if (isGone(gone, path)) return goneNow;
    if (!isTelling(path) && !isMadeOfOthers(path)) return same;
    return onceFor(path, () => made(path)).catch(() => withheld);
  };
  return { key, fileAt };
};

const isBundle = (path: string): boolean => path.startsWith('bundles/');

/** Files that are made of many others, so that what is gone may be anywhere in them. */
const isMadeOfOthers = (path: string): boolean =>
  offlineFileKind(path) !== undefined || isBundle(path);

const written = (value: unknown): FileNow => ({
  kind: 'without',
  bytes: Buffer.from(JSON.stringify(value)),
});

const sizeOf = (outcome: FileNow): number =>
  outcome.kind === 'without' ? outcome.bytes.length : 0;
