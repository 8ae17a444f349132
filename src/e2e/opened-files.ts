import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A file of a built site. */
export type OpenedFile = {
  /** Below the site's folder. */
  path: string;
  /** Its bytes as a browser comes to see them, each as one character. */
  text: string;
};

/** Every file of a built site; what lies compressed, as the search index does, is opened. */
export function* openedFiles(folder: string): Generator<OpenedFile> {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!statSync(join(folder, path)).isFile()) continue;
    const bytes = readFileSync(join(folder, path));
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    yield { path, text: (isGzip ? gunzipSync(bytes) : bytes).toString('latin1') };
  }
}

/** The files of a site that hold a word in their name or content, whatever its case. */
export const traces = (folder: string, word: string): string[] =>
  [...openedFiles(folder)]
    .filter(({ path, text }) => `${path}\0${text}`.toLowerCase().includes(word))
    .map(({ path }) => path);
