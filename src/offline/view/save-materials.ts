import type { CopyStore, SavedMaterial } from '../copy-store.ts';
import type { Material } from '../offline-files.ts';
import { fetchMaterial } from './fetch-checked.ts';

/** Those of the files that are not saved, or with another content. */
export const notSaved = (files: readonly Material[], saved: readonly SavedMaterial[]): Material[] =>
  files.filter(
    ({ address, checksum }) =>
      !saved.some((one) => one.address === address && one.checksum === checksum),
  );

/** Bytes of files together. */
export const sizeOf = (files: readonly { bytes: number }[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * Saves materials one after the other, each put into use when it is proven: what was saved stays if a later one fails.
 * @throws NotFetched, NotAsListed, DOMException of a full disk
 */
export async function saveMaterials(
  store: CopyStore,
  files: readonly Material[],
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<void> {
  const total = sizeOf(files);
  let done = 0;
  for (const file of files) {
    const content = await fetchMaterial(file, signal, (bytes) => {
      done += bytes;
      progress(Math.min(1, done / total));
    });
    await store.keep([[file.checksum, content]]);
    const before = (await store.read('materials')) ?? [];
    const others = before.filter(({ address }) => address !== file.address);
    const replaced = before.filter(({ address }) => address === file.address);
    const { address, title, name, bytes, checksum, entry } = file;
    const saved = new Date().toISOString();
    const now = [...others, { address, title, name, bytes, checksum, entry, saved }];
    await store.setMaterials(now, replaced);
  }
}

/** Removes saved materials. */
export async function removeMaterials(store: CopyStore, files: readonly Material[]): Promise<void> {
  const gone = new Set(files.map(({ address }) => address));
  const before = (await store.read('materials')) ?? [];
  await store.setMaterials(
    before.filter(({ address }) => !gone.has(address)),
    before.filter(({ address }) => gone.has(address)),
  );
}
