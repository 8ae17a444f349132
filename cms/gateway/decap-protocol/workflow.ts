import { decapActions } from '../../wire/decap-actions.ts';
import { type DecapStatus, statusOf } from '../../wire/stages.ts';
import type { Session } from '../login/sessions.ts';
import type { Action } from '../permissions/action.ts';
import type { Proposal } from '../proposals/proposal.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { ContentVersion } from '../repository/repository.ts';
import { entryOf } from './decap-paths.ts';
import { granted, published, requireAllowed } from './granted.ts';
import { publishedFile } from './present-file.ts';
import { action } from './protocol-action.ts';
import type { ProtocolParts } from './protocol-parts.ts';

/** Taking a proposal from stage to stage, to readers, or away. */
export const workflow = ({
  repository,
  proposals,
  intake,
  liveSite,
}: Pick<ProtocolParts, 'repository' | 'proposals' | 'intake' | 'liveSite'>) => {
  /** What the person has seen of a proposal: what the editor says, or what was last shown to them. */
  const seenBy = (
    session: Session,
    { path }: EntryAddress,
    given: ContentVersion | null | undefined,
  ): ContentVersion | null | undefined => (given === undefined ? session.seen.get(path) : given);

  /** Only what is sound goes on; what only takes an entry from sight is never held up by its mistakes. */
  const requireSound = async ({ entry, record }: Proposal): Promise<void> => {
    if (record.kind === 'entry') await intake.requireSound(entry);
  };

  const requireOthersSound = async ({ entry, record, content }: Proposal): Promise<void> => {
    if (record.kind !== 'withdrawal') await intake.requireOthersSound(entry, content === null);
  };

  const toDraft = ({ who }: Session, { entry, record }: Proposal) => {
    const isOthers = who.role === 'editor' && record.startedBy.role !== 'editor';
    return isOthers && record.state !== 'draft'
      ? proposals.returnToAuthor(who, entry)
      : proposals.takeBack(who, entry);
  };

  const toReview = async ({ who }: Session, proposal: Proposal) => {
    const { entry, record } = proposal;
    requireAllowed(who, { kind: 'send-for-review', entry });
    await requireSound(proposal);
    // Back from 公開待ち it is a request for review once more.
    if (record.state === 'approved') await granted(proposals.takeBack(who, entry));
    return proposals.sendForReview(who, entry);
  };

  const toPublish = async (
    session: Session,
    proposal: Proposal,
    given: ContentVersion | null | undefined,
  ) => {
    const { entry } = proposal;
    requireAllowed(session.who, { kind: 'approve', entry });
    const version = asSeen(seenBy(session, entry, given));
    // That it has changed is said before what is wrong with it now; the approval refuses it.
    if (proposal.content === version) await requireSound(proposal);
    return proposals.approve(session.who, entry, version);
  };

  const find = async (session: Session, entry: EntryAddress, kind: EntryStep) => {
    requireAllowed(session.who, { kind, entry });
    return granted(proposals.find(session.who, entry));
  };

  return {
    updateUnpublishedEntryStatus: action(
      decapActions.updateUnpublishedEntryStatus,
      async (session, { newStatus, seen: given, ...key }) => {
        const entry = entryOf(key);
        const proposal = await find(session, entry, stepTo[newStatus]);
        const steps: Record<DecapStatus, () => ReturnType<typeof toDraft>> = {
          draft: () => toDraft(session, proposal),
          pending_review: () => toReview(session, proposal),
          pending_publish: () => toPublish(session, proposal, given),
        };
        const { record } = await granted(steps[newStatus]());
        return { message: '投稿案の段階を変えました。', status: statusOf[record.state] };
      },
    ),

    publishUnpublishedEntry: action(
      decapActions.publishUnpublishedEntry,
      async (session, { seen: given, ...key }) => {
        const entry = entryOf(key);
        const proposal = await find(session, entry, 'publish');
        const version = asSeen(seenBy(session, entry, given));
        if (proposal.content === version) {
          await requireSound(proposal);
          await requireOthersSound(proposal);
        }
        const { left } = await published(
          proposals.publish(session.who, entry, version),
          publishedFile(repository),
        );
        session.seen.delete(entry.path);
        liveSite?.refresh();
        return { message: '公開しました。', left: left.map(({ reason }) => reason) };
      },
    ),

    deleteUnpublishedEntry: action(decapActions.deleteUnpublishedEntry, async (session, key) => {
      const entry = entryOf(key);
      await granted(proposals.delete(session.who, entry));
      session.seen.delete(entry.path);
      return { message: '投稿案を削除しました。' };
    }),
  };
};

type EntryStep = Extract<Action['kind'], 'take-back' | 'send-for-review' | 'approve' | 'publish'>;
const stepTo: Record<DecapStatus, EntryStep> = {
  draft: 'take-back',
  pending_review: 'send-for-review',
  pending_publish: 'approve',
};

/** Whoever has seen nothing has seen no content that a proposal could have. */
const asSeen = (version: ContentVersion | null | undefined): ContentVersion | null =>
  version === undefined ? ('' as ContentVersion) : version;
