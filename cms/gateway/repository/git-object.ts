import { createHash } from 'node:crypto';
import type { CommitId, FileVersion } from './repository.ts';

/** One line of a tree object. */
export type TreeLine = { readonly name: string; readonly kind: TreeKind; readonly id: string };
/** What a line of a tree names. */
export type TreeKind = 'file' | 'folder' | 'other';

/** What a commit object says of itself. */
export type CommitObject = { readonly tree: string; readonly author: string; readonly at: Date };

const kindOfMode: Record<string, TreeKind> = { 100644: 'file', 100755: 'file', 40000: 'folder' };

/**
 * Reads a tree object: `{mode} {name}\0{id}` again and again (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects).
 * Links and submodules are `other`; nothing ever follows them.
 * @param id the tree's own id, which tells how long the ids in it are
 */
export const readTree = (bytes: Buffer, id: string): TreeLine[] => {
  const idBytes = id.length / 2;
  const lines: TreeLine[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(' ', at);
    const nul = bytes.indexOf(0, space);
    lines.push({
      name: bytes.toString('utf8', space + 1, nul),
      kind: kindOfMode[bytes.toString('latin1', at, space)] ?? 'other',
      id: bytes.toString('hex', nul + 1, nul + 1 + idBytes),
    });
    at = nul + 1 + idBytes;
  }
  return lines;
};

/** Reads the headers of a commit object that this portal or any git wrote. */
export const readCommit = (bytes: Buffer): CommitObject => {
  const text = bytes.toString('utf8');
  const [, tree = ''] = /^tree ([0-9a-f]+)$/m.exec(text) ?? [];
  const [, author = ''] = /^author (.*) <[^>]*> \d+ [+-]\d{4}$/m.exec(text) ?? [];
  const [, seconds = '0'] = /^committer .* (\d+) [+-]\d{4}$/m.exec(text) ?? [];
  return { tree, author, at: new Date(Number(seconds) * 1000) };
};

/**
 * The version that git will give to a file with these bytes.
 * @param inTheRepositoryOf any commit there: its length tells SHA-1 from SHA-256
 */
export const versionOf = (bytes: Uint8Array, inTheRepositoryOf: CommitId): FileVersion =>
  createHash(inTheRepositoryOf.length === 40 ? 'sha1' : 'sha256')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex') as FileVersion;
