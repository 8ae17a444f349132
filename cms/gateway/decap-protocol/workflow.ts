import { decapActions } from '../../wire/decap-actions.ts';
import { type DecapStatus, statusOf } from '../../wire/stages.ts';
import type { Session } from '../login/sessions.ts';
import type { ProposalOutcome } from '../proposals/proposal.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { ContentVersion } from '../repository/repository.ts';
import { requireAllowed } from '../requests/allowed.ts';
import { entryOf } from './decap-paths.ts';
import { fulfilled } from './outcomes.ts';
import { publishedFile } from './present-file.ts';
import { action } from './protocol-action.ts';
import type { ProtocolParts } from './protocol-parts.ts';

/** Taking a proposal from stage to stage, to readers, or away. */
export const workflow = ({
  repository,
  proposals,
  liveSite,
}: Pick<ProtocolParts, 'repository' | 'proposals' | 'liveSite'>) => {
  /** What the person has seen of a proposal: what the editor says, or what was last shown to them. */
  const seenBy = (
    session: Session,
    { path }: EntryAddress,
    given: ContentVersion | null | undefined,
  ): ContentVersion | null | undefined => (given === undefined ? session.seen.get(path) : given);

  /** 下書き: by an editor who did not begin the proposal a return to its author, else a step back. */
  const toDraft = async ({ who }: Session, entry: EntryAddress): Promise<ProposalOutcome> => {
    requireAllowed(who, { kind: 'take-back', entry });
    const { record } = (await fulfilled(proposals.find(who, entry))).proposal;
    const isOthers = who.role === 'editor' && record.startedBy.role !== 'editor';
    // A return has a reason, which Decap has no words for: it is a step of its own (entry-state/).
    return isOthers && record.state !== 'draft'
      ? proposals.returnToAuthor(who, entry, '')
      : proposals.takeBack(who, entry);
  };

  return {
    updateUnpublishedEntryStatus: action(
      decapActions.updateUnpublishedEntryStatus,
      async (session, { newStatus, seen: given, ...key }) => {
        const entry = entryOf(key);
        const steps = {
          draft: () => toDraft(session, entry),
          pending_review: () => proposals.sendForReview(session.who, entry),
          pending_publish: () =>
            proposals.approve(session.who, entry, asSeen(seenBy(session, entry, given))),
        } satisfies Record<DecapStatus, unknown>;
        const { proposal } = await fulfilled(steps[newStatus]());
        return { message: '投稿案の段階を変えました。', status: statusOf[proposal.record.state] };
      },
    ),

    publishUnpublishedEntry: action(
      decapActions.publishUnpublishedEntry,
      async (session, { seen: given, ...key }) => {
        const entry = entryOf(key);
        const version = asSeen(seenBy(session, entry, given));
        const { left } = await fulfilled(
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
      await fulfilled(proposals.delete(session.who, entry));
      session.seen.delete(entry.path);
      return { message: '投稿案を削除しました。' };
    }),
  };
};

/** Whoever has seen nothing has seen no content that a proposal could have. */
const asSeen = (version: ContentVersion | null | undefined): ContentVersion | null =>
  version === undefined ? ('' as ContentVersion) : version;
