import type { ContentFile, ContentFiles } from '../../../src/source/content-files.ts';
import type { FileContent } from '../repository/repository.ts';

/** A file of the repository as the check takes it. */
export const contentFile = (path: string, bytes: Uint8Array): ContentFile => ({
  path,
  size: bytes.length,
  kind: 'file',
  bytes: () => bytes,
  head: (length) => bytes.subarray(0, length),
});

/** Files of an entry as the check takes them, in the order of paths. */
export const contentFilesFrom = (
  files: readonly Pick<FileContent, 'address' | 'bytes'>[],
): ContentFiles =>
  new Map(
    files
      .map(({ address, bytes }) => contentFile(address.path, bytes))
      .sort((one, other) => (one.path < other.path ? -1 : 1))
      .map((file) => [file.path, file]),
  );
