import type { Account, CommitId, FileVersion } from './repository.ts';
import type { Git } from './run-git.ts';

/** A file put into a commit: by its bytes, by the version that git has already, or taken away. */
export type TreeChange = {
  /** From the root of the repository. */
  readonly path: string;
  readonly content: Uint8Array | FileVersion | null;
};

export type NewCommit = {
  /** The first one's files are what the changes are made to; without any there are none. */
  readonly parents: readonly CommitId[];
  readonly changes: readonly TreeChange[];
  readonly author: Account;
  readonly committer: Account;
  readonly at: Date;
  readonly message: string;
};

/** Any name will do: the stream lets go of it before git would write it. */
const scratch = 'refs/portal/unwritten';

/**
 * Writes a commit with all its trees and files through one `git fast-import`, and moves no ref: a crash leaves objects
 * that nothing points to. fast-import reads only the folders that change, and needs neither index nor working tree.
 * @returns the id of the commit, which is on the disk
 */
export const writeCommit = async (git: Git, commit: NewCommit): Promise<CommitId> => {
  const answer = await git(
    // With --done a stream that was cut off is an error, never a smaller commit.
    ['fast-import', '--quiet', '--done', '--date-format=raw', '--cat-blob-fd=1'],
    stream(commit),
  );
  return answer.toString().trim() as CommitId;
};

function* stream(commit: NewCommit): Iterable<string | Uint8Array> {
  const [first, ...others] = commit.parents;
  yield `commit ${scratch}\nmark :1\n`;
  yield `author ${signature(commit.author, commit.at)}\n`;
  yield `committer ${signature(commit.committer, commit.at)}\n`;
  yield* data(Buffer.from(commit.message));
  if (first) yield `from ${first}\n`;
  for (const other of others) yield `merge ${other}\n`;
  for (const { path, content } of commit.changes) {
    if (/^"|[\n\0]/.test(path)) throw new Error('A path must be one plain line.');
    if (content === null) yield `D ${path}\n`;
    else if (typeof content === 'string') yield `M 100644 ${content} ${path}\n`;
    else {
      yield `M 100644 inline ${path}\n`;
      yield* data(content);
    }
  }
  // A reset with nothing to reset to makes fast-import forget the branch without touching any ref.
  yield `\nget-mark :1\nreset ${scratch}\n\ndone\n`;
}

function* data(bytes: Uint8Array): Iterable<string | Uint8Array> {
  yield `data ${bytes.length}\n`;
  yield bytes;
  yield '\n';
}

/** The portal keeps Japanese time, wherever its machine stands. */
const signature = ({ name, email }: Account, at: Date): string =>
  `${name.replace(/[<>\n\0]/g, '')} <${email}> ${Math.floor(at.getTime() / 1000)} +0900`;
