import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** Compressed already: to compress them again takes time and gains nothing. */
const compressed = /\.(?:pdf|pptx|docx|xlsx|zip|png|jpe?g|webp|avif|mp4)$/i;
const fileMode = 0o100644;

/**
 * Packs a folder into a zip, file after file, in as little memory as one file's stretch takes. The same files give the
 * same bytes, whenever and wherever it is made.
 * @param root the name of the folder in the zip
 * @param paths its files, slash-separated
 * @param day what stands as the day of every file: `YYYY-MM-DD`
 */
export async function writeZip(
  zipPath: string,
  { folder, root, paths, day }: { folder: string; root: string; paths: string[]; day: string },
): Promise<void> {
  const zip = new ZipFile();
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // DOS times have no zone: noon of the machine is written as noon everywhere.
  const mtime = new Date(year, month - 1, date, 12);
  for (const path of [...paths].sort()) {
    zip.addFile(join(folder, path), `${root}/${path}`.normalize('NFC'), {
      mtime,
      mode: fileMode,
      forceDosTimestamp: true,
      compress: !compressed.test(path),
    });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(zipPath));
}
