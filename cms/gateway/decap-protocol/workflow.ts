import { decapActions } from '../../wire/decap-actions.ts';
import { type DecapStatus, statusOf } from '../../wire/stages.ts';
import type { WorkSession as Session } from '../login/signed-in.ts';
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
      async (session, { newStatus, seen, ...key }) => {
        const entry = entryOf(key);
        const steps = {
          draft: () => toDraft(session, entry),
          pending_review: () => proposals.sendForReview(session.who, entry),
          pending_publish: () => proposals.approve(session.who, entry, asSeen(seen)),
        } satisfies Record<DecapStatus, unknown>;
        const { proposal } = await fulfilled(steps[newStatus]());
        return { message: '投稿案の段階を変えました。', status: statusOf[proposal.record.state] };
      },
    ),

    publishUnpublishedEntry: action(
      decapActions.publishUnpublishedEntry,
      async ({ who }, { seen, ...key }) => {
        const entry = entryOf(key);
        const { left } = await fulfilled(
          proposals.publish(who, entry, asSeen(seen)),
          publishedFile(repository),
        );
        liveSite?.refresh();
        return { message: '公開しました。', left: left.map(({ reason }) => reason) };
      },
    ),

    deleteUnpublishedEntry: action(decapActions.deleteUnpublishedEntry, async ({ who }, key) => {
      await fulfilled(proposals.delete(who, entryOf(key)));
      return { message: '投稿案を削除しました。' };
    }),
  };
};

/** Whoever has seen nothing has seen no content that a proposal could have. */
const asSeen = (version: ContentVersion | null | undefined): ContentVersion | null =>
  version === undefined ? ('' as ContentVersion) : version;
