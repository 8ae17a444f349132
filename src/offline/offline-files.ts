import type { ListedFile } from '../schema/materials-list.ts';

/** What the build writes for use without a network, and the page and the worker read. Paths are below the site's base path. */
export const offlineFiles = {
  worker: 'worker.js',
  page: 'offline/index.html',
  /** Shown for an address that the copy does not hold. */
  missing: 'offline/missing/index.html',
  manifest: 'offline/manifest.json',
  version: 'offline/version.json',
  /** A part of the pack, named after what it holds, so that no cache on the way can answer with another. */
  part: (digest: string) => `offline/pack-${digest}.bin`,
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
 * A part of the pack: so many files as one gzip stream. In parts, since what breaks off is fetched again, and the
 * search changes more often than most pages do.
 */
export type PackPart = readonly [files: number, bytes: number, digest: string];

/** The parts of the pack and the files in it, in the order in which they are packed. */
export type Manifest = VersionNote & {
  parts: readonly PackPart[];
  files: readonly PackedFile[];
};

/** A file that a reader may save beside the copy. */
export type Material = Pick<ListedFile, 'address' | 'title' | 'name' | 'bytes' | 'checksum'> & {
  entry: Pick<ListedFile['entry'], 'title' | 'address'>;
};

/** In the page of the build, where the size of the pack will stand once the pack is made. */
export const packSizeMark = '［保存する大きさ］';

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
