import type { ListedFile } from '../schema/materials-list.ts';

/** What the build writes for use without a network, and the page and the worker read. Paths are below the site's base path. */
export const offlineFiles = {
  worker: 'worker.js',
  page: 'offline/index.html',
  /** Shown for an address that the copy does not hold. */
  missing: 'offline/missing/index.html',
  manifest: 'offline/manifest.json',
  version: 'offline/version.json',
  /** Files as one gzip stream, named after what they hold, so that no cache on the way can answer with another. */
  part: (digest: string) => `offline/pack-${digest}.bin`,
  /** What the version of now has that another had not, by the name of the other. */
  since: (version: string) => `offline/since/${version}.json`,
  /** Every bundle and file of the edition, with sizes and checksums. */
  materials: 'data/materials.json',
} as const;

/** In the address of the page of copies: the page from which a reader comes for its materials. */
export const wantedParameter = 'of';

/** Where a reader takes the materials of a page into this device. @param page its address, with the base path */
export const takingMaterials = (page: string): string =>
  `/offline/?${wantedParameter}=${encodeURIComponent(page)}`;

/** Which version a site is, in a few bytes. */
export type VersionNote = {
  /** A digest of every file in the pack and of the worker. */
  version: string;
  /** The digest of the worker. */
  worker: string;
  edition: 'public' | 'network';
  /** 控えの日付, `YYYY-MM-DD`. */
  day: string;
  /** Bytes of the pack as it is fetched. */
  bytes: number;
  /** For how many days a device may show it; left out where it may for ever. */
  days?: number;
};

/** Its bytes and digest are of what the copy keeps: a file of the search that is gzip is kept inflated. */
export type PackedFile = readonly [path: string, bytes: number, digest: string];

/**
 * A part of the pack: so many files as one gzip stream, and the bytes of that stream. In parts, since what breaks off is
 * fetched again, and what changes is pressed again.
 */
export type PackPart = readonly [files: number, bytes: number, digest: string];

/** The parts of the pack and the files in it, in the order in which they are packed. */
export type Manifest = VersionNote & {
  parts: readonly PackPart[];
  files: readonly PackedFile[];
};

/**
 * Bytes that files have now and had not before, as one gzip stream that is fetched as a part of the pack is: its bytes, how
 * many they are inflated, and the digest of these.
 */
export type AddedBytes = readonly [bytes: number, inflated: number, digest: string];

/**
 * A file that is put together of what is here and what is added: `pieces` are threes of numbers, the source, from which of
 * its bytes, and how many.
 */
export type ChangedFile = readonly [...PackedFile, pieces: readonly number[]];

/** How sources of pieces are numbered. */
export const pieceSources = {
  /** What the earlier version has at the same path. */
  samePath: 0,
  /** The first, second, … of the added bytes. */
  added: (index: number) => 1 + index,
  /** What it has at another path, by the place of that among its paths in the order of their characters. */
  path: (place: number, allAdded: number) => 1 + allAdded + place,
} as const;

/**
 * How an earlier version becomes that of now. It holds nothing but what is there now, and tells nothing of what is not
 * there any more.
 */
export type Difference = {
  /** The version that results. */
  version: string;
  /** The digest of its list (list-of-files.ts). */
  list: string;
  added: readonly AddedBytes[];
  /** What is new or has another content. */
  files: readonly ChangedFile[];
  /** What is gone: the places of its paths among those of the earlier version, in the order of their characters. */
  removed: readonly number[];
};

/** What stands below /offline/ beside pages, or is named by what does. */
export type OfflineFileKind = 'version' | 'manifest' | 'part' | 'difference';

/** Tells what a file of the site is to copies; undefined for all that they know nothing of. @param path below the base path */
export const offlineFileKind = (path: string): OfflineFileKind | undefined => {
  if (path === offlineFiles.version) return 'version';
  if (path === offlineFiles.manifest) return 'manifest';
  if (/^offline\/pack-[^/]+\.bin$/.test(path)) return 'part';
  return /^offline\/since\/[^/]+\.json$/.test(path) ? 'difference' : undefined;
};

/** A file that a reader may save beside the copy. */
export type Material = Pick<ListedFile, 'address' | 'title' | 'name' | 'bytes' | 'checksum'> & {
  entry: Pick<ListedFile['entry'], 'title' | 'address'>;
};

/** How many bytes of a SHA-256 a digest keeps: 128 bits. */
export const digestBytes = 16;

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * Whether a file comes as gzip and is kept inflated: the files of the search, which their engine reads either way.
 * Inflated, they shrink together with the pages whose text they repeat.
 */
export const isKeptInflated = (path: string, bytes: Uint8Array): boolean =>
  path.startsWith('search/') && isGzip(bytes);

/** Whether bytes are gzip; a host may have sent a file as an encoding, and the browser undone it. */
export const beginsAsGzip = isGzip;
