import { setTimeout as pause } from 'node:timers/promises';
import { type GitHost, HostAway, type HostRefusal, HostRefuses } from './git-host.ts';
import type { Mirror } from './mirror.ts';
import { readTogether } from './read-together.ts';
import { hostBranch } from './ref-names.ts';
import type { RefMove } from './ref-transaction.ts';
import type { CommitId } from './repository.ts';
import { RepositoryTrouble } from './repository-trouble.ts';

/** A git host as the store: what is said to have moved has moved there. */
export type HostStore = {
  /**
   * Moves refs there, all or none, and shows them here.
   * @param moves by the names and with the values that are shown here
   * @param lent what the host has in place of a value that only this machine has; see undelivered.ts
   * @throws RepositoryTrouble `away` where nothing has moved, `unsure` where nobody can tell, `refused-by-host`
   */
  move(moves: readonly RefMove[], lent?: Leases): Promise<'moved' | 'outdated'>;
  /** Brings here what the host has. @returns whether anything was new @throws HostAway, HostRefuses */
  refresh(): Promise<boolean>;
  /** The same, at once and without a question before, where it is known that something is new. */
  fetch(): Promise<boolean>;
  /** How old what is shown is at most, by the last fetch, in milliseconds. */
  age(): number;
  /** Since when the host does not answer; null where it does. */
  awaySince(): Date | null;
};

/** By ref, what the host has of it; left out where it has what is shown here. */
export type Leases = ReadonlyMap<string, CommitId | null>;

/** How often a push is tried whose answer did not come, while the host answers otherwise. */
const mostAttempts = 4;
/** After a failure nobody waits for the host again within so many milliseconds. */
const notAskedForMs = 2_000;

/** Makes the store. @param descends whether a commit goes on from another one */
export const createHostStore = ({
  host,
  mirror,
  descends,
  now = Date.now,
}: {
  host: GitHost;
  mirror: Mirror;
  descends(commit: CommitId, from: CommitId): Promise<boolean>;
  now?: () => number;
}): HostStore => {
  let away: { readonly since: number; readonly last: number } | null = null;

  /** Notes whether the host answers. */
  const noting = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      const result = await work();
      away = null;
      return result;
    } catch (error) {
      if (error instanceof HostAway) away = { since: away?.since ?? now(), last: now() };
      if (error instanceof HostRefuses) away = null;
      throw error;
    }
  };

  let fetchedAt = Number.NEGATIVE_INFINITY;
  const fetch = readTogether(async () => {
    const began = now();
    const isNew = await noting(mirror.fetch);
    fetchedAt = began;
    return isNew;
  });
  const refresh = readTogether(async () => {
    const [there, shown] = await Promise.all([noting(host.list), mirror.shown()]);
    return isSame(there, shown) ? false : fetch();
  });

  /** What became of moves, from what is shown now. */
  const fateOf = async (moves: readonly RefMove[]) => {
    const shown = await mirror.shown();
    return Promise.all(
      moves.map(async (move) => {
        const { ref, from, to } = move;
        const is = shown.get(ref) ?? null;
        const isDone =
          to === null
            ? is !== from
            : is === to || (is !== null && is !== from && (await descends(is, to)));
        return { move, isDone, isAsBefore: is === from };
      }),
    );
  };

  /** Whether moves came about, after an answer that does not say; or those that are to be made yet. */
  const readBack = async (asked: readonly RefMove[]): Promise<'moved' | 'outdated' | RefMove[]> => {
    const fate = await fateOf(asked);
    const real = fate.filter(({ move }) => move.from !== move.to);
    const rest = real.filter(({ isDone }) => !isDone);
    const isFree = rest.every(({ isAsBefore }) => isAsBefore);
    if (decisiveOf(real).every(({ isDone }) => isDone)) {
      // But for those with which somebody has gone on.
      const open = rest.filter(({ isAsBefore }) => isAsBefore);
      return open.length > 0 ? open.map(({ move }) => move) : 'moved';
    }
    if (fate.every(({ isAsBefore }) => isAsBefore)) return [...asked];
    const isTorn = real.some(({ move, isDone }) => isDone && move.to !== null);
    return isTorn && isFree ? rest.map(({ move }) => move) : 'outdated';
  };

  const push = async (moves: readonly RefMove[]): Promise<'moved' | 'outdated'> => {
    let left = moves;
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const answer = await host.push(left);
      if (answer.kind === 'moved') {
        away = null;
        return 'moved';
      }
      if (answer.kind === 'away') {
        away = { since: away?.since ?? now(), last: now() };
        throw new RepositoryTrouble(attempt === 1 ? 'away' : 'unsure', { cause: answer.cause });
      }
      try {
        await fetch();
      } catch (error) {
        if (answer.kind === 'refused') throw refusedByHost(answer.cause);
        throw unreachable(error);
      }
      const fate = await readBack(left);
      if (fate === 'moved') return fate;
      if (answer.kind === 'refused') throw refusedByHost(answer.cause);
      if (fate === 'outdated') return fate;
      left = fate;
      await pause(attempt * (20 + Math.random() * 60));
    }
    throw new RepositoryTrouble('unsure');
  };

  /** After a push that nobody answered: it may have come through. */
  const unreachable = (cause: unknown) =>
    cause instanceof HostRefuses
      ? refusedByHost(cause)
      : new RepositoryTrouble('unsure', { cause });

  return {
    async move(moves, lent = new Map()) {
      if (away && now() - away.last < notAskedForMs) throw new RepositoryTrouble('away');
      const asked = moves
        .map((move) => {
          const there = lent.get(move.ref);
          return there === undefined ? move : { ...move, from: there };
        })
        .filter(({ from, to }) => from !== null || to !== null);
      if (away) {
        // It is asked with little first: a push of many megabytes takes long to find out.
        try {
          await refresh();
        } catch (cause) {
          throw cause instanceof HostRefuses
            ? refusedByHost(cause)
            : new RepositoryTrouble('away', { cause });
        }
      }
      if ((await push(asked)) === 'outdated') {
        // Others who lost at the same moment do not all come back at the same moment.
        await pause(Math.random() * 40);
        return 'outdated';
      }
      await mirror.follow(moves);
      return 'moved';
    },
    refresh,
    fetch,
    age: () => now() - fetchedAt,
    awaySince: () => away && new Date(away.since),
  };
};

/**
 * The moves by which it is told whether ours came about: that a ref is gone, or that a proposal is archived, may be another's
 * doing. Of a publication it is the branch, else what was made. A host that dies in the middle of its work has made refs
 * before it took others away (git, refs/files-backend.c).
 */
const decisiveOf = <Fate extends { readonly move: RefMove }>(
  real: readonly Fate[],
): readonly Fate[] => {
  const ofBranch = real.filter(({ move }) => move.ref === hostBranch);
  if (ofBranch.length > 0) return ofBranch;
  const made = real.filter(({ move }) => move.to !== null);
  return made.length > 0 ? made : real;
};

/** A host that lets the portal in no more, until its operator sees to that, is as good as away. */
const refusedByHost = (cause: HostRefuses) =>
  new RepositoryTrouble(shutOut.includes(cause.why) ? 'away' : 'refused-by-host', { cause });
const shutOut: readonly HostRefusal[] = [
  'authentication',
  'not-found',
  'redirected',
  'certificate',
];

/** Whether the host has what is shown; the branch of somebody who works there otherwise counts as well. */
const isSame = (
  there: ReadonlyMap<string, CommitId>,
  shown: ReadonlyMap<string, CommitId>,
): boolean =>
  there.size === shown.size &&
  there.has(hostBranch) &&
  [...there].every(([ref, commit]) => shown.get(ref) === commit);
