import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { KeptFile, KeptItem } from './kept-item.ts';
import { readingListWords as words } from './words.ts';

/** What goes into the archive beside the files: texts and the report, by their names in it. */
export type ArchivePart = { path: string; content: Blob | string };

/** What goes into the archive of a list: texts that are made, files that are fetched. */
export type ArchiveParts = {
  parts: readonly ArchivePart[];
  files: readonly { path: string; file: KeptFile }[];
  /** @throws where the file cannot be had */
  fetchFile(file: KeptFile): Promise<Uint8Array>;
  /** Told after each file. */
  onProgress(done: number, total: number): void;
  now: Date;
};

/** An archive, and a sentence for each file that is not in it. */
export type Archive = { archive: Blob; missing: string[] };

/** Files that are packed already; packing them again takes time and gains nothing. */
const isPacked = (path: string): boolean =>
  /\.(?:pdf|docx|xlsx|pptx|zip|jpe?g|png|webp)$/i.test(path);

const digestOf = async (bytes: Uint8Array): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/**
 * Packs a reader's list into one ZIP. Files come one after the other; one that cannot be had, or is not what the site
 * says it is, is left out and named.
 */
export async function listArchive({
  parts,
  files,
  fetchFile,
  onProgress,
  now,
}: ArchiveParts): Promise<Archive> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const add = (path: string, bytes: Uint8Array) => {
    const entry = isPacked(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    entry.mtime = now;
    zip.add(entry);
    entry.push(bytes, true);
  };

  const missing: string[] = [];
  for (const [index, { path, file }] of files.entries()) {
    try {
      const bytes = await fetchFile(file);
      // Where the page is not served safely, the browser has no digests.
      const isWhole = !globalThis.crypto?.subtle || (await digestOf(bytes)) === file.checksum;
      if (isWhole) add(path, bytes);
      else missing.push(words.damaged(file.title));
    } catch {
      missing.push(words.missing(file.title));
    }
    onProgress(index + 1, files.length);
  }
  for (const { path, content } of parts) {
    const blob = typeof content === 'string' ? new Blob([content]) : content;
    add(path, new Uint8Array(await blob.arrayBuffer()));
  }
  zip.end();
  return { archive: new Blob(chunks, { type: 'application/zip' }), missing };
}

/** Every file of a list once, in the order of the list. */
export const filesOf = (items: readonly KeptItem[]): KeptFile[] => [
  ...new Map(items.flatMap(({ files }) => files).map((file) => [file.address, file])).values(),
];
