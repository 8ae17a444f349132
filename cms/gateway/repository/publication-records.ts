import { type EntryAddress, entryAt } from './content-address.ts';
import { pendingPublications, pendingRefOf, publicationRecords } from './ref-names.ts';
import type { RefMove } from './ref-transaction.ts';
import type { CommitId } from './repository.ts';
import type { Git } from './run-git.ts';

/**
 * What is written down of a publication before the branch moves: its commit, and the proposal that ends with it, or the
 * entry that it gives another address, whose log and archived proposals go along.
 *
 * A publication touches two repositories, which nothing moves at once. The order is: the commit and this record in the
 * repository of drafts; the commit's objects over to the published repository; the branch; the end of the proposal; the
 * index of the checkout; its files. Whether the branch has moved is asked of the branch alone, so that wherever it is
 * cut off, the record tells what is left to do: nothing has happened while the branch does not hold the commit, and all
 * the rest is to be done when it does. Each part can be done again.
 */
export type PublicationRecord = {
  readonly commit: CommitId;
  /** null where nobody proposed it. */
  readonly ends: EndedProposal | null;
  /** null where every entry stays where it is. */
  readonly moves: MovedEntry | null;
};

/** An entry at its former and at its new address. */
export type MovedEntry = { readonly from: EntryAddress; readonly to: EntryAddress };

/** A proposal that a publication ends: its ref, and the commit whose content is published. */
export type EndedProposal = { readonly ref: string; readonly at: CommitId };

/**
 * The ref says it all: `refs/publications/{commit}/{ref of the proposal}`, at the proposal's commit; for an entry that
 * moves `refs/publications/{commit}/moved/{from}/=/{to}`, since no part of an address is `=`.
 */
const refOfRecord = ({ commit, ends, moves }: PublicationRecord): string =>
  `${publicationRecords}${commit}/${whatOf(ends, moves)}`;
const whatOf = (ends: EndedProposal | null, moves: MovedEntry | null): string => {
  if (ends) return ends.ref.replace(/^refs\//, '');
  return moves ? `${moved}${moves.from.path}${movedTo}${moves.to.path}` : withoutProposal;
};
const withoutProposal = 'edits';
const moved = 'moved/';
const movedTo = '/=/';

const targetOf = ({ commit, ends }: PublicationRecord): CommitId => ends?.at ?? commit;

/** Writes a record down. */
export const recorded = (record: PublicationRecord): RefMove => ({
  ref: refOfRecord(record),
  from: null,
  to: targetOf(record),
});

/** Strikes a record out. */
export const struckOut = (record: PublicationRecord): RefMove => ({
  ref: refOfRecord(record),
  from: targetOf(record),
  to: null,
});

/** Remembers, or forgets, that files of a publication are not in the checkout yet. */
export const pending = (commit: CommitId): RefMove => ({
  ref: pendingRefOf(commit),
  from: null,
  to: commit,
});
export const arrived = (commit: CommitId): RefMove => ({
  ref: pendingRefOf(commit),
  from: commit,
  to: null,
});

/** What is written down at the moment. */
export type Unfinished = {
  readonly records: readonly PublicationRecord[];
  /** The publications whose files are not all in the checkout. */
  readonly pending: readonly CommitId[];
};

/** Reads what is written down. @param git runs in the repository of drafts */
export const readUnfinished = async (git: Git): Promise<Unfinished> => {
  const args = ['for-each-ref', '--format=%(objectname) %(refname)'];
  const lines = (await git([...args, publicationRecords, pendingPublications]))
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line): [CommitId, string] => {
      const space = line.indexOf(' ');
      return [line.slice(0, space) as CommitId, line.slice(space + 1)];
    });
  return {
    records: lines.flatMap(([at, name]) => {
      const [, commit, rest] = /^refs\/publications\/([0-9a-f]+)\/(.+)$/.exec(name) ?? [];
      if (!commit || !rest) return [];
      const moves = movesIn(rest);
      const ends = moves || rest === withoutProposal ? null : { ref: `refs/${rest}`, at };
      return [{ commit: commit as CommitId, ends, moves }];
    }),
    pending: lines.flatMap(([at, name]) => (name.startsWith(pendingPublications) ? [at] : [])),
  };
};

const movesIn = (rest: string): MovedEntry | null => {
  if (!rest.startsWith(moved)) return null;
  const [from, to] = rest
    .slice(moved.length)
    .split(movedTo)
    .map((path) => entryAt(path));
  return from?.ok && to?.ok ? { from: from.address, to: to.address } : null;
};
