import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { CleanedFile } from '../reading.ts';
import { type InnerEnding, kindOfName } from './kind-of-name.ts';
import { leftBySystem } from './left-by-systems.ts';
import { isFile, isTooMuch } from './read-archive.ts';
import { unpackEntry } from './unpack-entry.ts';
import { type ZipEntry, zipArchive } from './zip-directory.ts';

/**
 * Packs the files of a ZIP anew, in their order and with the day on which each was changed, without comments, without
 * what programs and systems put beside them, and with what can be taken out of each taken out. The same archive always
 * gives the same bytes.
 * @param cleanInside cleans a file that is in it; null where there is nothing to take out, or where that can't be done
 * @returns null where a file in it can't be unpacked, or can't be packed under its name
 */
export const cleanArchive = async (
  bytes: Uint8Array,
  cleanInside: (bytes: Uint8Array, ending: InnerEnding) => Promise<CleanedFile | null>,
): Promise<Uint8Array | null> => {
  const archive = zipArchive(bytes);
  if (!archive || archive === 'too-many' || isTooMuch(archive)) return null;
  const zip = new ZipFile();
  for (const entry of archive.entries) {
    if (entry.isSpecial || entry.hasPassword) return null;
    const stated = { mtime: changedAt(entry), forceDosTimestamp: true };
    if (!isFile(entry)) {
      if (!isOfFinder(entry)) zip.addEmptyDirectory(entry.name, { ...stated, mode: 0o40755 });
      continue;
    }
    if (leftBySystem(entry, bytes) !== null) continue;
    const content = unpackEntry(entry, bytes);
    if (!content) return null;
    const kind = kindOfName(entry.name);
    const cleaned = typeof kind === 'string' ? null : await cleanInside(content, kind.read);
    zip.addBuffer(Buffer.from(cleaned?.bytes ?? content), entry.name, {
      ...stated,
      mode: 0o100644,
      compress: entry.method !== 0,
    });
  }
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
};

const isOfFinder = ({ name }: ZipEntry): boolean => /(?:^|\/)__MACOSX\//.test(name);

/** As a clock on the wall showed it: APPNOTE.TXT 6.3.10, section 4.4.6. A day that there is not becomes the next that is. */
const changedAt = ({ changed: { day, time } }: ZipEntry): Date =>
  new Date(
    1980 + (day >> 9),
    Math.max(0, ((day >> 5) & 15) - 1),
    Math.max(1, day & 31),
    time >> 11,
    (time >> 5) & 63,
    (time & 31) * 2,
  );
