import { z } from 'zod';
import { day } from '../../../src/schema/field.ts';
import type { ApprovalLinkState } from '../../wire/entry-state.ts';
import { type ContentVersion, contentVersion } from '../../wire/versions.ts';
import { contributor } from '../permissions/contributor.ts';

/** What was answered by a link. */
const linkAnswer = z.discriminatedUnion('kind', [
  /** The institution's own approval, as it stands in the text. */
  z.strictObject({
    kind: z.literal('approved'),
    at: z.iso.datetime(),
    on: day,
    office: z.string(),
  }),
  z.strictObject({ kind: z.literal('returned'), at: z.iso.datetime(), reason: z.string() }),
]);

/** A link by which an institution approves its own proposal (承認リンク), as it is kept with the proposal. */
export const approvalLink = z.strictObject({
  /** The SHA-256 of the token in its address, in hexadecimal; the token itself is kept nowhere. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** What it shows, and nothing else; once it was approved, what the approval made of it. */
  content: contentVersion,
  /** The office that asks. */
  madeBy: contributor,
  madeAt: z.iso.datetime(),
  /** The moment after which it shows nothing any more. */
  until: z.iso.datetime(),
  /** The day on which the proposal was begun: no approval is older. */
  begunOn: day,
  answer: linkAnswer.nullable(),
});
export type ApprovalLink = z.infer<typeof approvalLink>;

/** What of a proposal its link hangs on. */
export type Linked = {
  readonly content: ContentVersion | null;
  readonly record: { readonly approvalLink: ApprovalLink | null };
};

/** How a link stands. `void`: the proposal says something else than the link showed, or than was approved. */
export type LinkStanding =
  | { readonly kind: 'open' | 'expired' | 'void' }
  | NonNullable<ApprovalLink['answer']>;

/** How the link of a proposal stands at a moment; null where it has none. */
export const standingOf = (
  { content, record: { approvalLink: link } }: Linked,
  now: Date,
): LinkStanding | null => {
  if (!link) return null;
  // What was said about a text that has changed since is still to be read.
  if (link.answer?.kind === 'returned') return link.answer;
  if (link.content !== content) return { kind: 'void' };
  if (link.answer) return link.answer;
  return { kind: Date.parse(link.until) < now.getTime() ? 'expired' : 'open' };
};

/** What an institution's office is told of the link of its proposal; null where there is nothing to say. */
export const approvalLinkOf = (proposal: Linked, now: Date): ApprovalLinkState | null => {
  const standing = standingOf(proposal, now);
  const until = proposal.record.approvalLink?.until ?? '';
  switch (standing?.kind) {
    case 'open':
      return { state: 'open', until };
    case 'expired':
      return { state: 'expired', at: until };
    case 'approved':
      return { state: 'approved', on: standing.on, office: standing.office };
    case 'returned':
      return { state: 'returned', at: standing.at, reason: standing.reason };
    default:
      return null;
  }
};

/** The same for the network's office: what was returned inside an institution stays inside it. */
export const approvalLinkForEditors = (proposal: Linked, now: Date): ApprovalLinkState | null => {
  const told = approvalLinkOf(proposal, now);
  return told?.state === 'returned' ? null : told;
};
