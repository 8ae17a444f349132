import { statSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type ReusedRoom, reusedRoom } from '../../reused-room.ts';
import { offlineFiles } from '../offline-files.ts';
import { linkWhole, writeWhole } from './written-whole.ts';

const press = promisify(gzip);

/** While one part is pressed, the next is read. */
const atOnce = 2;

const yes = () => true;
const no = () => false;

/**
 * What is fetched as one stream.
 * @property content what it holds, asked for where it is not pressed already; it may be read into the room
 */
export type Part = { readonly name: string; readonly content: (room: ReusedRoom) => Uint8Array };

/** Where the parts of a site stand, and where they are kept from one build to the next. */
export type PartFolders = { readonly siteDir: string; readonly keptDir: string };

/** Bytes of a file; none for one that is not there, or that a machine which lost its power left empty. */
const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/**
 * Bytes of a file that has both names; none where it has not. Most parts are there and kept, and are looked at for each
 * change: in turn, which takes a fraction of what promises do.
 */
function sizeOfBoth(one: string, other: string): number {
  const [first, second] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  const isSame = first && first.ino === second?.ino && first.dev === second.dev;
  return isSame ? first.size : 0;
}

/** Brings a part to its place in the site: as it stands there, as it was kept, or pressed. @returns its bytes */
async function writePart(
  { name, content }: Part,
  folders: PartFolders,
  room: ReusedRoom,
): Promise<number> {
  const { siteDir, keptDir } = folders;
  const inSite = join(siteDir, offlineFiles.part(name));
  const kept = join(keptDir, `${name}.bin`);
  const known = sizeOfBoth(inSite, kept);
  if (known > 0) return known;
  // Another build may let go of it at this moment.
  const isKept = (await sizeOf(kept)) > 0 && (await linkWhole(kept, inSite).then(yes, no));
  if (!isKept) {
    if ((await sizeOf(inSite)) === 0) {
      // The usual level: the highest takes twice the time for one byte in a hundred.
      await writeWhole(inSite, await press(content(room)));
    }
    await rm(kept, { force: true });
    await linkWhole(inSite, kept);
  }
  return sizeOf(inSite);
}

/** Writes parts that are not there yet. @returns the bytes of each */
export async function writeParts(
  parts: readonly Part[],
  folders: PartFolders,
): Promise<readonly number[]> {
  const written: number[] = [];
  const waiting = [...parts.entries()];
  const inTurn = async () => {
    const room = reusedRoom();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      written[next[0]] = await writePart(next[1], folders, room);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, inTurn));
  return written;
}
