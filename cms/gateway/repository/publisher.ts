import { messageText } from './commit-message.ts';
import { type TreeChange, writeCommit } from './commit-writer.ts';
import type { EntryAddress, FileAddress } from './content-address.ts';
import { changesOf, clashes, lateEdits } from './entry-changes.ts';
import type { ProposalReader } from './proposal-reader.ts';
import { pendingPublications, pendingRefOf, refOf } from './ref-names.ts';
import type { RefMove } from './ref-transaction.ts';
import type {
  CommitId,
  Conflicting,
  FileEdit,
  FileVersion,
  LeftFile,
  Publication,
  Publishable,
  Published,
  PublishOutcome,
  Refused,
  Repository,
  Unwritable,
} from './repository.ts';
import type { RepositoryParts } from './repository-parts.ts';
import { untilMoved } from './until-moved.ts';

/** Writes what is published. */
export type Publisher = Pick<Repository, 'publish' | 'publishEdits'> & {
  /** Brings the files of publications into the working tree that a crash kept from it. */
  finishPending(): Promise<void>;
};

type PublishedChange = {
  readonly address: FileAddress;
  readonly content: Uint8Array | FileVersion | null;
};

/**
 * Makes the publisher. A publication is one commit on the checked-out branch, with neither the drafts before it nor
 * their notes. Until its files are in the working tree a ref remembers it, which is made together with the commit.
 */
export const createPublisher = (parts: RepositoryParts, proposals: ProposalReader): Publisher => {
  const { git, content, branch, moveRefs, inTurn, checkout, inRepository, portal, onTrouble } =
    parts;

  /** Commits on the branch together with other moves of refs. */
  const commitOn = async (
    from: CommitId,
    changes: readonly PublishedChange[],
    { author, at, message }: Publication,
    others: readonly RefMove[],
  ): Promise<Published | Unwritable | 'outdated'> => {
    const ref = await branch.ref();
    if (ref === null) return { kind: 'unwritable', why: 'no-branch' };
    const commit = await writeCommit(git, {
      parents: [from],
      changes: changes.map(
        ({ address, content }): TreeChange => ({ path: inRepository(address), content }),
      ),
      author,
      committer: portal,
      at,
      message: messageText(message),
    });
    const pending = { ref: pendingRefOf(commit), from: null, to: commit };
    const moved = await moveRefs([
      { ref, from, to: commit },
      ...others,
      ...(checkout ? [pending] : []),
    ]);
    if (moved === 'outdated') return moved;
    const left = await bring(commit);
    return {
      kind: 'published',
      commit,
      left: left ?? changes.map(({ address }) => ({ address, why: 'not-writable' })),
    };
  };

  /** Brings a publication into the working tree; null where that has to wait, as when the index is locked. */
  const bring = async (commit: CommitId): Promise<LeftFile[] | null> => {
    if (!checkout) return [];
    try {
      const left = await checkout.bring(commit);
      await moveRefs([{ ref: pendingRefOf(commit), from: commit, to: null }]);
      return left;
    } catch (error) {
      // It is published: whatever hinders the working tree must not be told to the person as a failure of that.
      onTrouble(error);
      return null;
    }
  };

  const bringPending = async (): Promise<void> => {
    const args = ['for-each-ref', '--sort=committerdate', '--format=%(objectname)'];
    const commits = (await git([...args, pendingPublications])).toString().split('\n');
    for (const commit of commits.filter(Boolean) as CommitId[]) {
      // Where another branch was checked out meanwhile, git itself has put that branch's files there.
      if (await branch.contains(commit)) await bring(commit);
      else await moveRefs([{ ref: pendingRefOf(commit), from: commit, to: null }]);
    }
  };

  const attemptToPublish = async <Refusal>(
    entry: EntryAddress,
    describe: (now: Publishable) => Publication | Refused<Refusal>,
  ): Promise<PublishOutcome<Refusal> | 'outdated'> => {
    const [tip, proposal] = await Promise.all([branch.tip(), proposals.proposal(entry)]);
    if (!proposal) return { kind: 'missing' };
    const base = (await branch.baseOf(proposal.commit)) ?? tip;
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

    const described = describe({ proposal, isPublished: published.files.has(entry.text) });
    if ('kind' in described) return described;
    const toApply = changes
      .filter(({ leaves, published }) => leaves !== published)
      .map(({ address, leaves }) => ({ address, content: leaves }));
    const ended = { ref: refOf(entry), from: proposal.commit, to: null };
    return commitOn(tip, toApply, described, [ended]);
  };

  const attemptToPublishEdits = async (
    entry: EntryAddress,
    edits: readonly FileEdit[],
    publication: Publication,
  ): Promise<Published | Conflicting | Unwritable | 'outdated'> => {
    const tip = await branch.tip();
    const published = await content.entry(tip, entry);
    if (published === behindLink) return { kind: 'unwritable', why: behindLink };
    const late = lateEdits(edits, published, tip);
    if (late.length > 0) return branch.conflictOver(late, tip);
    const changes = edits.map(({ address, bytes }) => ({ address, content: bytes }));
    return commitOn(tip, changes, publication, []);
  };

  /** Publications follow one another: each leaves the working tree whole before the next begins. */
  const publishInTurn = <Outcome extends { kind: string }>(
    attempt: () => Promise<Outcome | 'outdated'>,
  ): Promise<Outcome> =>
    inTurn('publications', async () => {
      await bringPending();
      return untilMoved(attempt);
    });

  return {
    publish: (entry, describe) => publishInTurn(() => attemptToPublish(entry, describe)),
    publishEdits: (entry, edits, publication) =>
      publishInTurn(() => attemptToPublishEdits(entry, edits, publication)),
    finishPending: () => inTurn('publications', bringPending),
  };
};

const behindLink = 'behind-link';
