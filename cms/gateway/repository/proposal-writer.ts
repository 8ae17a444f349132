import { messageText } from './commit-message.ts';
import { type TreeChange, writeCommit } from './commit-writer.ts';
import { type EntryAddress, isSameEntry } from './content-address.ts';
import { changesOf, clashes, type EntryChange, lateEdits } from './entry-changes.ts';
import type { ProposalReader } from './proposal-reader.ts';
import { pruneLoose } from './prune-loose.ts';
import { deletedRefOf, recordPath, refOf } from './ref-names.ts';
import type {
  Account,
  CommitId,
  Conflicting,
  Description,
  ProposedDescription,
  ProposeOutcome,
  ProposeRequest,
  Repository,
  StoredProposal,
  Unwritable,
} from './repository.ts';
import type { RepositoryParts } from './repository-parts.ts';
import { RepositoryTrouble } from './repository-trouble.ts';
import { untilMoved } from './until-moved.ts';

/** Writes proposals. */
export type ProposalWriter = Pick<
  Repository,
  'propose' | 'deleteProposal' | 'restoreProposal' | 'purgeDeletedProposals'
>;

/** What a new version of a proposal is made from. */
type Ground = {
  readonly parents: readonly [CommitId, ...CommitId[]];
  /** What the proposal had changed before it was laid on a newer published version. */
  readonly carried: readonly EntryChange[];
};

/** Makes the writer of proposals: one ref each, moved from commit to commit by compare-and-swap, all in a repository of their own. */
export const createProposalWriter = (
  parts: RepositoryParts,
  proposals: ProposalReader,
): ProposalWriter => {
  const { drafts, kept, content, branch, inTurn, inRepository, portal, keepHere } = parts;
  const { moveRefs } = drafts;

  const write = async (
    parents: Ground['parents'],
    changes: readonly TreeChange[],
    { record, message }: Description,
    { author, at }: { author: Account; at: Date },
  ) => {
    const commit = await writeCommit(drafts.git, {
      parents,
      changes: [...changes, { path: recordPath, content: Buffer.from(record) }],
      author,
      committer: portal,
      at,
      message: messageText(message),
    });
    await kept.keep(commit, parents[0]);
    return commit;
  };

  /** The record of what is to be written. One that names what the files are made to waits for a commit that nothing points to. */
  const recordOf = async (
    entry: EntryAddress,
    parents: Ground['parents'],
    changes: readonly TreeChange[],
    { record, message }: ProposedDescription,
    { author, at }: { author: Account; at: Date },
  ): Promise<string> => {
    if (typeof record === 'string') return record;
    const unnamed = await writeCommit(drafts.git, {
      parents,
      changes,
      author,
      committer: portal,
      at,
      message: messageText(message),
    });
    const made = await content.entry(unnamed, entry);
    return record(made === behindLink ? null : made.content);
  };

  /** Compares the edits with what is stored. */
  const compare = async (
    { entry, edits }: Pick<ProposeRequest<never>, 'entry' | 'edits'>,
    at: CommitId,
  ): Promise<Conflicting | Unwritable | null> => {
    const stored = await content.entry(at, entry);
    if (stored === behindLink) return { kind: 'unwritable', why: stored };
    const late = lateEdits(edits, stored, at);
    return late.length > 0 ? branch.conflictOver(late, at) : null;
  };

  /** Lays a proposal on the version that is published now, if the person has seen that one. */
  const layOver = async (
    { entry, over }: Pick<ProposeRequest<never>, 'entry' | 'over'>,
    now: StoredProposal,
    published: CommitId,
  ): Promise<Ground | Conflicting | Unwritable> => {
    const base = (await branch.baseOf(now.commit)) ?? published;
    const [atBase, proposed, current] = await Promise.all([
      content.entry(base, entry),
      content.entry(now.commit, entry),
      content.entry(published, entry),
    ]);
    if (atBase === behindLink || proposed === behindLink || current === behindLink) {
      return { kind: 'unwritable', why: behindLink };
    }
    const carried = changesOf({ base: atBase, proposed, published: current });
    const unseen = carried.filter((change) =>
      change.address.part === 'text' ? change.published !== over : clashes(change),
    );
    const files = unseen.map(({ address }) => address);
    return files.length > 0
      ? branch.conflictOver(files, published)
      : { parents: [published, now.commit], carried };
  };

  const attemptToPropose = async <Refusal>(
    request: ProposeRequest<Refusal>,
  ): Promise<ProposeOutcome<Refusal> | 'outdated'> => {
    const { entry, edits, over } = request;
    const [published, now] = await Promise.all([branch.tip(), proposals.proposal(entry)]);
    const standing = now?.commit ?? published;
    const described = await request.describe(now, standing);
    if ('kind' in described) return described;
    const obstacle = await compare(request, standing);
    if (obstacle) return obstacle;

    const ground: Ground | Conflicting | Unwritable =
      now && over !== undefined
        ? await layOver(request, now, published)
        : { parents: [standing], carried: [] };
    if ('kind' in ground) return ground;
    const changes = [
      ...ground.carried.map(({ address, leaves }) => ({ address, content: leaves })),
      ...edits.map(({ address, bytes }) => ({ address, content: bytes })),
    ].map(({ address, content }) => ({ path: inRepository(address), content }));
    const record = await recordOf(entry, ground.parents, changes, described, request);
    const whole = { ...described, record };
    const to = await write(ground.parents, changes, whole, request);
    const move = { ref: refOf(entry), from: now?.commit ?? null, to };
    // A new proposal, and one laid over what is published, say what readers see now.
    const seen = now && over === undefined ? undefined : { tip: published };
    const moved = await moveRefs([move], seen).catch((error) => {
      if (!request.mayWait || !keepHere || !isOfHost(error)) throw error;
      return keepHere(move);
    });
    return moved === 'moved' ? saved('saved', entry, to, whole, request) : 'outdated';
  };

  /** The proposal that was just written, as a reading of it would give it. */
  const saved = async <Kind extends string>(
    kind: Kind,
    entry: EntryAddress,
    commit: CommitId,
    { record }: Description,
    { at }: { at: Date },
  ) => {
    const files = await content.entry(commit, entry);
    const version = files === behindLink ? null : files.content;
    const savedAt = new Date(Math.floor(at.getTime() / 1000) * 1000);
    const here = parts.isHereOnly(entry) ? { isHereOnly: true } : {};
    return { kind, proposal: { entry, commit, record, content: version, savedAt, ...here } };
  };

  return {
    async propose(request) {
      const { entry, edits } = request;
      if (!edits.every(({ address }) => isSameEntry(address.entry, entry))) {
        throw new Error(`An edit lies outside ${entry.path}.`);
      }
      return inTurn(entry.path, () => untilMoved(() => attemptToPropose(request)));
    },

    deleteProposal: (entry, request) =>
      inTurn(entry.path, () =>
        untilMoved(async () => {
          const now = await proposals.proposal(entry);
          if (!now) return { kind: 'missing' };
          const described = request.describe(now);
          if ('kind' in described) return described;
          const last = await write([now.commit], [], described, request);
          const moved = await moveRefs([
            { ref: refOf(entry), from: now.commit, to: null },
            { ref: deletedRefOf(entry, last), from: null, to: last },
          ]);
          return moved === 'moved' ? saved('deleted', entry, last, described, request) : 'outdated';
        }),
      ),

    async purgeDeletedProposals(before) {
      const deleted = await proposals.deletedProposals();
      let count = 0;
      for (const { entry, commit, savedAt } of deleted) {
        if (savedAt >= before) continue;
        const ref = deletedRefOf(entry, commit);
        // One that was restored meanwhile is no longer there to be let go.
        const moved = await inTurn(entry.path, () => moveRefs([{ ref, from: commit, to: null }]));
        if (moved === 'moved') count += 1;
      }
      if (count > 0) await pruneLoose({ ...drafts, now: new Date() });
      return count;
    },

    restoreProposal: (entry, deleted, request) =>
      inTurn(entry.path, () =>
        untilMoved(async () => {
          const ref = deletedRefOf(entry, deleted);
          const [last, live] = await Promise.all([
            proposals.proposalAt(entry, ref),
            proposals.proposal(entry),
          ]);
          if (!last) return { kind: 'missing' };
          if (live) return { kind: 'occupied' };
          const described = request.describe(last);
          if ('kind' in described) return described;
          const to = await write([deleted], [], described, request);
          const moved = await moveRefs([
            { ref: refOf(entry), from: null, to },
            { ref, from: deleted, to: null },
          ]);
          return moved === 'moved' ? saved('restored', entry, to, described, request) : 'outdated';
        }),
      ),
  };
};

const behindLink = 'behind-link';

/** Whether a save failed because the git host does not answer, whether or not it has come through. */
const isOfHost = (error: unknown): boolean =>
  error instanceof RepositoryTrouble && (error.kind === 'away' || error.kind === 'unsure');
