import type { DraftRef } from './draft-refs.ts';
import type { HostStore, Leases } from './host-store.ts';
import type { InTurn } from './in-turn.ts';
import type { Mirror } from './mirror.ts';
import { deletedRefOf, entryOfRef, liveProposals, undeliveredDrafts } from './ref-names.ts';
import type { RefMove } from './ref-transaction.ts';
import type { CommitId } from './repository.ts';
import { RepositoryTrouble } from './repository-trouble.ts';

/**
 * Drafts that were saved while the host was away. They are read here as if they were there, and a mark of each says what
 * the host had of the proposal: to deliver it is to push it with that as its lease. Where somebody has gone on from there
 * meanwhile, or the proposal has ended, the host's version stands, its author meets it as a conflict, and what was saved
 * here lies among the deleted drafts, from which it can be fetched back.
 */
export type UndeliveredDrafts = {
  /** By ref of the proposal, what the host had of it. */
  readonly known: ReadonlyMap<string, CommitId | null>;
  /** Keeps a version of a proposal here. */
  keep(move: RefMove): Promise<'moved' | 'outdated'>;
  /** Moves on the host what may be here alone. Done in the turns of the entries that it is about. */
  move(moves: readonly RefMove[]): Promise<'moved' | 'outdated'>;
  /** Delivers what is here alone, as far as the host takes it. */
  deliver(): Promise<void>;
};

/** Reads from the refs of a repository of drafts what is there alone. */
export const readUndelivered = (refs: readonly DraftRef[]): Map<string, CommitId | null> =>
  new Map(
    refs.flatMap(({ ref, commit }) => {
      const [, how, path] = /^(on|new)\/(.+)$/.exec(ref.slice(undeliveredDrafts.length)) ?? [];
      return path ? [[`${liveProposals}${path}`, how === 'on' ? commit : null] as const] : [];
    }),
  );

/** Makes the keeper. @param known what is here alone, from the start; kept up to date */
export const createUndeliveredDrafts = ({
  known,
  store,
  mirror,
  refsBelow,
  descends,
  inTurn,
}: {
  known: Map<string, CommitId | null>;
  store: HostStore;
  mirror: Mirror;
  refsBelow(folder: string): Promise<readonly DraftRef[]>;
  descends(commit: CommitId, from: CommitId): Promise<boolean>;
  inTurn: InTurn;
}): UndeliveredDrafts => {
  const standing = async (ref: string): Promise<CommitId | null> =>
    (await refsBelow(ref)).find((found) => found.ref === ref)?.commit ?? null;

  /** The move by which a mark goes. */
  const unmarking = async (ref: string): Promise<RefMove[]> => {
    const marks = [markOf(ref, 'on'), markOf(ref, 'new')];
    const found = await Promise.all(marks.map(standing));
    return marks.flatMap((mark, at) => {
      const from = found[at] ?? null;
      return from ? [{ ref: mark, from, to: null }] : [];
    });
  };

  /** Shows what the host has in place of what was here alone. */
  const show = async (ref: string, from: CommitId | null): Promise<void> => {
    const to = await mirror.fetched(ref);
    const moves = [...(await unmarking(ref)), ...(from === to ? [] : [{ ref, from, to }])];
    if ((await mirror.keep(moves)) === 'moved') known.delete(ref);
  };

  const deliverOne = async (ref: string, lease: CommitId | null): Promise<void> => {
    const own = await standing(ref);
    const entry = entryOfRef(ref);
    if (!own || !entry) return show(ref, own);
    const there = await mirror.fetched(ref);
    // A push whose answer got lost has come through.
    if (there && (there === own || (await descends(there, own)))) return show(ref, own);
    if (there === lease) {
      const leases: Leases = new Map([[ref, lease]]);
      const moved = await store.move([{ ref, from: own, to: own }], leases);
      if (moved === 'moved') {
        await mirror.keep(await unmarking(ref));
        known.delete(ref);
        return;
      }
      return deliverOne(ref, lease);
    }
    const aside = deletedRefOf(entry, own);
    if (!(await standing(aside))) await store.move([{ ref: aside, from: null, to: own }]);
    await show(ref, own);
  };

  return {
    known,

    async keep(move) {
      const { ref, from, to } = move;
      const mark: RefMove[] = known.has(ref)
        ? []
        : [{ ref: markOf(ref, from ? 'on' : 'new'), from: null, to: from ?? to }];
      // Known first: a fetch that ends at this moment must not take it back.
      const before = known.get(ref);
      const wasKnown = known.has(ref);
      if (!wasKnown) known.set(ref, from);
      const moved = await mirror.keep([move, ...mark]).catch((error) => {
        if (!wasKnown) known.delete(ref);
        throw error;
      });
      if (moved === 'outdated' && !wasKnown) known.delete(ref);
      else if (wasKnown) known.set(ref, before ?? null);
      return moved;
    },

    async move(moves) {
      const kept = moves.filter(({ ref }) => known.has(ref));
      if (kept.length === 0) return store.move(moves);
      const leases: Leases = new Map(kept.map(({ ref }) => [ref, known.get(ref) ?? null]));
      const marks = (await Promise.all(kept.map(({ ref }) => unmarking(ref)))).flat();
      const moved = await store.move(moves, leases);
      if (moved === 'moved') {
        await mirror.keep(marks);
        for (const { ref } of kept) known.delete(ref);
        return moved;
      }
      // Somebody has gone on from what the host had: their version stands, and is what is met next.
      for (const { ref } of kept) await deliverOne(ref, known.get(ref) ?? null);
      return moved;
    },

    async deliver() {
      for (const [ref, lease] of [...known]) {
        const entry = entryOfRef(ref);
        await inTurn(entry?.path ?? ref, async () => {
          if (known.has(ref)) await deliverOne(ref, lease);
        }).catch((error) => {
          // The host is away again: it is tried when it answers.
          const isAway = error instanceof RepositoryTrouble && error.kind !== 'refused-by-host';
          if (!isAway) throw error;
        });
      }
    },
  };
};

const markOf = (ref: string, how: 'on' | 'new'): string =>
  `${undeliveredDrafts}${how}/${ref.slice(liveProposals.length)}`;
