import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file that scripts ask for, as a script can carry it. */
export type DataFile = { name: string; content: Uint8Array };

/** Scripts with files in them, in order, and the name of the first file of each: a name tells its script. */
export type DataScripts = { scripts: string[]; starts: string[] };

/**
 * How many letters of data a script holds. A search needs some parts of the index and the texts of ten pages: small
 * scripts are many files on a slow stick, large ones make it read what nobody asked for.
 */
const usualLength = 100_000;

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;
const base64 = (bytes: Uint8Array): string =>
  Buffer.from(isGzip(bytes) ? bytes : gzipSync(bytes, { level: 9 })).toString('base64');

/**
 * Writes files into classic scripts, which a page from a disk may load where it may not fetch. Each folder of
 * files begins a script, so that a list does not bring the search with it.
 */
export function dataScripts(files: readonly DataFile[], length = usualLength): DataScripts {
  const inOrder = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const starts: string[] = [];
  const rows: string[][] = [];
  let filled = 0;
  let folder: string | undefined;
  for (const { name, content } of inOrder) {
    const row = `${JSON.stringify(name)}:${JSON.stringify(base64(content))}`;
    if (posix.dirname(name) !== folder || filled + row.length > length) {
      starts.push(name);
      rows.push([]);
      filled = 0;
      folder = posix.dirname(name);
    }
    rows.at(-1)?.push(row);
    filled += row.length;
  }
  return { starts, scripts: rows.map((some) => `portalFolder.give({\n${some.join(',\n')}\n});\n`) };
}
