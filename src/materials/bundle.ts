import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { type PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { BundlePlan, PlannedFile } from './bundle-plan.ts';

/**
 * Writes the zip of a bundle, file after file, so that its size costs no memory. Nothing is compressed: slides and Office
 * files are so already, and so the bytes depend on no compressor, and the size is known before they are written.
 * @param fileAt where the bytes of a planned file lie
 * @param target where the zip is written to; nothing is left there when it fails
 * @throws when a file cannot be read, or is not the one of which the readme gives the size and checksum
 */
export async function writeBundle(
  plan: BundlePlan,
  fileAt: (file: PlannedFile) => string,
  target: string,
): Promise<void> {
  const zip = new ZipFile();
  // The types know it as any readable stream; the library makes it so: https://github.com/thejoshwolfe/yazl#outputstream
  const output = zip.outputStream as PassThrough;
  const fail = (error: Error) => output.destroy(error);
  zip.on('error', fail);

  const stated = {
    mtime: noonOf(plan.day),
    mode: 0o100644,
    forceDosTimestamp: true,
    compress: false,
  };
  zip.addBuffer(Buffer.from(plan.readme.text), plan.readme.path, stated);
  for (const file of plan.files) {
    zip.addReadStreamLazy(file.path, { ...stated, size: file.bytes }, (give) => {
      const bytes = createReadStream(fileAt(file)).on('error', fail);
      give(null, bytes.pipe(proven(file).on('error', fail)));
    });
  }
  zip.end();
  try {
    await pipeline(output, createWriteStream(target));
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}

/** Lets a file's bytes through, and fails at their end when they are others than the readme says. */
function proven({ address, checksum }: PlannedFile): Transform {
  const digest = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      digest.update(chunk);
      pass(null, chunk);
    },
    flush(end) {
      const found = digest.digest('hex');
      end(
        found === checksum
          ? null
          : new Error(`${address} is not the file that was listed: its SHA-256 is ${found}.`),
      );
    },
  });
}

/** A zip writes times as a clock on the wall shows them, so one made of the local clock is the same in every zone. */
const noonOf = (day: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
};

/** From this on a size or an offset needs the wider fields of ZIP64. */
const mostInZip32 = 0xfffffffe;

/**
 * How many bytes the zip will have: APPNOTE.TXT 4.3, as the library writes it. Its own forecast takes a directory of
 * 64 KB, some 500 files, for one that needs ZIP64, and is wrong there.
 */
export function bundleSize({ readme, files }: BundlePlan): number {
  let body = 0;
  let directory = 0;
  const add = (path: string, bytes: number, descriptor: { narrow: number; wide: number }) => {
    const name = Buffer.byteLength(path);
    const isWide = bytes > mostInZip32 || body > mostInZip32;
    body += 30 + name + bytes + (isWide ? descriptor.wide : descriptor.narrow);
    directory += 46 + name + (isWide ? 28 : 0);
  };
  add(readme.path, Buffer.byteLength(readme.text), { narrow: 0, wide: 0 });
  for (const { path, bytes } of files) add(path, bytes, { narrow: 16, wide: 24 });
  const isWide = body > mostInZip32 || directory > mostInZip32 || files.length + 1 >= 0xffff;
  return body + directory + (isWide ? 56 + 20 : 0) + 22;
}
