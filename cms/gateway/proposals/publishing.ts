import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { CommitId, ContentVersion, Outdated, StoredFile } from '../repository/repository.ts';
import { datedText } from './dated-text.ts';
import { publishedFacts } from './entry-text.ts';
import { untold } from './happenings.ts';
import { historyMessage } from './history-message.ts';
import { forbidden, publicationInWords } from './obstacles.ts';
import {
  type HeldUp,
  type Proposal,
  type PublicationOutcome,
  proposalOf,
  type Refusal,
  refusal,
} from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { approvalBy } from './proposal-record.ts';
import { canBeApprovedAndPublished, canBePublished, type ProposalKind } from './proposal-state.ts';
import { roleAccountOf } from './role-account.ts';
import { sentences, stepRefused } from './sentences.ts';
import { staleApproval } from './stale-approval.ts';
import { titleAt } from './stored-entry.ts';

/** Showing a proposal to readers. */
export type Publishing = {
  /**
   * Publishes a proposal that is sound and breaks no other entry; its drafts and notes end with it. It stands in the history under the office that began it.
   * @param seen the content that the editor has read
   */
  publish(
    who: Contributor,
    entry: EntryAddress,
    seen: ContentVersion | null,
  ): Promise<PublicationOutcome | Held>;
  /** The same, of what has not been approved before: to publish it is the approval. */
  approveAndPublish(
    who: Contributor,
    entry: EntryAddress,
    seen: ContentVersion | null,
  ): Promise<PublicationOutcome | Held>;
};

const done: Record<ProposalKind, string> = {
  entry: '公開',
  withdrawal: '掲載停止',
  deletion: '削除',
};

export const createPublishing = ({
  repository,
  intake,
  institutionName,
  clock,
  onHappening = untold,
}: ProposalParts): Publishing => {
  const titleOf = { repository, intake };

  /**
   * Judges what is to be published on top of a published commit, and gives its title. What takes an entry from sight is
   * never held up by its mistakes; what takes it away for good may leave links to it.
   */
  const judge = async (
    proposal: Proposal,
    stored: readonly StoredFile[],
    tip: CommitId,
    who: Contributor,
  ): Promise<Titled | Held | Refusal | Outdated> => {
    const { entry, commit, record } = proposal;
    const { kind } = record;
    if (kind === 'withdrawal') return { title: await titleAt(titleOf, entry, commit) };
    const files = await repository.readAll(stored);
    const judged = kind === 'entry' ? await intake.soundAt(tip, entry, files, who) : null;
    if (judged && 'kind' in judged) return judged;
    const stale = judged && staleApproval(proposal, judged.outline);
    if (stale) return stale;
    const broken = await intake.breakingOthers(entry, files, tip);
    if (broken) return broken;
    return judged ? judged.outline : { title: await titleAt(titleOf, entry, commit) };
  };

  /**
   * The text as it is published: 掲載日 is the day on which readers first got the entry, and 更新日 today, whatever its authors
   * wrote; the portal's news go by them.
   */
  const textOfDay = async (
    entry: EntryAddress,
    files: readonly StoredFile[],
    tip: CommitId,
    at: Date,
  ): Promise<Uint8Array | null> => {
    const proposed = files.find(({ address }) => address.part === 'text');
    if (!proposed) return null;
    const [[text], shown] = await Promise.all([
      repository.readAll([proposed]),
      repository.read(tip, proposed.address),
    ]);
    const today = dayInJapan(at);
    const published = (shown && publishedFacts(entry, shown.bytes).since) ?? today;
    const updated = published > today ? published : today;
    return text ? datedText(text.bytes, { published, updated }) : null;
  };

  const publishWhere =
    (isAllowedFrom: (from: From) => boolean): Publishing['publish'] =>
    async (who, entry, seen) => {
      const refused = forbidden(who, [{ kind: 'publish', entry }]);
      if (refused) return refused;
      const stored = await repository.proposal(entry);
      if (!stored) return refusal('missing', sentences.missing);
      const known = proposalOf(stored);
      // That it has changed is said before what is wrong with it now.
      if (known.content !== seen) return changedSinceSeen;
      // Before others have to wait: files are read now, and what was read costs nothing when it is judged again.
      const tipBefore = await repository.published();
      const proposed = await repository.list(known.commit, entry);
      const before = {
        files: versionsOf(proposed),
        judged: await judge(known, proposed, tipBefore, who),
      };
      if ('kind' in before.judged && before.judged.kind !== 'outdated') return before.judged;
      const at = clock();
      let from = known.record.state;
      const outcome = await repository.publish<Refusal | Held>(entry, async (now) => {
        const { proposal, isPublished, tip, files } = now;
        const { content, record } = proposalOf(proposal);
        const { kind, state, startedBy } = record;
        from = state;
        const isOfInstitution = entry.institution !== null;
        // What was judged is what is published: the same files, by a proposal of the same kind.
        if (content !== seen || kind !== known.record.kind) return stopped(changedSinceSeen);
        // What was published in between may have taken away what this one leads to, or lead to what this one takes away.
        const isAsBefore = tip === tipBefore && versionsOf(files) === before.files;
        const judged =
          isAsBefore && !('kind' in before.judged)
            ? before.judged
            : await judge(proposalOf(proposal), files, tip, who);
        if ('kind' in judged) {
          return judged.kind === 'outdated' ? judged : { kind: 'refused', refusal: judged };
        }
        const isBegunByEditors = startedBy.role === 'editor';
        if (!isAllowedFrom({ kind, state, isPublished, isOfInstitution, isBegunByEditors })) {
          return stopped(refusal('wrong-state', stepRefused(state, 'publish')));
        }
        const approval = record.approval ?? approvalBy(who, at);
        const text = kind === 'entry' ? await textOfDay(entry, files, tip, at) : null;
        return {
          ...(text ? { text } : {}),
          author: roleAccountOf(startedBy, institutionName),
          at,
          message: historyMessage({
            done: done[kind],
            entry,
            title: judged.title,
            institutionName,
            state: 'published',
            approval,
          }),
        };
      });
      if (outcome.kind === 'refused') return outcome.refusal;
      if (outcome.kind === 'published') {
        const of = { proposal: known.record.kind, version: outcome.commit };
        onHappening({ kind: 'published', entry, by: who, at, from, ...of, reason: null });
      }
      return publicationInWords(outcome, roleAccountOf(who, institutionName).name);
    };

  return {
    publish: publishWhere(canBePublished),
    approveAndPublish: publishWhere(canBeApprovedAndPublished),
  };
};

type From = Parameters<typeof canBePublished>[0] & Parameters<typeof canBeApprovedAndPublished>[0];

type Titled = { readonly title: string | null };
type Held = HeldUp<'unsound' | 'breaks-others'>;

const changedSinceSeen = refusal('changed-since-seen', sentences.changedSinceSeen);

const stopped = (why: Refusal) => ({ kind: 'refused', refusal: why }) as const;

/** What tells whether two lists have the same files. */
const versionsOf = (files: readonly StoredFile[]): string =>
  files
    .map(({ address, version }) => `${address.path}\n${version}\n`)
    .sort()
    .join('');
