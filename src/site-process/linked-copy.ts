import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { withBytesOf } from '../reused-room.ts';
import { linkedFolders } from './linked-folders.ts';

/**
 * A copy of a folder whose files are the same files under other names, so that it costs next to nothing. Nothing in it is written in
 * place: that would change the folder that it was copied from, which is served.
 */
export type LinkedCopy = {
  /** The folder of the copy. */
  dir: string;
  /** Writes a file anew. @returns whether it says anything else than before */
  write(file: string, bytes: Uint8Array): boolean;
  /** Takes a file or a folder away, with the folders that hold nothing else. */
  remove(path: string): void;
};

/**
 * Makes a linked copy, of what stands there or anew.
 * @param folders knows both folders from earlier copies, where there were any
 */
export function linkedCopy(from: string, dir: string, folders = linkedFolders()): LinkedCopy {
  folders.bring(dir, from);
  return {
    dir,
    write(file, bytes) {
      const path = join(dir, file);
      if (holds(path, bytes)) return false;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.new`, bytes);
      renameSync(`${path}.new`, path);
      return true;
    },
    remove(path) {
      rmSync(join(dir, path), { recursive: true, force: true });
      for (let above = dirname(path); above !== '.' && isEmpty(join(dir, above)); ) {
        rmdirSync(join(dir, above));
        above = dirname(above);
      }
    },
  };
}

const isEmpty = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length === 0;

const holds = (path: string, bytes: Uint8Array): boolean => {
  try {
    return withBytesOf(path, (before) => before.equals(bytes));
  } catch {
    return false;
  }
};
