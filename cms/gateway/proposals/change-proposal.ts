import type { Action } from '../permissions/action.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { CommitId, ContentVersion, FileEdit, FileVersion } from '../repository/repository.ts';
import { type HappeningKind, untold } from './happenings.ts';
import { historyMessage } from './history-message.ts';
import type { Judgement } from './intake.ts';
import { forbidden, inWords } from './obstacles.ts';
import {
  type HeldUp,
  type HeldUpKind,
  type Proposal,
  type ProposalOutcome,
  proposalOf,
  type Refusal,
} from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { type ProposalRecord, recordText } from './proposal-record.ts';
import { roleAccountOf } from './role-account.ts';
import { titleAt } from './stored-entry.ts';

/** A new version of a proposal: files, record or both. */
export type ProposalChange<Held extends HeldUpKind = never> = {
  readonly who: Contributor;
  readonly entry: EntryAddress;
  /** Everything that has to be allowed for it. */
  readonly actions: readonly Action[];
  /** It may wait on this machine for a git host that does not answer: a draft, and nothing that decides. */
  readonly mayWait?: boolean;
  /** What the history says was done. */
  readonly done: string;
  /** The same for those who listen, and what was said to it. */
  readonly tells: HappeningKind;
  readonly reason?: string;
  readonly edits?: readonly FileEdit[];
  readonly over?: FileVersion | null | undefined;
  /**
   * Judges the content before the next record is made; null where it is not judged. It can be called again.
   * @param at the commit in which the entry stands so far
   */
  judge?(now: Proposal | null, at: CommitId): Promise<Judgement | HeldUp<Held> | Refusal | null>;
  /** The next record from the proposal as it is now, null for none. Pure: it can be called again. */
  next(now: Proposal | null): ProposalRecord | Refusal;
  /** Puts into the record what the proposal says after the change, where the record has to name it. Pure. */
  bind?(record: ProposalRecord, content: ContentVersion | null): ProposalRecord;
};

export type ChangeProposal = <Held extends HeldUpKind = never>(
  change: ProposalChange<Held>,
) => Promise<ProposalOutcome | HeldUp<Held>>;

/** Makes the one way in which proposals change: allowed, judged, from the present version, signed by an office. */
export const createChangeProposal =
  ({
    repository,
    intake,
    institutionName,
    clock,
    onHappening = untold,
  }: ProposalParts): ChangeProposal =>
  async <Held extends HeldUpKind>({
    who,
    entry,
    actions,
    done,
    tells,
    reason,
    edits = [],
    over,
    mayWait = false,
    judge = async () => null,
    next,
    bind,
  }: ProposalChange<Held>) => {
    const refused = forbidden(who, actions);
    if (refused) return refused;

    const author = roleAccountOf(who, institutionName);
    const at = clock();
    // Of the last time that the change was described: that is the one that was stored.
    let from: Proposal | null = null;
    const outcome = await repository.propose<Refusal | HeldUp<Held>>({
      entry,
      edits,
      ...(over === undefined ? {} : { over }),
      mayWait,
      author,
      at,
      async describe(stored, standing) {
        const now = stored && proposalOf(stored);
        from = now;
        const judged = await judge(now, standing);
        if (judged && 'kind' in judged) return { kind: 'refused', refusal: judged };
        const record = next(now);
        if (record.kind === 'refused') return { kind: 'refused', refusal: record };
        const { state, approval } = record;
        const title = judged
          ? judged.outline.title
          : await titleAt({ repository, intake }, entry, standing);
        const made = { ...record, changedBy: who };
        return {
          record: bind ? (content) => recordText(bind(made, content)) : recordText(made),
          message: historyMessage({ done, entry, title, institutionName, state, approval }),
        };
      },
    });
    switch (outcome.kind) {
      case 'saved': {
        const proposal = proposalOf(outcome.proposal);
        onHappening({
          kind: tells,
          entry,
          by: who,
          at,
          from: stageOf(from),
          proposal: proposal.record.kind,
          reason: reason ?? null,
          version: proposal.commit,
        });
        return { kind: 'done', proposal };
      }
      case 'refused':
        return outcome.refusal;
      default:
        return inWords(outcome, author.name);
    }
  };

const stageOf = (proposal: Proposal | null) => proposal?.record.state ?? null;
