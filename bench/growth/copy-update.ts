import { type Manifest, offlineFiles, type PackedFile } from '../../src/offline/offline-files.ts';
import { planUpdate } from '../../src/offline/view/plan-update.ts';
import type { Reader } from './reader.ts';

/** What a reader's copy has of a site. */
export type Copy = Pick<Manifest, 'version' | 'files'>;

const fetched = async (reader: Reader, path: string) => {
  const file = await reader.fetch(path);
  if (!file) throw new Error(`${path} is not there.`);
  return file;
};

/** Takes a copy. */
export const takeCopy = async (reader: Reader): Promise<Copy> =>
  JSON.parse((await fetched(reader, offlineFiles.manifest)).text());

/**
 * The bytes that a copy fetches until it is as the site is now, as they are sent: the note, the list or what of it is new,
 * and what has another content.
 */
export async function bytesOfUpdate(reader: Reader, copy: Copy): Promise<number> {
  const list = await fetched(reader, offlineFiles.manifest);
  const here = new Set(copy.files.map(([, , digest]) => digest));
  const plan = planUpdate(JSON.parse(list.text()), here);
  const paths = [
    offlineFiles.version,
    ...plan.files.map(([path]: PackedFile) => path.replace(/(^|\/)index\.html$/, '$1')),
    ...plan.parts.map(({ part: [, , digest] }) => offlineFiles.part(digest)),
  ];
  let bytes = list.bytes;
  for (const path of paths) bytes += (await fetched(reader, path)).bytes;
  return bytes;
}
