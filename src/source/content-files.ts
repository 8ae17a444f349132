import {
  closeSync,
  type Dirent,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
} from 'node:fs';
import { join } from 'node:path';

/** A file of the content folder, by its name and kind; its bytes are read only when asked for. */
export type ContentFile = {
  /** Relative to the content folder, with `/` between folders, spelled as the file system spells it. */
  path: string;
  size: number;
  kind: 'file' | 'symlink' | 'other';
  /** Tells this version of it on its disk from every other, and when it became so (milliseconds); missing where it lies on none. */
  state?: { readonly key: string; readonly changedAt: number };
  bytes(): Uint8Array;
  /** What it is known by, where that is kept (src/attachments/kept-digests.ts): without it being read, where it can. */
  digests?(): { checksum: string; crc32: string };
  /** The first `length` bytes, or fewer where the file is shorter. */
  head(length: number): Uint8Array;
};

/** Every file of a content folder, by path, in the order of the paths. */
export type ContentFiles = ReadonlyMap<string, ContentFile>;

const nothing = new Uint8Array();

/** How the name of a file begins that is being written beside its target; it is no content, and gone in a moment. */
export const halfWrittenPrefix = '.portal-writing-';

/**
 * Lists a content folder without following symbolic links: a link could lead out of the folder, and what
 * it leads to would then be published.
 * @param folder the content folder
 * @returns every file, link and special file below it, but for `.git` and what is half written; hidden files are listed, so that the
 *   check can name them
 * @throws where the folder cannot be read
 */
export const readContentFolder = (folder: string): ContentFiles => {
  const files: ContentFile[] = [];
  const list = (below: string) => {
    for (const found of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below ? `${below}/${found.name}` : found.name;
      if (found.name === '.git' || found.name.startsWith(halfWrittenPrefix)) continue;
      if (found.isDirectory()) list(path);
      else files.push(fileOnDisk(join(folder, path), path, found));
    }
  };
  list('');
  return byPath(files);
};

/**
 * Content that lies in memory: of a test, or of a proposal that is not stored yet.
 * @param contents texts or bytes by path
 */
export const contentFilesOf = (contents: Record<string, string | Uint8Array>): ContentFiles =>
  byPath(
    Object.entries(contents).map(([path, content]) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return {
        path,
        size: bytes.length,
        kind: 'file' as const,
        bytes: () => bytes,
        head: (length: number) => bytes.subarray(0, length),
      };
    }),
  );

const byPath = (files: ContentFile[]): ContentFiles =>
  new Map(
    files.sort((a, b) => (a.path < b.path ? -1 : 1)).map((file) => [file.path, file] as const),
  );

const fileOnDisk = (address: string, path: string, found: Dirent): ContentFile => {
  if (!found.isFile()) {
    const kind = found.isSymbolicLink() ? ('symlink' as const) : ('other' as const);
    return { path, size: 0, kind, bytes: () => nothing, head: () => nothing };
  }
  const { size, mtimeMs, ctimeMs, ino, dev } = lstatSync(address);
  return {
    path,
    size,
    kind: 'file',
    state: {
      key: [size, mtimeMs, ctimeMs, ino, dev].join(' '),
      changedAt: Math.max(mtimeMs, ctimeMs),
    },
    bytes: () => readFileSync(address),
    head: (length) => readHead(address, length),
  };
};

const readHead = (address: string, length: number): Uint8Array => {
  const handle = openSync(address, 'r');
  try {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(handle, bytes, 0, length, 0));
  } finally {
    closeSync(handle);
  }
};
