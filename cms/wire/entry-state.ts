import { z } from 'zod';
import { day } from '../../src/schema/field.ts';
import { publication } from './publication.ts';
import { proposalKind, proposalStates } from './stages.ts';
import { stepName } from './step.ts';
import { contentVersion } from './versions.ts';

/** Something that an office did, and when. */
const deed = z.object({ by: z.string(), at: z.iso.datetime() });
/** The same, with what was said to it. */
const deedWithReason = deed.extend({ reason: z.string() });

/** Somebody who has the entry open now. */
export const atWork = z.object({
  /** さくら大学 研究推進課, or what the network's office calls itself. */
  name: z.string(),
  /** Whole minutes since they were last heard of. */
  minutesAgo: z.int(),
});
export type AtWork = z.infer<typeof atWork>;

/** Where a link for the approval inside an institution stands (承認リンク). */
export const approvalLinkState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), until: z.iso.datetime() }),
  z.object({ state: z.literal('approved'), on: day, office: z.string() }),
  z.object({ state: z.literal('returned'), at: z.iso.datetime(), reason: z.string() }),
  z.object({ state: z.literal('expired'), at: z.iso.datetime() }),
]);
export type ApprovalLinkState = z.infer<typeof approvalLinkState>;

/**
 * Where an entry is, for the person who asks: what the editor's frame says in one sentence, and which steps it offers. All that
 * is of a proposal is null where there is none.
 */
export const entryState = z.object({
  kind: proposalKind.nullable(),
  stage: z.enum(Object.keys(proposalStates) as [keyof typeof proposalStates]).nullable(),
  /** What the proposal says now: sent along with every step, so that nobody decides about what they have not seen. */
  version: contentVersion.nullable(),
  /** The office that began the proposal, and whether it is the network's own (代行). */
  begun: z.object({ by: z.string(), byEditors: z.boolean() }).nullable(),
  /** The last request for review that still stands (確認依頼). */
  asked: deed.nullable(),
  /** The last return that still stands (差し戻し). */
  returned: deedWithReason.nullable(),
  approved: deed.nullable(),
  approvalLink: approvalLinkState.nullable(),
  /** Whether this person may make such a link, and take it back: the office whose entry it is. */
  mayAskApproval: z.boolean().optional(),
  /** A request that the entry be taken from sight, or be shown again, with its reason. */
  removalAsked: deedWithReason.nullable(),
  /** That the last such request was refused, and why; null once something else has happened. */
  removalRefused: deedWithReason.nullable(),
  /** It is on the server of the portal alone, and has not been delivered to where all portals keep their drafts. */
  isHereOnly: z.boolean().optional(),
  openNotes: z.int(),
  /** Readers see the entry, since this day in Japan. */
  published: z.object({ since: day.nullable() }).nullable(),
  /** The entry was taken from sight (掲載停止). */
  takenDown: z.object({ since: day.nullable(), reason: z.string().nullable() }).nullable(),
  /** Whether the site shows what was published last; null where nothing is. */
  publication: publication.nullable(),
  /** Others who have it open. */
  atWork: z.array(atWork),
  /** The steps that this person may take from here. */
  may: z.array(stepName),
});
export type EntryState = z.infer<typeof entryState>;
