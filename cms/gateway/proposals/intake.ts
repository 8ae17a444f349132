import type { AttachmentReader } from '../../../src/attachments/reading.ts';
import { readAttachments } from '../../../src/check/attachments/read-attachments.ts';
import { type FieldProblem, isUnsafe, sentenceAtForm } from '../../../src/check/problem.ts';
import { contentFilesFrom } from '../published-content/content-file.ts';
import type { PublishedContent } from '../published-content/published-content.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { FileContent, FileEdit } from '../repository/repository.ts';
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
  /** Judges what is to go on to review or to readers. */
  sound(entry: EntryAddress, files: readonly DraftFile[]): Promise<Judgement | HeldUp<'unsound'>>;
  /**
   * Looks for what a publication would break in other entries.
   * @param files none where the entry is taken away
   */
  breakingOthers(
    entry: EntryAddress,
    files: readonly DraftFile[],
  ): Promise<HeldUp<'breaks-others'> | null>;
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
  const judge = async (entry: EntryAddress, files: readonly DraftFile[]): Promise<Judgement> => {
    const contentFiles = contentFilesFrom(files);
    const attachments = await readAttachments(contentFiles, reader, { maxFileBytes });
    const { checker } = await content.now();
    const { problems, reading } = checker().judgementOf(entry.path, contentFiles, attachments);
    return { problems: atForm(problems), outline: outlineIn(reading?.source.data ?? null) };
  };

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

    async sound(entry, files) {
      const judgement = await judge(entry, files);
      const errors = onlyErrors(judgement.problems);
      return errors.length > 0
        ? { kind: 'unsound', problems: errors, reason: sentences.unsound }
        : judgement;
    },

    async breakingOthers(entry, files) {
      const { checker } = await content.now();
      const broken = checker().problemsElsewhere(entry.path, contentFilesFrom(files));
      const errors = onlyErrors(atForm(broken));
      return errors.length > 0
        ? { kind: 'breaks-others', problems: errors, reason: sentences.breaksOthers }
        : null;
    },
  };
};

/** Two names that some systems take for one are told at the later of them, whichever is saved. */
const isOfSeveralFiles = ({ code }: FieldProblem): boolean => code === 'name-collides';

const atForm = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.map((problem) => ({ ...problem, message: sentenceAtForm(problem) }));

const onlyErrors = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.filter(({ severity }) => severity === 'error');
