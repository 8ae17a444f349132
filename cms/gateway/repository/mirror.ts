import type { DraftRef } from './draft-refs.ts';
import type { GitHost } from './git-host.ts';
import type { InTurn } from './in-turn.ts';
import { hostBranch, hostRefs, isShared } from './ref-names.ts';
import type { RefMove, RefTransaction } from './ref-transaction.ts';
import type { CommitId } from './repository.ts';

/**
 * What the host has, here. Below `hostRefs` stands what a fetch brought, and nothing but fetches moves it; what everybody
 * reads is moved after a fetch, or after a push of our own, and never taken back to what a fetch saw before that push. So a
 * fetch that is killed harms nothing that is read. A draft that is here alone stays as it is until it is delivered.
 */
export type Mirror = {
  /** What is shown of what the host has, by the names of refs here; the branch as `hostBranch`. */
  shown(): Promise<ReadonlyMap<string, CommitId>>;
  /** Fetches, and shows what came. One at a time. @returns whether anything did */
  fetch(): Promise<boolean>;
  /** Shows what a push has brought about, where nothing newer is shown. */
  follow(moves: readonly RefMove[]): Promise<void>;
  /** Moves refs that are this machine's alone, or shown here otherwise than the host has them. */
  keep: RefTransaction;
  /** What the host had of a ref when it was fetched last. */
  fetched(ref: string): Promise<CommitId | null>;
};

/** By ref of a proposal that is here alone, what the host had of it before. */
export type Undelivered = ReadonlyMap<string, CommitId | null>;

/**
 * Makes the mirror in the repository of drafts.
 * @param refsBelow lists refs there; @param move moves them
 * @param undelivered what is here alone
 */
export const createMirror = ({
  host,
  refsBelow,
  move,
  inTurn,
  branch,
  undelivered,
}: {
  host: GitHost;
  refsBelow(folder: string): Promise<readonly DraftRef[]>;
  move: RefTransaction;
  inTurn: InTurn;
  branch: {
    tip(): Promise<CommitId>;
    /** Brings it to where the host has it. @param how `fetched` where somebody else has moved it there */
    bring(tip: CommitId, how: 'fetched' | 'pushed'): Promise<void>;
  };
  undelivered: Undelivered;
}): Mirror => {
  /** What was moved here while a fetch was under way, which may have seen it as it was before. */
  const moved = new Set<string>();
  const alone = <Result>(work: () => Promise<Result>) => inTurn('mirror', work);
  const read = async () =>
    new Map((await refsBelow('refs/')).map(({ ref, commit }) => [ref, commit] as const));

  /** The moves by which what is read becomes what was fetched. */
  const showing = (refs: ReadonlyMap<string, CommitId>): RefMove[] => {
    const names = new Set<string>();
    for (const ref of refs.keys()) {
      if (isShared(ref)) names.add(ref);
      else if (ref.startsWith(hostRefs) && ref !== hostBranch) names.add(shownName(ref));
    }
    return [...names].flatMap((ref) => {
      const from = refs.get(ref) ?? null;
      const to = refs.get(fetchedName(ref)) ?? null;
      return from === to || undelivered.has(ref) || moved.has(ref) ? [] : [{ ref, from, to }];
    });
  };

  return {
    async shown() {
      const [refs, tip] = await Promise.all([read(), branch.tip()]);
      const shared = [...refs].filter(([ref]) => isShared(ref) && !undelivered.has(ref));
      const before = [...undelivered.keys()].flatMap((ref) => {
        const fetched = refs.get(fetchedName(ref));
        return fetched ? [[ref, fetched] as const] : [];
      });
      return new Map([[hostBranch, tip], ...shared, ...before]);
    },

    async fetch() {
      moved.clear();
      await host.fetch();
      return alone(async () => {
        const refs = await read();
        const moves = showing(refs);
        if (moves.length > 0) await move(moves);
        const tip = refs.get(hostBranch);
        const isNew = tip !== undefined && !moved.has(hostBranch) && tip !== (await branch.tip());
        // After the proposals: who reads that something is published finds its proposal ended.
        if (isNew) await branch.bring(tip, 'fetched');
        return moves.length > 0 || isNew;
      });
    },

    follow: (moves) =>
      alone(async () => {
        for (const { ref } of moves) moved.add(ref);
        const own = moves.filter(({ ref, from, to }) => from !== to && ref !== hostBranch);
        const tip = await branch.tip();
        if (own.length > 0 && (await move(own)) === 'outdated') {
          // A fetch has brought some of it, or something newer.
          const refs = await read();
          const still = own.filter(({ ref, from }) => (refs.get(ref) ?? null) === from);
          if (still.length > 0) await move(still);
        }
        const ofBranch = moves.find(({ ref }) => ref === hostBranch);
        if (ofBranch?.to && ofBranch.to !== ofBranch.from && tip === ofBranch.from) {
          await branch.bring(ofBranch.to, 'pushed');
        }
      }),

    keep: (moves) =>
      alone(async () => {
        for (const { ref } of moves) moved.add(ref);
        return move(moves);
      }),

    async fetched(ref) {
      const [found] = await refsBelow(fetchedName(ref));
      return found?.commit ?? null;
    },
  };
};

/** Where what a fetch brings of a ref stands, and the other way round. */
const fetchedName = (ref: string): string => `${hostRefs}${ref.slice('refs/'.length)}`;
const shownName = (ref: string): string => `refs/${ref.slice(hostRefs.length)}`;
