import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes files into a new folder and keeps count of them. */
export type FolderWriter = {
  /** @throws Error where the path is taken: one of two files would be lost. */
  put(path: string, content: string | Uint8Array): Promise<void>;
  copy(path: string, from: string): Promise<void>;
  /** What has been written, in order. */
  paths(): string[];
};

/** Opens a folder that nothing has been written into. Paths are slash-separated, below it. */
export function folderWriter(folder: string): FolderWriter {
  const written = new Set<string>();
  const claim = async (path: string): Promise<string> => {
    if (written.has(path)) throw new Error(`Two files of the folder edition would be ${path}.`);
    written.add(path);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    return join(folder, path);
  };
  return {
    put: async (path, content) => writeFile(await claim(path), content),
    copy: async (path, from) => copyFile(from, await claim(path)),
    paths: () => [...written].sort(),
  };
}
