import { createHash } from 'node:crypto';

/** What readers may not get any more although the served site still has it. Addresses stand below the base path. */
export type Gone = {
  /** Folders of the site: `/practices/sakura-u/pledge/`. Everything below them is gone. */
  readonly folders: readonly string[];
  /** Where the content keeps them: `case-studies/sakura-u/pledge`. */
  readonly entries: readonly string[];
  /** Single files, not percent-encoded: `/practices/sakura-u/pledge/様式.docx`. */
  readonly files: readonly string[];
  /** Titles and summaries that nothing else in the published content says. */
  readonly words: readonly string[];
};

/** Tells one state of what is gone from every other; the same wherever it is worked out. */
export const keyOf = (gone: Gone): string =>
  createHash('sha256')
    .update(JSON.stringify([gone.folders, gone.entries, gone.files, gone.words]))
    .digest('base64url')
    .slice(0, 16);

/** What is gone of several sites together; null where nothing is. */
export const goneTogether = (parts: readonly Gone[]): Gone | null => {
  const all = (part: keyof Gone) => [...new Set(parts.flatMap((gone) => gone[part]))].sort();
  const gone = {
    folders: all('folders'),
    entries: all('entries'),
    files: all('files'),
    words: all('words'),
  };
  return gone.folders.length + gone.files.length > 0 ? gone : null;
};

/**
 * Whether a file of the site is gone itself.
 * @param path below the site's folder, as the disk has it
 */
export const isGone = ({ folders, files }: Gone, path: string): boolean => {
  const address = `/${path.normalize('NFC')}`;
  return (
    folders.some((folder) => address.startsWith(folder)) ||
    files.some((file) => address === file || (file.endsWith('/') && address.startsWith(file)))
  );
};
