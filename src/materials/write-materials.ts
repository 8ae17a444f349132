import { existsSync } from 'node:fs';
import { mkdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ListedBundle, MaterialsList } from '../schema/materials-list.ts';
import { bundleDigest, bundleZip, writeBundle } from './bundle.ts';
import { planBundle } from './bundle-plan.ts';
import type { FileStore } from './file-store.ts';
import { pathOfAddress, readMaterialsList } from './listed-materials.ts';

/** How materials are written into a site. */
export type MaterialsGround = {
  /** Absolute folder of the content tree, where the files lie. */
  contentDir: string;
  store: FileStore;
  /** Whether a bundle of files of so many bytes together is written; others are streamed by the portal, or not offered. */
  isWritten(bytes: number): boolean;
};

/**
 * Brings the files and bundles of a site in line with the list that it emitted (`data/materials.json`): what the edition
 * does not show cannot be in them. What is already as it has to be is left as it is.
 * @param siteDir a site that nobody is shown yet: of a build; or a hard-linked copy of the one that is served, with its new
 *   list. Nothing is written into a file that is there: a file is replaced
 * @param previousSite the served site, of which it is a copy: by its list is told what was there and has changed; null for a
 *   folder in which nothing was
 * @throws where a file is not the one that was listed
 */
export async function writeMaterials(
  siteDir: string,
  ground: MaterialsGround,
  previousSite: string | null = null,
): Promise<{ files: number; bundles: number }> {
  const list = await readMaterialsList(siteDir);
  const before =
    previousSite === null ? null : await readMaterialsList(previousSite).catch(nothing);
  const files = await placeFiles(siteDir, list, before, ground);
  const bundles = await writeBundles(siteDir, list, before, ground);
  return { files, bundles };
}

const nothing = () => null;

/** @returns how many were put there */
async function placeFiles(
  siteDir: string,
  list: MaterialsList,
  before: MaterialsList | null,
  { contentDir, store }: MaterialsGround,
): Promise<number> {
  const known = new Map(before?.files.map(({ address, checksum }) => [address, checksum]));
  const now = new Set(list.files.map(({ address }) => address));
  for (const address of known.keys()) {
    if (!now.has(address)) await removeFrom(siteDir, pathOfAddress(address, list));
  }
  let placed = 0;
  for (const file of list.files) {
    const target = join(siteDir, pathOfAddress(file.address, list));
    const isThere =
      known.get(file.address) === file.checksum && (await sizeOf(target)) === file.bytes;
    if (isThere) continue;
    await mkdir(dirname(target), { recursive: true });
    await store.place(file, join(contentDir, file.path), target);
    placed += 1;
  }
  return placed;
}

/** @returns how many were written */
async function writeBundles(
  siteDir: string,
  list: MaterialsList,
  before: MaterialsList | null,
  { isWritten }: MaterialsGround,
): Promise<number> {
  const bytesOf = new Map(list.files.map(({ address, bytes }) => [address, bytes]));
  const wanted = list.bundles.filter(({ files }) =>
    isWritten(files.reduce((sum, file) => sum + (bytesOf.get(file) ?? 0), 0)),
  );
  const addresses = new Set(wanted.map(({ address }) => address));
  const known = new Map(before?.bundles.map((bundle) => [bundle.address, bundle]));
  for (const address of known.keys()) {
    if (!addresses.has(address)) await removeFrom(siteDir, pathOfAddress(address, list));
  }
  let written = 0;
  for (const bundle of wanted) {
    const target = join(siteDir, pathOfAddress(bundle.address, list));
    const was = known.get(bundle.address);
    if (before && was && existsSync(target) && isSame([was, before], [bundle, list])) continue;
    await mkdir(dirname(target), { recursive: true });
    await rm(target, { force: true });
    const at = ({ address }: { address: string }) => join(siteDir, pathOfAddress(address, list));
    await writeBundle(planBundle(bundle, list), at, target);
    written += 1;
  }
  return written;
}

const isSame = (...both: [ListedBundle, MaterialsList][]): boolean => {
  const [one, other] = both.map(([bundle, list]) =>
    bundleDigest(bundleZip(planBundle(bundle, list))),
  );
  return one === other;
};

const sizeOf = async (path: string): Promise<number | null> =>
  (await stat(path).catch(() => null))?.size ?? null;

/** Removes a file, and the folders in which nothing else is left. */
const removeFrom = async (siteDir: string, path: string): Promise<void> => {
  await rm(join(siteDir, path), { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const isEmptied = await rmdir(join(siteDir, folder)).then(
      () => true,
      () => false,
    );
    if (!isEmptied) return;
  }
};
