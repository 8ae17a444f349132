import type { AttachmentReader } from '../../../src/attachments/reading.ts';
import { readAttachments } from '../../../src/check/attachments/read-attachments.ts';
import { type FieldProblem, isUnsafe, sentenceAtForm } from '../../../src/check/problem.ts';
import { contentFilesFrom } from '../published-content/content-file.ts';
import type { PublishedContent } from '../published-content/published-content.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { CommitId, FileContent, FileEdit, Outdated } from '../repository/repository.ts';
import { type EntryOutline, outlineIn } from './entry-text.ts';
import type { HeldUp } from './proposal.ts';
import { sentences } from './sentences.ts';

/** What is wrong with the files of an entry, and what the check read of its text on the way. */
export type Judgement = {
  readonly problems: readonly FieldProblem[];
  readonly outline: EntryOutline;
};

/** What is accepted, of what is saved and of what goes on to review and to readers. */
export type Intake = {
  /** What is wrong with an entry's files, if they stood in the published content. */
  problemsOf(entry: EntryAddress, files: readonly DraftFile[]): Promise<readonly FieldProblem[]>;
  /**
   * Judges what a save would leave. A draft may have mistakes, but nothing hostile among what is saved.
   * @param standing the files that the entry has so far
   */
  safeAfter(
    entry: EntryAddress,
    standing: readonly DraftFile[],
    edits: readonly FileEdit[],
  ): Promise<Judgement | HeldUp<'unsafe'>>;
  /** Judges what is to go on to review. */
  sound(entry: EntryAddress, files: readonly DraftFile[]): Promise<Judgement | HeldUp<'unsound'>>;
  /**
   * Judges what is to go on to readers, on top of a published commit.
   * @param at the commit; `outdated` where another one is published meanwhile
   */
  sound(
    entry: EntryAddress,
    files: readonly DraftFile[],
    at: CommitId,
  ): Promise<Judgement | HeldUp<'unsound'> | Outdated>;
  /**
   * Looks for what a publication would break in other entries.
   * @param files none where the entry is taken away
   * @param at the published commit on top of which it is to stand; `outdated` where another one is published meanwhile
   */
  breakingOthers(
    entry: EntryAddress,
    files: readonly DraftFile[],
    at: CommitId,
  ): Promise<HeldUp<'breaks-others'> | Outdated | null>;
};

export type DraftFile = Pick<FileContent, 'address' | 'bytes'>;

/**
 * Makes the intake of a portal.
 * @param reader looks into attachments; what it has read before costs it nothing
 * @param maxFileBytes the limit that the published content is held against
 */
export const createIntake = ({
  content,
  reader,
  maxFileBytes,
}: {
  content: Pick<PublishedContent, 'now'>;
  reader: Pick<AttachmentReader, 'read'>;
  maxFileBytes: number;
}): Intake => {
  /** @param at the published commit that the files are held against; the present one where it is left out */
  async function judge(entry: EntryAddress, files: readonly DraftFile[]): Promise<Judgement>;
  async function judge(
    entry: EntryAddress,
    files: readonly DraftFile[],
    at: CommitId | undefined,
  ): Promise<Judgement | Outdated>;
  async function judge(
    entry: EntryAddress,
    files: readonly DraftFile[],
    at?: CommitId,
  ): Promise<Judgement | Outdated> {
    const contentFiles = contentFilesFrom(files);
    const attachments = await readAttachments(contentFiles, reader, { maxFileBytes });
    const { commit, checker } = await content.now();
    if (at !== undefined && commit !== at) return outdated;
    const { problems, reading } = checker().judgementOf(entry.path, contentFiles, attachments);
    return { problems: atForm(problems), outline: outlineIn(reading?.source.data ?? null) };
  }

  function sound(
    entry: EntryAddress,
    files: readonly DraftFile[],
  ): Promise<Judgement | HeldUp<'unsound'>>;
  function sound(
    entry: EntryAddress,
    files: readonly DraftFile[],
    at: CommitId,
  ): Promise<Judgement | HeldUp<'unsound'> | Outdated>;
  async function sound(
    entry: EntryAddress,
    files: readonly DraftFile[],
    at?: CommitId,
  ): Promise<Judgement | HeldUp<'unsound'> | Outdated> {
    const judgement = await judge(entry, files, at);
    if ('kind' in judgement) return judgement;
    const errors = onlyErrors(judgement.problems);
    return errors.length > 0
      ? { kind: 'unsound', problems: errors, reason: sentences.unsound }
      : judgement;
  }

  return {
    problemsOf: async (entry, files) => (await judge(entry, files)).problems,

    async safeAfter(entry, standing, edits) {
      const saved = new Map(edits.map((edit) => [edit.address.path as string, edit]));
      const kept = standing.filter(({ address }) => !saved.has(address.path));
      const made = edits.flatMap(({ address, bytes }) => (bytes ? [{ address, bytes }] : []));
      const judgement = await judge(entry, [...kept, ...made]);
      const unsafe = judgement.problems.filter(
        (problem) => isUnsafe(problem) && (saved.has(problem.path) || isOfSeveralFiles(problem)),
      );
      return unsafe.length > 0
        ? { kind: 'unsafe', problems: unsafe, reason: sentences.unsafe }
        : judgement;
    },

    sound,

    async breakingOthers(entry, files, at) {
      const { commit, checker } = await content.now();
      if (commit !== at) return outdated;
      const broken = checker().problemsElsewhere(entry.path, contentFilesFrom(files));
      const errors = onlyErrors(atForm(broken));
      return errors.length > 0
        ? { kind: 'breaks-others', problems: errors, reason: sentences.breaksOthers }
        : null;
    },
  };
};

const outdated: Outdated = { kind: 'outdated' };

/** Two names that some systems take for one are told at the later of them, whichever is saved. */
const isOfSeveralFiles = ({ code }: FieldProblem): boolean => code === 'name-collides';

const atForm = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.map((problem) => ({ ...problem, message: sentenceAtForm(problem) }));

const onlyErrors = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.filter(({ severity }) => severity === 'error');
