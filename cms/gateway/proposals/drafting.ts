import type { FieldProblem } from '../../../src/check/problem.ts';
import type { Action } from '../permissions/action.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { type EntryAddress, type FileAddress, isSameEntry } from '../repository/content-address.ts';
import type { CommitId, FileEdit, FileVersion } from '../repository/repository.ts';
import { usualQuota } from '../settings.ts';
import type { ChangeProposal } from './change-proposal.ts';
import { cleanEdits } from './clean-edits.ts';
import { overQuota } from './draft-quota.ts';
import { type HappeningKind, untold } from './happenings.ts';
import { historyMessage } from './history-message.ts';
import { forbidden } from './obstacles.ts';
import { changedBesideSteps } from './own-steps.ts';
import {
  type Proposal,
  type ProposalOutcome,
  proposalOf,
  type Refusal,
  refusal,
  type SaveOutcome,
} from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { newRecord, readRecord, recordText } from './proposal-record.ts';
import { type ProposalState, stageAfter } from './proposal-state.ts';
import { isAsSeen, type Seen } from './reviewing.ts';
import { roleAccountOf } from './role-account.ts';
import { sentences, stepRefused } from './sentences.ts';
import { filesAt, publishedText, standingTitle } from './stored-entry.ts';

/** Writing a proposal, throwing it away and fetching it back. */
export type Drafting = {
  /**
   * Saves an entry's text, attachments or both, as a new proposal or as the next version of one, mistakes and all; what
   * could do harm is not stored, nor what can be taken out of a file without anybody who reads it missing it.
   * @param edits of this entry, each with the version that the person began from
   * @param over the version of the published text that the person has seen and replaces, after a conflict with it
   */
  save(
    who: Contributor,
    entry: EntryAddress,
    edits: readonly FileEdit[],
    over?: FileVersion | null,
  ): Promise<SaveOutcome>;
  delete(who: Contributor, entry: EntryAddress, seen?: Seen): Promise<ProposalOutcome>;
  /** Brings a deleted proposal back as 下書き. @param deleted its last commit */
  restore(who: Contributor, entry: EntryAddress, deleted: CommitId): Promise<ProposalOutcome>;
};

export const createDrafting = (parts: ProposalParts, change: ChangeProposal): Drafting => {
  const { repository, intake, institutionName, quota = usualQuota, clock } = parts;
  const { onHappening = untold } = parts;

  /** What the deletion or restoration of a whole proposal is written down with. */
  const wholeProposal = async (who: Contributor, entry: EntryAddress, done: string) => {
    const title = await standingTitle(parts, entry);
    const by = { author: roleAccountOf(who, institutionName), at: clock() };
    const told = (
      kind: HappeningKind,
      from: ProposalState | null,
      proposal: Proposal,
    ): Proposal => {
      const of = { proposal: proposal.record.kind, version: proposal.commit };
      onHappening({ kind, entry, by: who, at: by.at, from, ...of, reason: null });
      return proposal;
    };
    const message = (state: 'deleted' | 'draft') =>
      historyMessage({ done, entry, title, institutionName, state, approval: null });
    return { by, message, told };
  };

  return {
    async save(who, entry, sent, over) {
      const misfit = misfitOf(entry, sent);
      if (misfit) return misfit;
      // What the text says of its origin is judged when it has been read.
      const actions: Action[] = [
        { kind: 'save-draft', entry, origin: unread },
        ...sent.flatMap(actionOnAttachment),
      ];
      const refused = forbidden(who, actions);
      if (refused) return refused;
      const edits = await cleanEdits(parts, entry, sent, who);
      let problems: readonly FieldProblem[] = [];
      const outcome = await change<'unsafe'>({
        who,
        entry,
        actions,
        done: '投稿案を保存',
        mayWait: true,
        tells: 'saved',
        edits,
        over,
        async judge(now, at) {
          const full = await overQuota(repository, quota, entry, edits);
          if (full) return full;
          const standing = await filesAt(repository, entry, at);
          const judged = await intake.safeAfter(entry, standing, edits, who);
          if ('kind' in judged) return judged;
          problems = judged.problems;
          if (!edits.some(isText)) return judged;
          const readersSee = await publishedText(repository, entry);
          const stored = standing.find(isText) ?? (now && readersSee);
          const [before, shown] = await Promise.all(
            [stored, readersSee].map((text) => intake.outlineOf(entry, text?.bytes ?? null)),
          );
          const origin = { written: judged.outline.origin, stored: before?.origin ?? null };
          // Whoever lays a draft over what was published since has seen what that says.
          const standingSteps = [
            ...(over === undefined && before ? [before] : []),
            ...(shown ? [shown] : []),
          ];
          return (
            forbidden(who, [{ kind: 'save-draft', entry, origin }]) ??
            changedBesideSteps(judged.outline, standingSteps) ??
            judged
          );
        },
        next(now) {
          if (!now) return newRecord(who, 'entry', 'draft');
          const state = stageAfter(now.record.state, 'save');
          if (!state) return refusal('wrong-state', stepRefused(now.record.state, 'save'));
          return { ...now.record, kind: 'entry', state, approval: null };
        },
      });
      return outcome.kind === 'done' ? { ...outcome, problems } : outcome;
    },

    async delete(who, entry, seen) {
      const refused = forbidden(who, [{ kind: 'delete-draft', entry }]);
      if (refused) return refused;
      const { by, message, told } = await wholeProposal(who, entry, '投稿案を削除');
      let from: ProposalState | null = null;
      const outcome = await repository.deleteProposal<Refusal>(entry, {
        ...by,
        describe(now) {
          if (!isAsSeen(now, seen)) return { kind: 'refused', refusal: changedSinceSeen };
          const record = readRecord(now.record);
          from = record.state;
          return {
            record: recordText({ ...record, approvalLink: null, changedBy: who }),
            message: message('deleted'),
          };
        },
      });
      if (outcome.kind === 'deleted') {
        const proposal = told('draft-deleted', from, proposalOf(outcome.proposal));
        return { kind: 'done', proposal };
      }
      return outcome.kind === 'refused' ? outcome.refusal : refusal('missing', sentences.missing);
    },

    async restore(who, entry, deleted) {
      const refused = forbidden(who, [{ kind: 'restore-draft', entry }]);
      if (refused) return refused;
      const { by, message, told } = await wholeProposal(who, entry, '投稿案を復元');
      const outcome = await repository.restoreProposal<Refusal>(entry, deleted, {
        ...by,
        describe: ({ record }) => ({
          record: recordText({
            ...readRecord(record),
            state: 'draft',
            approval: null,
            asked: null,
            changedBy: who,
          }),
          message: message('draft'),
        }),
      });
      switch (outcome.kind) {
        case 'restored': {
          const proposal = told('draft-restored', null, proposalOf(outcome.proposal));
          return { kind: 'done', proposal };
        }
        case 'occupied':
          return refusal('occupied', sentences.occupied);
        case 'missing':
          return refusal('missing', sentences.missing);
        case 'refused':
          return outcome.refusal;
      }
    },
  };
};

const changedSinceSeen = refusal('changed-since-seen', sentences.changedSinceSeen);

const unread = { written: null, stored: null } as const;

const isText = ({ address }: { readonly address: FileAddress }): boolean => address.part === 'text';

/** What keeps edits from being saved together. */
const misfitOf = (entry: EntryAddress, edits: readonly FileEdit[]): Refusal | null => {
  if (!edits.every(({ address }) => isSameEntry(address.entry, entry))) {
    return refusal('invalid', sentences.otherEntry);
  }
  return edits.some(({ address, bytes }) => address.part === 'text' && bytes === null)
    ? refusal('invalid', sentences.textTakenAway)
    : null;
};

const actionOnAttachment = ({ address, bytes }: FileEdit): Action[] =>
  address.part === 'text' ? [] : [{ kind: bytes ? 'upload' : 'remove-file', file: address }];
