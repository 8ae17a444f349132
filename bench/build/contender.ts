import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from './measure.ts';
import type { FileTree } from './portal-tree.ts';

/** A tool with a project that it can build, and what the bench has to know of it. */
export type Contender = {
  name: string;
  build: Command;
  /** The folder that the site is written to. */
  output: string;
  /** Everything that an earlier build left: caches and the output. */
  leftovers: readonly string[];
  /** The entry that is changed for the build after one change. */
  changedFile: string;
};

export function writeTree(folder: string, tree: FileTree): void {
  for (const [path, text] of tree) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
