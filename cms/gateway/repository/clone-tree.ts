import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileAt } from './content-address.ts';
import type { CommitId, LeftFile } from './repository.ts';
import { troubleIn } from './repository-trouble.ts';
import type { Git } from './run-git.ts';

/**
 * The working tree of a clone that is the portal's own, from which the site is built. Nobody works there, so that it is
 * simply brought to what the branch says: the index first, then each file whole in the place of the one before.
 */
export type CloneTree = {
  /** Brings the tree to a commit, and what could not be written before. */
  bring(tip: CommitId): Promise<void>;
  /** Makes good whatever was cut off, or changed in the tree by hand. */
  heal(tip: CommitId): Promise<void>;
  /** The files of the content that could not be written. */
  left(): readonly LeftFile[];
  /** How many files were changed so far. */
  brought(): number;
};

/** Git holds the index for milliseconds. */
const staleAfterMs = 10_000;

/** Makes the keeper of the tree. @param git runs in its root; @param contentFolder from there */
export const createCloneTree = ({
  git,
  root,
  gitFolder,
  contentFolder,
  onTrouble,
}: {
  git: Git;
  root: string;
  gitFolder: string;
  contentFolder: string;
  onTrouble(error: unknown): void;
}): CloneTree => {
  /** Paths that the index has otherwise than the tree, as far as is known, with the reason where one could not be written. */
  let waiting = new Map<string, LeftFile['why'] | null>();
  let count = 0;
  let told = '';

  const freeStaleLock = async () => {
    const lock = join(gitFolder, 'index.lock');
    const found = await stat(lock).catch(() => null);
    if (found && Date.now() - found.mtimeMs > staleAfterMs) await rm(lock, { force: true });
  };

  /** Brings the index to a commit. @returns the paths that it changed */
  const bringIndex = async (tip: CommitId): Promise<string[]> => {
    const args = ['diff-index', '--cached', '--raw', '-z', '--no-renames', '--no-abbrev'];
    const parts = (await git([...args, tip])).toString().split('\0');
    const paths: string[] = [];
    const lines: string[] = [];
    for (let at = 0; at + 1 < parts.length; at += 2) {
      const [mode = '', , id = ''] = (parts[at] ?? '').slice(1).split(' ');
      const path = parts[at + 1] ?? '';
      paths.push(path);
      lines.push(/^0+$/.test(id) ? `0 ${id}\t${path}\0` : `${mode} ${id}\t${path}\0`);
    }
    if (lines.length > 0) await git(['update-index', '-z', '--index-info'], lines);
    return paths;
  };

  /** Writes files as the index has them, or takes them away where it has none. */
  const write = async (paths: readonly string[]): Promise<void> => {
    const there = new Set<string>();
    // In portions, since they are arguments.
    for (let at = 0; at < paths.length; at += 500) {
      const some = paths.slice(at, at + 500);
      const listed = await git(['ls-files', '--stage', '-z', '--', ...some]);
      for (const line of listed.toString().split('\0').filter(Boolean)) {
        // Links and submodules are never followed, and so not made either.
        if (line.startsWith('100')) there.add(line.slice(line.indexOf('\t') + 1));
      }
    }
    const scratch = join(gitFolder, `portal-bringing-${randomUUID()}`);
    await mkdir(scratch);
    try {
      const list = [...there].map((path) => `${path}\0`);
      const out = ['checkout-index', '--force', '-z', '--stdin', `--prefix=${scratch}/`];
      if (list.length > 0) await git(out, list);
      for (const path of paths) {
        try {
          if (there.has(path)) await put(join(scratch, path), join(root, path));
          else await remove(path);
          waiting.delete(path);
          count += 1;
        } catch (error) {
          tell(error);
          waiting.set(path, troubleIn(error) === 'disk-full' ? 'disk-full' : 'not-writable');
        }
      }
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  };

  const put = async (from: string, to: string): Promise<void> => {
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
  };

  const remove = async (path: string): Promise<void> => {
    await rm(join(root, path), { force: true });
    // The folders above it, as long as nothing else lies there.
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      if (
        !(await rmdir(join(root, folder)).then(
          () => true,
          () => false,
        ))
      )
        break;
    }
  };

  const tell = (error: unknown): void => {
    if (String(error) !== told) onTrouble(error);
    told = String(error);
  };

  const bring = async (tip: CommitId): Promise<void> => {
    try {
      await freeStaleLock();
      for (const path of await bringIndex(tip)) waiting.set(path, null);
      if (waiting.size > 0) await write([...waiting.keys()]);
      told = waiting.size > 0 ? told : '';
    } catch (error) {
      // It is on the branch: what hinders the rest is tried again, and told to nobody as a failure of that.
      tell(error);
      for (const path of waiting.keys()) waiting.set(path, 'not-writable');
    }
  };

  return {
    bring,
    async heal(tip) {
      await rm(join(gitFolder, 'index.lock'), { force: true });
      for (const name of await readdir(gitFolder)) {
        if (name.startsWith('portal-bringing-')) {
          await rm(join(gitFolder, name), { recursive: true, force: true });
        }
      }
      // What a file is like is looked at anew, whatever its times say.
      await git(['update-index', '--really-refresh', '-q']).catch(() => {});
      const differing = (await git(['diff-files', '--name-only', '-z'])).toString();
      const strange = (await git(['ls-files', '--others', '-z', '--', contentFolder])).toString();
      const paths = `${differing}${strange}`.split('\0').filter(Boolean);
      waiting = new Map(paths.map((path) => [path, null]));
      await bring(tip);
    },
    left: () =>
      [...waiting].flatMap(([path, why]) => {
        const found = fileAt(path.slice(contentFolder.length + 1));
        return found.ok && path.startsWith(`${contentFolder}/`)
          ? [{ address: found.address, why: why ?? 'not-writable' }]
          : [];
      }),
    brought: () => count,
  };
};
