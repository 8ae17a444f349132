import type { CloneTree } from './clone-tree.ts';
import { createEndingMoves } from './ending-moves.ts';
import type { GitHost } from './git-host.ts';
import { createHostStore } from './host-store.ts';
import type { Landing } from './landing.ts';
import { createMirror } from './mirror.ts';
import { createMovingLogs } from './moving-logs.ts';
import type { EndedProposal } from './publication-records.ts';
import {
  entryOfRef,
  hostBranch,
  isShared,
  liveProposals,
  refOf,
  undeliveredDrafts,
} from './ref-names.ts';
import type { RefMove, RefTransaction } from './ref-transaction.ts';
import type { CommitId, HostState } from './repository.ts';
import type { OwnParts, RepositoryParts } from './repository-parts.ts';
import { createUndeliveredDrafts, readUndelivered } from './undelivered.ts';

/** A repository whose store is a git host: what of its parts is otherwise. */
export type Hosted = Pick<RepositoryParts, 'drafts' | 'keepHere' | 'isHereOnly' | 'landing'> & {
  readonly state: Omit<HostState, 'hasten'>;
  /** Brings the tree in order, and what the host has here, where it answers. @throws HostAway, HostRefuses */
  start(): Promise<void>;
  /**
   * Brings here what the host has, and there what is here alone.
   * @returns whether anything was new @throws HostAway, HostRefuses
   */
  exchange(): Promise<boolean>;
  close(): void;
};

/**
 * Puts together what a git host as the store needs. Every move of refs is a push, and is shown here when the host has it; a
 * publication is one push of the branch, the end of its proposal and what is kept of it.
 * @param ground the parts of a repository that is its own store
 * @param onArrival is called when the branch was moved by others
 */
export const createHosted = async ({
  ground,
  host,
  tree,
  onArrival,
}: {
  ground: OwnParts;
  host: GitHost;
  tree: CloneTree;
  onArrival(): void;
}): Promise<Hosted> => {
  const { drafts, draftRefs, lent, branch, movePublished, inTurn } = ground;
  const known = readUndelivered(await draftRefs(undeliveredDrafts));
  const { descends } = branch;

  const bringBranch = async (tip: CommitId, how: 'fetched' | 'pushed'): Promise<void> => {
    const from = await branch.tip();
    const ref = await branch.ref();
    if (ref === null) throw new Error('No branch is checked out in the clone.');
    if (from !== tip) {
      await lent.handOver(tip, from);
      await movePublished([{ ref, from, to: tip }]);
    }
    await tree.bring(await branch.tip());
    if (how === 'fetched') onArrival();
  };

  const mirror = createMirror({
    host,
    refsBelow: draftRefs,
    move: drafts.moveRefs,
    inTurn,
    branch: { tip: branch.tip, bring: bringBranch },
    undelivered: known,
  });
  const store = createHostStore({ host, mirror, descends });
  const undelivered = createUndeliveredDrafts({
    known,
    store,
    mirror,
    refsBelow: draftRefs,
    descends,
    inTurn,
  });

  const moveRefs: RefTransaction = (moves, seen) => {
    // What is about the checkout of this machine.
    if (!moves.some(({ ref }) => isShared(ref))) return mirror.keep(moves);
    // After a fetch a moment ago the tip is seen; to hold it would have busy portals lose to each other again and again.
    const held =
      seen && store.age() > freshMs ? [{ ref: hostBranch, from: seen.tip, to: seen.tip }] : [];
    return undelivered.move([...held, ...moves]);
  };
  const own = { ...ground, drafts: { ...drafts, moveRefs } };
  const endingMoves = createEndingMoves(own);
  const { movesOf } = createMovingLogs(own);

  const landing: Landing = {
    trailersOf: (ends) => (ends ? { [publishedProposal]: ends.at } : {}),

    /**
     * A host that died in the middle of a push may have the publication and the proposal as well. The commit says of which
     * proposal it is.
     */
    async landedBefore(ends, since, tip) {
      const words = `${publishedProposal}: ${ends.at}`;
      const args = ['rev-list', '--max-count=1', '--fixed-strings', `--grep=${words}`];
      const found = (await drafts.git([...args, tip, `^${since}`])).toString().trim();
      if (!found) return null;
      await moveRefs(await endingMoves(ends));
      return found as CommitId;
    },

    async land({ commit, ends, moves }, { from }) {
      const all: RefMove[] = [
        { ref: hostBranch, from, to: commit },
        ...(ends ? await endingMoves(ends) : []),
        ...(moves ? await movesOf(moves) : []),
      ];
      const moved = await undelivered.move(all);
      return moved === 'outdated' ? moved : { left: tree.left() };
    },

    finishAll: async () => {
      if (tree.left().length > 0) await tree.bring(await branch.tip());
    },
    pendingFiles: tree.left,
    isUnfinished: () => tree.left().length > 0,
    filesBrought: tree.brought,
  };

  /** Ends what a host that died has published and left as a proposal. */
  const endPublished = async (): Promise<void> => {
    const tip = await branch.tip();
    const args = ['log', `--format=%(trailers:key=${publishedProposal},valueonly)`];
    const latest = await drafts.git([...args, '--max-count=1000', tip]);
    const published = new Set(latest.toString().split('\n').filter(Boolean));
    for (const { ref, commit } of await draftRefs(liveProposals)) {
      const entry = entryOfRef(ref);
      if (!entry || !published.has(commit) || known.has(ref)) continue;
      const ends: EndedProposal = { ref, at: commit };
      const since = (await branch.baseOf(commit)) ?? tip;
      await inTurn(entry.path, () => landing.landedBefore(ends, since, tip));
    }
  };

  const exchange = async (): Promise<boolean> => {
    const isNew = await store.refresh();
    if (known.size > 0) await undelivered.deliver();
    return isNew;
  };

  return {
    drafts: own.drafts,
    keepHere: undelivered.keep,
    isHereOnly: (entry) => known.has(refOf(entry)),
    landing: () => landing,
    state: {
      awaySince: store.awaySince,
      undelivered: () => [...known.keys()].flatMap((ref) => entryOfRef(ref) ?? []),
    },
    async start() {
      await tree.heal(await branch.tip());
      await exchange();
      await endPublished();
    },
    exchange,
    close: host.close,
  };
};

/** As long as a save takes over a slow line. */
const freshMs = 1_000;

/** Names, in the message of a publication, the version of the proposal that it shows. */
const publishedProposal = 'Proposal-Version';
