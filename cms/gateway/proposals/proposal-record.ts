import { z } from 'zod';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import { day } from '../../../src/schema/field.ts';
import { contentVersion } from '../../wire/versions.ts';
import { type Contributor, contributor } from '../permissions/contributor.ts';
import { type CommitId, commitId } from '../repository/repository.ts';
import { approvalLink } from './approval-link.ts';
import {
  type ProposalKind,
  type ProposalState,
  proposalKinds,
  proposalStates,
} from './proposal-state.ts';
import { noteText, reviewNote } from './review-notes.ts';

/** Something that an office did, and when. */
const deed = z.strictObject({ by: contributor, at: z.iso.datetime() });
export type Deed = z.infer<typeof deed>;

/** A return that still stands (差し戻し). */
const standingReturn = deed.extend({
  reason: noteText,
  /** The note that says the reason; null where no more notes fitted in. */
  note: z.string().nullable(),
  /** What was returned, so that taking the return back goes to where it was. */
  of: contentVersion.nullable(),
  asked: deed.nullable(),
});

/** What is kept of a proposal beside its files, in its own commits: it survives a restart and travels with a push. */
const proposalRecord = z.strictObject({
  kind: z.enum(Object.keys(proposalKinds) as [ProposalKind, ...ProposalKind[]]),
  state: z.enum(Object.keys(proposalStates) as [ProposalState, ...ProposalState[]]),
  /** Under whose name it will be published. */
  startedBy: contributor,
  changedBy: contributor,
  /** The office of the network that approved it, the day in Japan, and the moment, which older records lack. */
  approval: z
    .strictObject({ office: z.string(), on: day, at: z.iso.datetime().optional() })
    .nullable(),
  /** The request for review that still stands. */
  asked: deed.nullable().default(null),
  /** The return that its author has not answered yet. */
  returned: standingReturn.nullable().default(null),
  /** The link by which the institution itself approves, as long as one was made. */
  approvalLink: approvalLink.nullable().default(null),
  notes: z.array(reviewNote).readonly(),
  /** The commit that the network's office has looked at last, when it returned or approved it. */
  reviewed: z.strictObject({ commit: commitId, on: day }).nullable().default(null),
});
export type ProposalRecord = z.infer<typeof proposalRecord>;

/** Somebody who made the ref with git, so that no record tells who it was. */
const unknownOffice = contributor.parse({ role: 'editor', office: '不明' });

/** The record of a proposal that has just begun. */
export const newRecord = (
  startedBy: ProposalRecord['startedBy'],
  kind: ProposalKind,
  state: ProposalState,
): ProposalRecord => ({
  kind,
  state,
  startedBy,
  changedBy: startedBy,
  approval: null,
  asked: null,
  returned: null,
  approvalLink: null,
  notes: [],
  reviewed: null,
});

/** The approval by an office of the network, dated in Japan. */
export const approvalBy = ({ office }: Contributor, at: Date): ProposalRecord['approval'] => ({
  office,
  on: dayInJapan(at),
  at: at.toISOString(),
});

/** What an office does at a moment. */
export const deedOf = (by: Contributor, at: Date): Deed => ({ by, at: at.toISOString() });
/** What the network's office has looked at, dated in Japan: the next review shows what changed since. */
export const reviewedAt = (commit: CommitId, at: Date): ProposalRecord['reviewed'] => ({
  commit,
  on: dayInJapan(at),
});

/** Writes a record for storage, in lines that git can compare. */
export const recordText = (record: ProposalRecord): string =>
  `${JSON.stringify(record, null, 2)}\n`;

/** Reads a stored record. One that nobody can read is that of a draft: it has to be reviewed before it is published. */
export const readRecord = (text: string): ProposalRecord => {
  const parsed = proposalRecord.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : newRecord(unknownOffice, 'entry', 'draft');
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
