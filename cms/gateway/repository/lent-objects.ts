import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { looseFile, objectsOf } from './kept-objects.ts';
import { recordPath } from './ref-names.ts';
import {
  endOf,
  type Git,
  GitFailure,
  type GitPlace,
  startGit,
  wholeRepositoryLimit,
} from './run-git.ts';

/**
 * What goes from the repository of drafts over to the published one: the objects of a publication, and no others. And
 * what lies in the published one that only drafts refer to, which a copy of its folder would carry along.
 */
export type LentObjects = {
  /** Has the objects of a publication lie in the published repository. @param from its parent, which is published */
  handOver(commit: string, from: string): Promise<void>;
  /**
   * Takes objects out of the published repository to which nothing there refers: no ref, no reflog, no index.
   * @param ids what drafts alone refer to
   * @param how `packs-too` unpacks the whole repository's loose ends to get at what is packed
   */
  takeBack(ids: readonly string[], how: 'loose-only' | 'packs-too'): Promise<void>;
  /** What drafts of former times left behind in the published repository when they ended. */
  remains(): Promise<string[]>;
};

type Parts = {
  drafts: GitPlace;
  published: GitPlace;
  git: Git;
  /** The git folder of the published repository, that of all its working trees. */
  sharedFolder: string;
};

/** Makes what hands over. @param git runs in the published repository */
export const createLentObjects = ({ drafts, published, git, sharedFolder }: Parts): LentObjects => {
  const objects = join(sharedFolder, 'objects');

  /** Everything that somebody could still reach there, by a ref, a reflog or an index. */
  const reachable = async (): Promise<ReadonlySet<string>> => {
    const args = ['rev-list', '--objects', '--no-object-names', '--ignore-missing'];
    const from = ['--all', '--reflog', '--indexed-objects'];
    return new Set(
      (await git([...args, ...from], [], wholeRepositoryLimit)).toString().split('\n'),
    );
  };

  const there = async (ids: readonly string[]): Promise<string[]> => {
    const answer = await git(['cat-file', '--batch-check=%(objectname)'], [`${ids.join('\n')}\n`]);
    return answer
      .toString()
      .split('\n')
      .filter((line) => line && !line.includes(' '));
  };

  /** Git keeps a table of the commits that it has seen, which may name what is gone. */
  const forgetInCommitGraph = async (): Promise<void> => {
    const tables = ['commit-graph', 'commit-graphs'].map((name) => join(objects, 'info', name));
    const found = await Promise.all(tables.map((table) => stat(table).catch(() => null)));
    if (found.every((table) => table === null)) return;
    await Promise.all(tables.map((table) => rm(table, { recursive: true, force: true })));
    const write = ['commit-graph', 'write', '--reachable', '--no-progress'];
    await git(write, [], wholeRepositoryLimit).catch(unlessAnotherWritesIt);
  };

  return {
    handOver: (commit, from) =>
      piped(
        { place: drafts, args: ['pack-objects', '--quiet', '--revs', '--sparse', '--stdout'] },
        `${commit}\n^${from}\n`,
        { place: published, args: ['unpack-objects', '-q'] },
      ),

    async takeBack(ids, how) {
      if (ids.length === 0) return;
      const found = await there(ids);
      if (found.length === 0) return;
      const wanted = await reachable();
      const useless = found.filter((id) => !wanted.has(id));
      const isPacked = async () => {
        for (const id of useless) {
          if (!(await stat(looseFile(objects, id)).catch(() => null))) return true;
        }
        return false;
      };
      if (how === 'packs-too' && (await isPacked())) {
        await git(['repack', '-A', '-d', '--quiet'], [], wholeRepositoryLimit);
      }
      await Promise.all(useless.map((id) => rm(looseFile(objects, id), { force: true })));
      if (useless.length > 0) await forgetInCommitGraph();
    },

    async remains() {
      const all = ['cat-file', '--batch-all-objects', '--unordered'];
      const format = '--batch-check=%(objecttype) %(objectname)';
      const listed = (await git([...all, format], [], wholeRepositoryLimit)).toString().split('\n');
      const commits = listed
        .filter((line) => line.startsWith('commit '))
        .map((line) => line.slice('commit '.length));
      const wanted = await reachable();
      const ended = commits.filter((id) => !wanted.has(id));
      if (ended.length === 0) return [];
      const names = ended.map((id) => `${id}:${recordPath}\n`).join('');
      const answers = (await git(['cat-file', '--batch-check=%(objecttype)'], [names])).toString();
      const drafts = ended.filter((_, at) => answers.split('\n')[at] === 'blob');
      return drafts.length > 0 ? objectsOf(git, drafts, ['HEAD']) : [];
    },
  };
};

/** Another portal's table names what is reachable alone, as ours would; and without one git only takes longer. */
const unlessAnotherWritesIt = (error: unknown): void => {
  if (error instanceof GitFailure && /commit-graph[^\n]*\.lock': File exists/.test(error.words))
    return;
  throw error;
};

type Command = { place: GitPlace; args: readonly string[] };

/** Runs one git command into another, so that files of any size go over without lying in our memory. */
const piped = (giver: Command, input: string, taker: Command): Promise<void> => {
  const from = startGit(giver.place, giver.args);
  const to = startGit(taker.place, taker.args);
  from.stdout.pipe(to.stdin);
  from.stdin.on('error', () => {});
  to.stdin.on('error', () => {});
  from.stdin.end(input);
  to.stdout.resume();
  return Promise.all([endOf(from, giver.args), endOf(to, taker.args)]).then(() => {});
};
