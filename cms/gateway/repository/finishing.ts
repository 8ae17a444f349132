import { createEndingMoves } from './ending-moves.ts';
import { objectsOf } from './kept-objects.ts';
import type { Landing, PublishAgain } from './landing.ts';
import { createMovingLogs } from './moving-logs.ts';
import {
  arrived,
  type PublicationRecord,
  pending,
  readUnfinished,
  struckOut,
} from './publication-records.ts';
import { movingStep } from './publication-steps.ts';
import type { RefMove } from './ref-transaction.ts';
import type { CommitId, LeftFile } from './repository.ts';
import type { RepositoryParts } from './repository-parts.ts';

/** What remains to be done of publications once their commits are on the branch, or never came there. */
export type Finishing = Pick<
  Landing,
  'finishAll' | 'pendingFiles' | 'isUnfinished' | 'filesBrought'
> & {
  /**
   * Does what is left of a publication that was just made.
   * @returns the files that were left as they are, those of former publications among them; null where nothing came through
   */
  finish(record: PublicationRecord): Promise<readonly LeftFile[] | null>;
  /** Says that a record is about to be written. */
  expect(): void;
};

/** A publication takes seconds at most: a record older than this, without its commit on the branch, is of one that failed. */
const abandonedAfterMs = 10 * 60_000;

/** Makes what finishes publications. All of it happens in the turn of the publications. */
export const createFinishing = (
  parts: Pick<
    RepositoryParts,
    'drafts' | 'draftRefs' | 'lent' | 'branch' | 'checkout' | 'portal' | 'onTrouble' | 'onStep'
  >,
  publishAgain: PublishAgain,
): Finishing => {
  const { drafts, lent, branch, checkout, onTrouble, onStep } = parts;
  let left: readonly LeftFile[] = [];
  let pendingCommits: readonly CommitId[] = [];
  let hasRecords = false;
  let brought = 0;
  let told = '';

  const endingMoves = createEndingMoves(parts);

  /** Ends the proposal of a publication, unless somebody has gone on with it in the meantime. */
  const endProposal = async ({ ends }: PublicationRecord): Promise<void> => {
    if (!ends) return;
    const there = await drafts.reader.read(ends.ref);
    // Outdated: another portal has done the same.
    if (there?.id === ends.at) await drafts.moveRefs(await endingMoves(ends));
    await onStep('proposal-ended');
  };

  const movingLogs = createMovingLogs(parts);

  /** What was said about an entry goes with it, and what was proposed is ended. */
  const settle = async (record: PublicationRecord): Promise<void> => {
    await endProposal(record);
    if (!record.moves) return;
    await movingLogs.move(record.moves);
    await onStep(movingStep);
  };

  /** Tells the operator once what keeps files from the checkout, and not again with every attempt. */
  const tell = (causes: readonly unknown[]): void => {
    const saying = causes.map(String).join('\n');
    if (saying !== told) for (const cause of causes) onTrouble(cause);
    told = saying;
  };

  /** Brings the files of publications into the checkout, and strikes out what is done with that. */
  const bring = async (
    records: readonly PublicationRecord[],
    before: readonly CommitId[],
    tip: CommitId,
  ): Promise<void> => {
    const commits = records.map(({ commit }) => commit);
    const all = [...new Set([...before, ...commits])];
    if (!checkout) {
      const moved = await drafts.moveRefs(records.map(struckOut));
      hasRecords = moved === 'outdated';
      await onStep('record-struck-out');
      return;
    }
    const result = await checkout.bring(all, tip);
    tell(result.causes);
    brought += result.changed;
    const { unfinished } = result;
    const moves: RefMove[] = [
      ...before.filter((commit) => !unfinished.includes(commit)).map(arrived),
      // A record stays until the index knows of its publication: see publishAgain.
      ...(result.isIndexed ? records.map(struckOut) : []),
      ...(result.isIndexed
        ? commits
            .filter((commit) => unfinished.includes(commit) && !before.includes(commit))
            .map(pending)
        : []),
    ];
    const moved = moves.length > 0 ? await drafts.moveRefs(moves) : 'moved';
    left = result.left;
    pendingCommits = unfinished.filter((commit) => result.isIndexed || before.includes(commit));
    // Outdated: another portal has done the same, or does it at this moment.
    hasRecords = moved === 'outdated' || (!result.isIndexed && records.length > 0);
    await onStep('record-struck-out');
  };

  const finishAll = async (): Promise<void> => {
    const unfinished = await readUnfinished(drafts.git);
    hasRecords = unfinished.records.length > 0;
    const tip = await branch.tip();
    const there: PublicationRecord[] = [];
    let waiting = 0;
    for (const record of unfinished.records) {
      if (await branch.descends(tip, record.commit)) there.push(record);
      else if (await isAbandoned(record)) await forget(record, tip);
      else waiting += 1;
    }
    const before: CommitId[] = [];
    for (const commit of unfinished.pending) {
      // Where another branch was checked out meanwhile, git itself has put that branch's files there.
      if (await branch.descends(tip, commit)) before.push(commit);
      else await drafts.moveRefs([arrived(commit)]);
    }
    for (const record of there) await settle(record);
    for (const { commit } of checkout ? there : []) {
      const files = (await checkout?.takenBack(commit, tip)) ?? [];
      if (files.length === 0) continue;
      await publishAgain(files);
      // The branch has moved on: everything is read again, and nothing is taken back now.
      return finishAll();
    }
    pendingCommits = before;
    if (there.length > 0 || before.length > 0) await bring(there, before, tip);
    else {
      left = [];
      hasRecords = false;
    }
    hasRecords ||= waiting > 0;
  };

  return {
    finishAll,

    async finish(record) {
      try {
        await settle(record);
        await bring([record], pendingCommits, await branch.tip());
        return left;
      } catch (error) {
        // It is published: what hinders the rest must not be told to the person as a failure of that.
        tell([error]);
        return null;
      }
    },

    expect() {
      hasRecords = true;
    },
    pendingFiles: () => left,
    isUnfinished: () => hasRecords || pendingCommits.length > 0,
    filesBrought: () => brought,
  };

  async function isAbandoned({ commit }: PublicationRecord): Promise<boolean> {
    const object = await drafts.reader.read(commit);
    const [, seconds = '0'] = /^committer .* (\d+) [+-]\d{4}$/m.exec(String(object?.bytes)) ?? [];
    return Date.now() - Number(seconds) * 1000 > abandonedAfterMs;
  }

  /** Strikes out a publication that never came about, and takes back what it had handed over. */
  async function forget(record: PublicationRecord, tip: CommitId): Promise<void> {
    await lent.takeBack(await objectsOf(drafts.git, [record.commit], [tip]), 'loose-only');
    await drafts.moveRefs([struckOut(record)]);
  }
};
