import type { ContentFile, ContentFiles } from '../../../src/source/content-files.ts';
import type { CommitId } from '../repository/repository.ts';

/** A file on its way to a process apart: all of its bytes, or as many as are looked at there. */
export type SentFile = {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Of the whole file; that of the bytes where it is left out. */
  readonly size?: number;
};

/** An entry of the published content as it is now; without files it is gone. */
export type SentEntry = { readonly path: string; readonly files: readonly SentFile[] };

/** What a process apart has to know of the published content. */
export type ContentNews = {
  readonly kind: 'content';
  /** As of which commit. */
  readonly commit: CommitId;
  readonly entries: readonly SentEntry[];
  /** All of it, whatever the process knew before; otherwise what has changed. */
  readonly isAll: boolean;
};

/** Files as they came, as the check takes them, in the order of paths. */
export const receivedFiles = (files: readonly SentFile[]): ContentFiles =>
  new Map(
    files
      .map(
        ({ path, bytes, size = bytes.length }): ContentFile => ({
          path,
          size,
          kind: 'file',
          bytes: () => bytes,
          head: (length) => bytes.subarray(0, length),
        }),
      )
      .sort((one, other) => (one.path < other.path ? -1 : 1))
      .map((file) => [file.path, file]),
  );
