import { westernDate } from '../../../src/formats/japanese-date.ts';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import type { Approval } from '../../../src/schema/entry.ts';
import { type Contributor, contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { ContentVersion, FileContent, FileEdit } from '../repository/repository.ts';
import { type ApprovalLink, type Linked, standingOf } from './approval-link.ts';
import { approvalSentences as words } from './approval-sentences.ts';
import { approvedText } from './approval-text.ts';
import type { ChangeProposal } from './change-proposal.ts';
import type { Judgement } from './intake.ts';
import { type HeldUp, type ProposalOutcome, type Refusal, refusal } from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { stageAfter } from './proposal-state.ts';
import { filesAt } from './stored-entry.ts';

/** A link that is to be made. */
export type NewLink = Pick<ApprovalLink, 'digest'> & {
  readonly until: Date;
  /** What the office has before it: a later version is not sent out by accident. */
  readonly seen: ContentVersion | null;
};

/** A link that somebody holds, of whom nothing else is known. */
export type HeldLink = { readonly entry: EntryAddress; readonly digest: string };

/** The approval of a proposal inside its own institution, by a link (承認リンク). It takes no proposal to another stage. */
export type Approving = {
  /** Makes the link of a sound proposal; one that there was before is void. */
  askForApproval(
    who: Contributor,
    entry: EntryAddress,
    link: NewLink,
  ): Promise<ProposalOutcome | HeldUp<'unsound'>>;
  withdrawApprovalLink(who: Contributor, entry: EntryAddress): Promise<ProposalOutcome>;
  /** Writes the day and the office into the text, once, as a change by that office. */
  approveByLink(link: HeldLink, approval: Approval): Promise<ProposalOutcome | HeldUp<'unsafe'>>;
  /** 差し戻し inside the institution. */
  returnByLink(link: HeldLink, reason: string): Promise<ProposalOutcome>;
};

/** Makes what asks for the approval of an institution and takes it down. */
export const createApproving = (
  { repository, intake, clock }: Pick<ProposalParts, 'repository' | 'intake' | 'clock'>,
  change: ChangeProposal,
): Approving => {
  /** Judges a text as it will be with an approval in it. */
  const withApproval = async (
    entry: EntryAddress,
    files: readonly FileContent[],
    approval: Approval,
  ): Promise<{ edit: FileEdit; files: readonly FileContent[] } | Refusal> => {
    const text = files.find(({ address: { part } }) => part === 'text');
    const bytes = text && entry.text.endsWith('.mdx') ? approvedText(text.bytes, approval) : null;
    if (!text || !bytes) return unwritable;
    return {
      edit: { address: text.address, bytes, basedOn: text.version },
      files: files.map((file) => (file === text ? { ...file, bytes } : file)),
    };
  };

  return {
    async askForApproval(who, entry, { digest, until, seen }) {
      const now = await repository.proposal(entry);
      const begunOn = dayInJapan(now ? await repository.begunAt(now.commit) : clock());
      return change<'unsound'>({
        who,
        entry,
        actions: [{ kind: 'ask-approval', entry }],
        done: '承認リンクを作成',
        tells: 'approval-link-made',
        async judge(now, at) {
          if (now?.record.kind !== 'entry' || now.content !== seen) return null;
          const files = await filesAt(repository, entry, at);
          const text = files.find(({ address: { part } }) => part === 'text');
          const { origin } = await intake.outlineOf(entry, text?.bytes ?? null);
          if (origin === 'summarised') return refusal('invalid', words.summarised);
          const wanted = { on: dayInJapan(clock()), office: who.office };
          const made = await withApproval(entry, files, wanted);
          if ('kind' in made) return made;
          const judged = await intake.sound(entry, made.files, who);
          return 'kind' in judged ? judged : (unlessSays(judged, wanted) ?? judged);
        },
        next(now) {
          if (!now) return refusal('missing', words.nothingSaved);
          if (now.record.kind !== 'entry') return refusal('wrong-state', words.removal);
          if (now.content === null || now.content !== seen) return changedSinceSeen;
          return {
            ...now.record,
            approvalLink: {
              digest,
              content: now.content,
              madeBy: who,
              madeAt: clock().toISOString(),
              until: until.toISOString(),
              begunOn,
              answer: null,
            },
          };
        },
      });
    },

    withdrawApprovalLink: (who, entry) =>
      change({
        who,
        entry,
        actions: [{ kind: 'ask-approval', entry }],
        done: '承認リンクを取下げ',
        tells: 'approval-link-withdrawn',
        next(now) {
          if (!now) return refusal('missing', words.nothingSaved);
          // What was approved stays in the text, and is taken out there.
          return standingOf(now, clock())?.kind === 'approved'
            ? refusal('wrong-state', words.alreadyApproved)
            : { ...now.record, approvalLink: null };
        },
      }),

    async approveByLink({ entry, digest }, approval) {
      const who = officeOf(entry, approval.office);
      const stored = await repository.proposal(entry);
      if (!who || !stored) return linkGone;
      const made = await withApproval(
        entry,
        await filesAt(repository, entry, stored.commit),
        approval,
      );
      if ('kind' in made) return made;
      const outcome = await change<'unsafe'>({
        who,
        entry,
        actions: [{ kind: 'save-draft', entry, origin: unread }],
        done: `学内で承認（${westernDate(approval.on)}、${approval.office}）`,
        tells: 'approved-by-link',
        edits: [made.edit],
        async judge(now, at) {
          if (!isOpen(now, digest, clock())) return linkGone;
          const standing = await filesAt(repository, entry, at);
          const judged = await intake.safeAfter(entry, standing, [made.edit], who);
          if ('kind' in judged) return judged;
          if (judged.problems.some(({ code }) => code === 'approval-person')) return aPerson;
          return unlessSays(judged, approval) ?? judged;
        },
        next(now) {
          const link = isOpen(now, digest, clock());
          const state = now && stageAfter(now.record.state, 'save');
          if (!now || !link || !state) return linkGone;
          const answer = { kind: 'approved', at: clock().toISOString(), ...approval } as const;
          // A text that has changed has to be looked at anew by the network's office too.
          return { ...now.record, state, approval: null, approvalLink: { ...link, answer } };
        },
        bind: (record, content) => ({
          ...record,
          approvalLink: record.approvalLink && content ? { ...record.approvalLink, content } : null,
        }),
      });
      return outcome.kind === 'conflict' ? linkGone : outcome;
    },

    async returnByLink({ entry, digest }, reason) {
      const who = officeOf(entry, words.someoneInside);
      if (!who) return linkGone;
      return change({
        who,
        entry,
        actions: [{ kind: 'comment', entry }],
        done: '学内で差し戻し',
        tells: 'returned-by-link',
        reason,
        next(now) {
          const link = isOpen(now, digest, clock());
          if (!now || !link) return linkGone;
          const answer = { kind: 'returned', at: clock().toISOString(), reason } as const;
          return { ...now.record, approvalLink: { ...link, answer } };
        },
      });
    },
  };
};

const unread = { written: null, stored: null } as const;
const unwritable = refusal('invalid', words.unwritable);
const aPerson = refusal('invalid', words.person);
const linkGone = refusal('missing', words.gone);
const changedSinceSeen = refusal('changed-since-seen', words.changedSinceSeen);

/** An office of the institution whose entry it is; null where no office can be called so. */
const officeOf = ({ institution }: EntryAddress, office: string): Contributor | null =>
  contributor.safeParse({ role: 'contributor', institution, office }).data ?? null;

/** The link of a proposal, where it is the one that somebody holds and still open. */
const isOpen = (proposal: Linked | null, digest: string, now: Date): ApprovalLink | null => {
  const link = proposal?.record.approvalLink ?? null;
  return proposal && link?.digest === digest && standingOf(proposal, now)?.kind === 'open'
    ? link
    : null;
};

/** A refusal, unless a text says of the approval what was written into it. */
const unlessSays = ({ outline: { approval } }: Judgement, wanted: Approval): Refusal | null =>
  approval?.on === wanted.on && approval.office === wanted.office ? null : unwritable;
