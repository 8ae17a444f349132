import { Refusal } from '../../../src/refusal.ts';
import { readSettledRefs } from '../backup/settled-refs.ts';
import { openSourcePortal } from '../backup/source-portal.ts';
import { HostAway, HostRefuses, type PushAnswer } from '../repository/git-host.ts';
import {
  hostBranch,
  isShared,
  pendingPublications,
  publicationRecords,
} from '../repository/ref-names.ts';
import type { RefMove } from '../repository/ref-transaction.ts';
import type { CommitId } from '../repository/repository.ts';
import { GitFailure, type GitPlace, gitIn } from '../repository/run-git.ts';
import { createHost, type HostNames } from './host.ts';
import type { HostAccess } from './host-access.ts';
import { carryWords, refusalSentences } from './words.ts';

/** What was brought to the host. */
export type Carried = {
  /** Drafts, and what was said about them, who may come in, and what else stands in a record. */
  readonly records: number;
  /** Whether the branch that readers see was brought there too. */
  readonly branch: boolean;
};

/**
 * Brings what a portal of one machine keeps beside its published content to the git host that becomes its store: drafts,
 * conversations, members and invitations; and the published branch where the host has none yet. All of it or nothing, and
 * what is there stays as it is, here and there. Asked again, it brings what is still missing.
 * @param folder the portal's checkout; the portal is stopped
 * @throws Refusal where one of the two is not in a state for that, or the host does not take it
 */
export const carryToHost = async (
  folder: string,
  { access, names }: { access: HostAccess; names: HostNames },
): Promise<Carried> => {
  const source = await openSourcePortal(folder);
  const { published, drafts } = await readSettledRefs(source);
  if ([...drafts.keys()].some(isUnfinished)) throw new Refusal(carryWords.unfinished);
  const host = createHost({
    access,
    names,
    place: source.objects as GitPlace & { gitFolder: string },
    freeStaleLocks: async () => {},
  });
  try {
    const there = await host.list();
    const branch = published.get(source.branch) as CommitId;
    const shared = [...drafts].filter(([ref]) => isShared(ref)) as [string, CommitId][];
    const other = shared.filter(([ref, commit]) => (there.get(ref) ?? commit) !== commit);
    if (other.length > 0) throw new Refusal(carryWords.others(other.length));
    const tip = there.get(hostBranch) ?? null;
    if (tip !== null && !(await holds(source.objects, tip, branch))) {
      throw new Refusal(carryWords.branchBehind(names.branch));
    }
    const missing = shared.filter(([ref]) => !there.has(ref));
    const moves: RefMove[] = [
      ...(tip === null ? [{ ref: hostBranch, from: null, to: branch }] : []),
      ...missing.map(([ref, to]) => ({ ref, from: null, to })),
    ];
    if (moves.length > 0) answered(await host.push(moves));
    return { records: missing.length, branch: tip === null };
  } catch (error) {
    if (error instanceof HostAway) throw new Refusal(carryWords.away(access.url));
    if (error instanceof HostRefuses) throw new Refusal(refusalSentences[error.why]);
    throw error;
  } finally {
    host.close();
  }
};

const isUnfinished = (ref: string): boolean =>
  ref.startsWith(pendingPublications) || ref.startsWith(publicationRecords);

/** Whether a commit of the host goes on from one of ours; one that was never fetched is not known to. */
const holds = async (place: GitPlace, tip: CommitId, ours: CommitId): Promise<boolean> => {
  try {
    await gitIn(place)(['merge-base', '--is-ancestor', ours, tip]);
    return true;
  } catch (error) {
    if (error instanceof GitFailure) return false;
    throw error;
  }
};

/** @throws Refusal, HostAway or HostRefuses where not all has moved */
const answered = (answer: PushAnswer): void => {
  switch (answer.kind) {
    case 'moved':
      return;
    case 'refused':
      throw answer.cause;
    case 'overtaken':
      throw new Refusal(carryWords.overtaken);
    case 'away':
      throw new HostAway({ cause: answer.cause });
    case 'unanswered':
      throw new Refusal(carryWords.unanswered);
  }
};
