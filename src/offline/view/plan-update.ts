import type { AddedBytes, Material, PackedFile } from '../offline-files.ts';
import type { FileToMake, PartToTake, VersionContents } from './version-contents.ts';

/** What has to be fetched until a version can be put into use. */
export type UpdatePlan = {
  /** The parts of the pack of which so much is missing that they are taken whole. */
  parts: readonly PartToTake[];
  /** Files to be put together, each content once, and all that this takes. */
  making: readonly FileToMake[];
  added: readonly AddedBytes[];
  /** Files to be fetched by themselves, each content once. */
  files: readonly PackedFile[];
  /** Saved materials that have another content now. */
  materials: readonly Material[];
  /** About how many bytes will be fetched. */
  bytes: number;
  /** How many bytes will be kept that are not here yet. */
  room: number;
};

/** What a request costs beside its answer, with its headers and its wait. */
const costOfRequest = 1000;

/**
 * Compares a version with what is here: unchanged files are not fetched again, whatever version they came with.
 * @param here digests of the contents that are kept already
 * @param changed saved materials of which the version has another content
 */
export function planUpdate(
  { parts: offered, changes }: Pick<VersionContents, 'parts' | 'changes'>,
  here: ReadonlySet<string>,
  changed: readonly Material[] = [],
): UpdatePlan {
  const known = new Set(here);
  const parts: PartToTake[] = [];
  const files: PackedFile[] = [];
  const materials = changed.filter(({ checksum }) => !here.has(checksum));
  const isMissing = ([, , digest]: readonly [string, number, string, ...unknown[]]) => {
    const isNew = !known.has(digest);
    known.add(digest);
    return isNew;
  };
  const making = changes.files.filter(({ file }) => isMissing(file));
  const added = making.length > 0 ? changes.added : [];
  const toFetch = added.filter(([, , digest]) => !here.has(digest));
  let bytes = sizeOf([
    ...materials.map((material) => material.bytes),
    ...toFetch.map(([fetched]) => fetched),
  ]);
  let room = sizeOf([
    ...materials.map((material) => material.bytes),
    ...toFetch.map(([, inflated]) => inflated),
    ...making.map(({ file: [, length] }) => length),
  ]);
  for (const part of offered) {
    const [, partBytes] = part.part;
    const missing = part.files.filter(isMissing);
    const singly = sizeOf(missing.map(([, length]) => length));
    room += singly;
    if (singly + missing.length * costOfRequest < partBytes) {
      files.push(...missing);
      bytes += singly;
    } else {
      parts.push(part);
      bytes += partBytes;
    }
  }
  return { parts, making, added, files, materials, bytes, room };
}

const sizeOf = (lengths: readonly number[]) => lengths.reduce((sum, length) => sum + length, 0);

/**
 * What becomes of saved materials with a new version: those that it does not list any more go, those with another
 * content are fetched anew, the others stay.
 */
export function materialsAfter<Saved extends Material>(
  saved: readonly Saved[],
  listed: readonly Material[],
): { stay: Saved[]; changed: Material[]; gone: Saved[] } {
  const nowAt = new Map(listed.map((material) => [material.address, material]));
  const stay: Saved[] = [];
  const changed: Material[] = [];
  const gone: Saved[] = [];
  for (const material of saved) {
    const now = nowAt.get(material.address);
    if (!now) gone.push(material);
    else if (now.checksum === material.checksum) stay.push(material);
    else changed.push(now);
  }
  return { stay, changed, gone };
}
