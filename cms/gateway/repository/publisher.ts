import type { TakenBack } from './checkout.ts';
import { messageText } from './commit-message.ts';
import { type TreeChange, writeCommit } from './commit-writer.ts';
import type { EntryAddress, FileAddress } from './content-address.ts';
import { changesOf, clashes, type EntryChange, lateEdits } from './entry-changes.ts';
import type { Landing } from './landing.ts';
import type { ProposalReader } from './proposal-reader.ts';
import type { MovedEntry, PublicationRecord } from './publication-records.ts';
import { refOf } from './ref-names.ts';
import type {
  CommitId,
  Conflicting,
  DescribePublication,
  FileEdit,
  FileVersion,
  Publication,
  Published,
  PublishOutcome,
  Refused,
  Repository,
  StoredFile,
  Unwritable,
} from './repository.ts';
import type { RepositoryParts } from './repository-parts.ts';
import { untilMoved } from './until-moved.ts';

/** Writes what is published. */
export type Publisher = Pick<Repository, 'publish' | 'publishEdits' | 'pendingFiles'> &
  Pick<Landing, 'isUnfinished' | 'filesBrought'> & {
    /** Does what is left of publications that were cut off, or whose files could not be written. */
    finishPending(): Promise<void>;
  };

type PublishedChange = {
  readonly address: FileAddress;
  readonly content: Uint8Array | FileVersion | null;
};

/**
 * Makes the publisher. A publication is one commit on the checked-out branch, with neither the drafts before it nor
 * their notes. How it comes onto the branch, and how that goes on where it was cut off, is for landing.ts.
 */
export const createPublisher = (parts: RepositoryParts, proposals: ProposalReader): Publisher => {
  const { drafts, content, branch, inTurn, inRepository, portal, onStep } = parts;

  /** Commits on the branch, and ends a proposal with that, or moves what was said about an entry. */
  const commitOn = async (
    from: CommitId,
    changes: readonly PublishedChange[],
    { author, at, message }: Publication,
    about: Pick<PublicationRecord, 'ends' | 'moves'>,
  ): Promise<Published | Unwritable | 'outdated'> => {
    const ref = await branch.ref();
    if (ref === null) return { kind: 'unwritable', why: 'no-branch' };
    const commit = await writeCommit(drafts.git, {
      parents: [from],
      changes: changes.map(
        ({ address, content }): TreeChange => ({ path: inRepository(address), content }),
      ),
      author,
      committer: portal,
      at,
      message: messageText({
        ...message,
        trailers: { ...message.trailers, ...landing.trailersOf(about.ends) },
      }),
    });
    await onStep('commit-written');
    const landed = await landing.land({ commit, ...about }, { ref, from });
    if (landed === 'outdated') return landed;
    const { left } = landed;
    const own = new Set(changes.map(({ address }) => address.path));
    return {
      kind: 'published',
      commit,
      left: left
        ? left.filter(({ address, why }) => own.has(address.path) && why !== 'index-locked')
        : changes.map(({ address }) => ({ address, why: 'not-writable' })),
    };
  };

  const publishAgain = async (files: readonly TakenBack[]) => {
    const changes = files.map(({ address, version }) => ({ address, content: version }));
    const message = { subject: '公開した内容を、知らずに戻した記録から元に戻す', trailers: {} };
    await commitOn(await branch.tip(), changes, { author: portal, at: new Date(), message }, alone);
  };
  const landing = parts.landing(publishAgain);

  const attemptToPublish = async <Refusal>(
    entry: EntryAddress,
    describe: DescribePublication<Refusal>,
  ): Promise<PublishOutcome<Refusal> | 'outdated'> => {
    const [tip, proposal] = await Promise.all([branch.tip(), proposals.proposal(entry)]);
    if (!proposal) return { kind: 'missing' };
    const base = (await branch.baseOf(proposal.commit)) ?? tip;
    const ends = { ref: refOf(entry), at: proposal.commit };
    const before = await landing.landedBefore(ends, base, tip);
    if (before) return { kind: 'published', commit: before, left: [] };
    const [atBase, proposed, published] = await Promise.all([
      content.entry(base, entry),
      content.entry(proposal.commit, entry),
      content.entry(tip, entry),
    ]);
    if (atBase === behindLink || proposed === behindLink || published === behindLink) {
      return { kind: 'unwritable', why: behindLink };
    }
    const changes = changesOf({ base: atBase, proposed, published });
    const clashing = changes.filter(clashes).map(({ address }) => address);
    if (clashing.length > 0) return branch.conflictOver(clashing, tip);

    const isPublished = published.files.has(entry.text);
    const files = filesAfter(published.files, changes);
    const described = await describe({ proposal, isPublished, tip, files });
    if ('kind' in described) return described.kind === 'outdated' ? 'outdated' : described;
    const toApply = changes
      .filter(({ leaves, published }) => leaves !== published)
      .map(({ address, leaves }) => {
        const isText = address.path === entry.text && leaves !== null;
        return { address, content: (isText && described.text) || leaves };
      });
    return commitOn(tip, toApply, described, {
      ends,
      moves: null,
    });
  };

  const attemptToPublishEdits = async <Refusal>(
    edits: readonly FileEdit[],
    moves: MovedEntry | null,
    describe: (tip: CommitId) => ReturnType<DescribePublication<Refusal>>,
  ): Promise<Published | Conflicting | Unwritable | Refused<Refusal> | 'outdated'> => {
    const tip = await branch.tip();
    const late: FileAddress[] = [];
    for (const own of Map.groupBy(edits, ({ address }) => address.entry.path).values()) {
      const [{ address }] = own as [FileEdit];
      const published = await content.entry(tip, address.entry);
      if (published === behindLink) return { kind: 'unwritable', why: behindLink };
      late.push(...lateEdits(own, published, tip));
    }
    if (late.length > 0) return branch.conflictOver(late, tip);
    const described = await describe(tip);
    if ('kind' in described) return described.kind === 'outdated' ? 'outdated' : described;
    const changes = edits.map(({ address, bytes }) => ({ address, content: bytes }));
    return commitOn(tip, changes, described, { ends: null, moves });
  };

  /**
   * Publications follow one another: each leaves the working tree whole before the next begins. Nobody changes the
   * entry's proposal in the meantime, which ends a moment after the branch has moved.
   */
  const publishInTurn = <Outcome extends { kind: string }>(
    entry: EntryAddress,
    attempt: () => Promise<Outcome | 'outdated'>,
  ): Promise<Outcome> =>
    inTurn('publications', async () => {
      await landing.finishAll();
      return inTurn(entry.path, () => untilMoved(attempt));
    });

  return {
    publish: (entry, describe) => publishInTurn(entry, () => attemptToPublish(entry, describe)),
    publishEdits: (entry, edits, describe, to) => {
      const moves = to ? { from: entry, to } : null;
      return publishInTurn(entry, () => attemptToPublishEdits(edits, moves, describe));
    },
    finishPending: () => inTurn('publications', landing.finishAll),
    pendingFiles: landing.pendingFiles,
    isUnfinished: landing.isUnfinished,
    filesBrought: landing.filesBrought,
  };
};

/** A publication that nothing else goes with. */
const alone = { ends: null, moves: null };

const behindLink = 'behind-link';

/** The files that an entry has when changes were made to it, in the order of their paths. */
const filesAfter = (
  published: ReadonlyMap<string, StoredFile>,
  changes: readonly EntryChange[],
): StoredFile[] => {
  const files = new Map(published);
  for (const { address, leaves } of changes) {
    if (leaves === null) files.delete(address.path);
    else files.set(address.path, { address, version: leaves });
  }
  return [...files.values()].sort((one, other) => (one.address.path < other.address.path ? -1 : 1));
};
