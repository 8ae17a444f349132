import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MaterialsList } from '../schema/materials-list.ts';
import { bundleDigest, bundleZip } from './bundle.ts';
import { type PlannedFile, planBundle } from './bundle-plan.ts';
import { materialsListPath, pathOfAddress, readMaterialsList } from './listed-materials.ts';
import type { StoredZip } from './stored-zip.ts';

/** A bundle of a built site, whether it lies there as a file or not. */
export type ListedZip = {
  readonly zip: StoredZip<PlannedFile>;
  /** Tells what is in it from what was, or will be, at the same address. */
  readonly digest: string;
  /** Where one of its files lies below the folder of the site. */
  pathOf(file: Pick<PlannedFile, 'address'>): string;
  /** Whether the site, as it lies there now, has the same file: a new one may have taken its place meanwhile. */
  isStillThere(file: PlannedFile): Promise<boolean>;
};

/** A list is read once in each of its versions, and what was laid out lately is kept with it. */
type KnownList = {
  readonly state: string;
  readonly list: MaterialsList;
  /** The checksum of each file, by where it lies below the folder of the site. */
  readonly checksums: ReadonlyMap<string, string>;
  readonly zips: Map<string, Pick<ListedZip, 'zip' | 'digest'>>;
};
const known = new Map<string, KnownList>();
/** A layout is a few hundred bytes for each file of its bundle. */
const mostZips = 20;

/**
 * Finds a bundle by its address, and lays it out from the site's own list.
 * @param siteDir a built site
 * @param path its address without base path, or with it; percent-encoded
 * @returns null where the site lists none there
 * @throws where the site has no list that can be read
 */
export const listedBundleAt = async (siteDir: string, path: string): Promise<ListedZip | null> => {
  if (!bundleAddress.test(path)) return null;
  const { list, zips } = await listOf(siteDir);
  const wanted = decoded(path);
  const bundle = list.bundles.find(({ address }) => {
    const below = pathOfAddress(address, list);
    return wanted === `/${below}` || wanted === list.base + below;
  });
  if (!bundle) return null;
  const laidOut = zips.get(bundle.address) ?? layOut(planBundle(bundle, list));
  zips.delete(bundle.address);
  zips.set(bundle.address, laidOut);
  const [oldest] = zips.keys();
  if (zips.size > mostZips && oldest !== undefined) zips.delete(oldest);
  return {
    ...laidOut,
    pathOf: ({ address }) => pathOfAddress(address, list),
    isStillThere: async ({ address, checksum }) => {
      const now = await listOf(siteDir);
      return now.checksums.get(pathOfAddress(address, now.list)) === checksum;
    },
  };
};

/**
 * The SHA-256 of a file of a built site that is a material of it, as the list says it, without the file being read.
 * @param path below the folder of the site
 * @returns null where it is none
 */
export const listedChecksum = async (siteDir: string, path: string): Promise<string | null> =>
  (await listOf(siteDir).catch(() => null))?.checksums.get(path) ?? null;

const bundleAddress = /\/bundles\/.+\.zip$/;

const layOut = (plan: Parameters<typeof bundleZip>[0]) => {
  const zip = bundleZip(plan);
  return { zip, digest: bundleDigest(zip) };
};

const listOf = async (siteDir: string): Promise<KnownList> => {
  const { size, mtimeMs, ino } = await stat(join(siteDir, materialsListPath));
  const state = [size, mtimeMs, ino].join(' ');
  const before = known.get(siteDir);
  if (before?.state === state) return before;
  const list = await readMaterialsList(siteDir);
  const checksums = new Map(
    list.files.map(({ address, checksum }) => [pathOfAddress(address, list), checksum]),
  );
  const now = { state, list, checksums, zips: new Map() };
  known.set(siteDir, now);
  return now;
};

const decoded = (path: string): string | null => {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
};
