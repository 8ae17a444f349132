import type { z } from 'zod';
import type { AttachmentReader } from '../../../src/attachments/reading.ts';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import type { review } from '../../wire/review.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { decide } from '../permissions/decide.ts';
import type { Intake } from '../proposals/intake.ts';
import type { Proposal } from '../proposals/proposal.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import { filesAt } from '../proposals/stored-entry.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import { fileName } from '../repository/content-address.ts';
import type { FileContent, FileVersion, Repository } from '../repository/repository.ts';
import { textOfFile } from './file-texts.ts';

/** What a review is made from. */
export type ReviewParts = {
  readonly repository: Pick<
    Repository,
    'published' | 'list' | 'readAll' | 'lastChange' | 'savesOf'
  >;
  readonly intake: Pick<Intake, 'problemsOf' | 'outlineOf'>;
  readonly reader: Pick<AttachmentReader, 'read'>;
  readonly institutionName: InstitutionName;
};

type Review = z.input<typeof review>;
type Version = NonNullable<Review['proposed']>;
/** The files of one version of an entry; empty where it has none. */
type Files = readonly FileContent[];

/**
 * Puts together what a review looks at: the proposal, what is live and what was looked at last, each with its files.
 * @param who has been found to be allowed to read the proposal
 */
export const reviewOf = async (
  { repository, intake, reader, institutionName }: ReviewParts,
  who: Contributor,
  proposal: Proposal,
): Promise<Review> => {
  const { entry, commit, content, record, savedAt } = proposal;
  const tip = await repository.published();
  const [proposed, live, reviewed] = await Promise.all([
    filesAt(repository, entry, commit),
    filesAt(repository, entry, tip),
    record.reviewed ? filesAt(repository, entry, record.reviewed.commit) : [],
  ]);
  const isRead = inSomeOnly([proposed, live, reviewed].filter((files) => files.length > 0));
  const told = async (files: Files): Promise<Version | null> => {
    const text = files.find(({ address }) => address.part === 'text');
    if (!text) return null;
    return {
      text: Buffer.from(text.bytes).toString(),
      files: await Promise.all(
        files
          .filter((file) => file !== text)
          .map(async ({ address, bytes, version }) => ({
            name: fileName(address.path),
            bytes: bytes.length,
            version,
            reading: isRead(version) ? await textOfFile(reader, address, bytes, who) : null,
          })),
      ),
    };
  };
  const [now, seen, before, problems, since, saves, { title }] = await Promise.all([
    told(proposed),
    told(live),
    told(reviewed),
    intake.problemsOf(entry, proposed, who),
    live.length > 0 ? repository.lastChange(tip, { path: entry.text, part: 'text', entry }) : null,
    repository.savesOf(entry, commit),
    intake.outlineOf(entry, textIn(proposed) ?? textIn(live)),
  ]);
  return {
    kind: record.kind,
    stage: record.state,
    version: content,
    saves,
    title,
    begun: {
      by: roleAccountOf(record.startedBy, institutionName).name,
      byEditors: record.startedBy.role === 'editor',
    },
    changed: {
      by: roleAccountOf(record.changedBy, institutionName).name,
      at: savedAt.toISOString(),
    },
    proposed: now,
    live: seen && { ...seen, since: since?.changedAt ? dayInJapan(since.changedAt) : null },
    reviewed: before && record.reviewed && { ...before, on: record.reviewed.on },
    problems,
    notes: notesOf(proposal, who, institutionName),
  };
};

/** The notes of a proposal, as somebody may see and take them away. */
export const notesOf = (
  { entry, record }: Proposal,
  who: Contributor,
  institutionName: InstitutionName,
): Review['notes'] =>
  record.notes.map(({ id, by, text, at, isResolved, place, answers }) => ({
    id,
    text,
    by: roleAccountOf(by, institutionName).name,
    byEditors: by.role === 'editor',
    at,
    isResolved,
    place,
    answers,
    mayDelete: decide(who, { kind: 'delete-comment', entry, writtenBy: by }).allowed,
  }));

const textIn = (files: Files): Uint8Array | null =>
  files.find(({ address }) => address.part === 'text')?.bytes ?? null;

/** Which files are not the same in every version, so that somebody may want to compare their text. */
const inSomeOnly = (versions: readonly Files[]): ((version: FileVersion) => boolean) => {
  const lists = versions.map((files) => new Set(files.map(({ version }) => version)));
  return (version) => lists.length < 2 || !lists.every((list) => list.has(version));
};
