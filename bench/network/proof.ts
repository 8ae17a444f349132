import { textOfEntry } from './entries.ts';
import type { Asked } from './messages.ts';
import type { World } from './world.ts';

/** What somebody was told has come about. */
export type Told = {
  readonly asked: Extract<Asked, { id: string }>;
  /** What came of it; null where there was nothing to do. */
  readonly commit: string | null;
};

/** What is wrong; all of it has to be nothing. */
export type Proof = {
  /** Answered, and nowhere. */
  readonly lost: readonly string[];
  /** There twice. */
  readonly doubled: readonly string[];
  /** Versions of proposals that were published twice. */
  readonly publishedTwice: readonly string[];
  readonly fsck: readonly string[];
  /** Saves that others overtook while they waited here: they lie among the deleted drafts. */
  readonly aside: number;
};

/** Reads from the host alone what became of all that was answered. */
export const prove = (world: World, told: readonly Told[]): Proof => {
  const { git } = world;
  const log = (key: string) =>
    git(['log', `--format=%(trailers:key=${key},valueonly)`, 'main'])
      .split('\n')
      .filter(Boolean);
  const published = log('Op');
  const versions = log('Proposal-Version');
  const onBranch = new Set(git(['rev-list', 'main']).split('\n'));
  const deleted = git(['for-each-ref', '--format=%(refname)', 'refs/deleted-proposals/'])
    .split('\n')
    .filter(Boolean);
  const idsAside = new Set(
    deleted.flatMap((ref) => {
      const entry = ref.split('/').at(-2) ?? '';
      return textOfEntry(git, ref, entry).split('\n');
    }),
  );
  const lost: string[] = [];
  const doubled: string[] = [];
  let aside = 0;
  for (const { asked, commit } of told) {
    if (commit === null) continue;
    const { id, entry } = asked;
    if (asked.kind === 'publish') {
      const count = published.filter((found) => found === id).length;
      if (count > 1) doubled.push(id);
      // One that was begun before a crash is known again by its commit, whoever asked for it first.
      if (!onBranch.has(commit)) lost.push(id);
      continue;
    }
    const standing = [`refs/proposals/case-studies/sakura-u/${entry}`, 'main'].map((at) =>
      textOfEntry(git, at, entry)
        .split('\n')
        .filter((line) => line === id),
    );
    const count = Math.max(...standing.map(({ length }) => length));
    if (count > 1) doubled.push(id);
    if (count === 0 && idsAside.has(id)) aside += 1;
    else if (count === 0) lost.push(id);
  }
  const fsck = [world.hostFolder, ...world.foldersOfPortals].flatMap((folder) => {
    try {
      const said = git(
        [`--git-dir=${folder}`, 'fsck', '--full', '--strict', '--no-dangling'],
        folder,
      );
      return said.trim() ? [`${folder}: ${said}`] : [];
    } catch (error) {
      return [`${folder}: ${String((error as { stderr?: string }).stderr ?? error)}`];
    }
  });
  return {
    lost,
    doubled: [...doubled, ...twice(published)],
    publishedTwice: twice(versions),
    fsck,
    aside,
  };
};

const twice = (values: readonly string[]): string[] =>
  [...new Set(values)].filter((value) => values.indexOf(value) !== values.lastIndexOf(value));
