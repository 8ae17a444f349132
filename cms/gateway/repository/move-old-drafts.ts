import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DraftsRepository } from './drafts-repository.ts';
import { type KeptObjects, objectsOf } from './kept-objects.ts';
import type { LentObjects } from './lent-objects.ts';
import {
  deletedProposals,
  deletedRefOf,
  entryOfRef,
  liveProposals,
  pendingPublications,
} from './ref-names.ts';
import type { RefMove, RefTransaction } from './ref-transaction.ts';
import type { CommitId } from './repository.ts';
import type { Git } from './run-git.ts';

/** The steps of the move, after each of which it may be cut off. */
export type MoveStep = 'old-drafts-copied' | 'old-drafts-named' | 'old-drafts-forgotten';

type Parts = {
  drafts: DraftsRepository;
  kept: KeptObjects;
  lent: LentObjects;
  /** Runs git in the published repository. */
  git: Git;
  movePublished: RefTransaction;
  tip: CommitId;
  onStep(step: MoveStep): void | Promise<void>;
};

type OldRef = { readonly ref: string; readonly at: CommitId };

/**
 * Takes the proposals of former versions, which were refs of the published repository, over to that of the drafts:
 * their objects first, then their refs, then the old refs are deleted, and at last what nothing there refers to any
 * more, which a copy of the folder would still carry. Cut off anywhere, the next start goes on; refs that were fetched
 * back from an old copy later are taken over in the same way.
 */
export const moveOldDrafts = async (parts: Parts): Promise<void> => {
  const { drafts, kept, lent, git, movePublished, tip, onStep } = parts;
  const mark = join(drafts.folder, 'portal-moving-old-drafts');
  const old = await oldRefs(git);
  if (old.length === 0 && !(await stat(mark).catch(() => null))) return;
  await writeFile(mark, '');
  if (old.length > 0) {
    await kept.keepAll(
      old.map(({ at }) => at),
      [tip],
    );
    await onStep('old-drafts-copied');
    const moves = (await Promise.all(old.map((ref) => takenOver(drafts, ref)))).flat();
    if (moves.length > 0) await mustMove(drafts.moveRefs, moves);
    await onStep('old-drafts-named');
    await mustMove(
      movePublished,
      old.map(({ ref, at }) => ({ ref, from: at, to: null })),
    );
    await onStep('old-drafts-forgotten');
  }
  const alone = await objectsOf(drafts.git, await refsOfDrafts(drafts.git), [tip]);
  await lent.takeBack([...alone, ...(await lent.remains())], 'packs-too');
  await rm(mark, { force: true });
};

/** The commits that the refs of the drafts name. */
export const refsOfDrafts = async (git: Git): Promise<string[]> =>
  (await git(['for-each-ref', '--format=%(objectname)'])).toString().split('\n').filter(Boolean);

const oldRefs = async (git: Git): Promise<OldRef[]> => {
  const folders = [liveProposals, deletedProposals, pendingPublications];
  const output = await git(['for-each-ref', '--format=%(objectname) %(refname)', ...folders]);
  return output
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [at = '', ref = ''] = line.split(' ');
      return { at: at as CommitId, ref };
    });
};

/** The moves by which the drafts get a ref. Where another proposal of the entry has begun, it is kept as a deleted one. */
const takenOver = async ({ reader }: DraftsRepository, { ref, at }: OldRef): Promise<RefMove[]> => {
  const there = await reader.read(ref);
  if (there?.id === at) return [];
  if (!there) return [{ ref, from: null, to: at }];
  const entry = entryOfRef(ref);
  if (!entry) return [];
  const beside = deletedRefOf(entry, at);
  return (await reader.read(beside)) ? [] : [{ ref: beside, from: null, to: at }];
};

const mustMove = async (move: RefTransaction, moves: readonly RefMove[]): Promise<void> => {
  if ((await move(moves)) === 'outdated') {
    throw new Error('Another process moved the drafts of the repository at the same time.');
  }
};
