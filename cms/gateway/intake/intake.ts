import type { AttachmentReader } from '../../../src/attachments/reading.ts';
import { readAttachments } from '../../../src/check/attachments/read-attachments.ts';
import { type FieldProblem, isUnsafe, sentenceAtForm } from '../../../src/check/problem.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { FileContent, FileEdit, Repository } from '../repository/repository.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentences } from '../requests/sentences.ts';
import { contentFilesFrom } from './content-file.ts';
import type { PublishedContent } from './published-content.ts';

/** What is accepted, of what is saved and of what goes on to review and to readers. */
export type Intake = {
  /** The files of an entry as it is proposed, or else as it is published. */
  filesOf(entry: EntryAddress): Promise<readonly FileContent[]>;
  /** What is wrong with an entry's files, if they stood in the published content. */
  problemsOf(entry: EntryAddress, files: readonly DraftFile[]): Promise<FieldProblem[]>;
  /**
   * What would be wrong with an entry after a save. A draft may have mistakes, but nothing hostile.
   * @throws RefusedRequest where something of what is saved must never be stored
   */
  problemsAfter(entry: EntryAddress, edits: readonly FileEdit[]): Promise<FieldProblem[]>;
  /**
   * Lets only what is sound go on to review.
   * @throws RefusedRequest with the errors
   */
  requireSound(entry: EntryAddress): Promise<void>;
  /**
   * Lets nothing be published that leaves other entries with broken links.
   * @param isTakenAway whether the entry goes
   * @throws RefusedRequest with the errors of the others
   */
  requireOthersSound(entry: EntryAddress, isTakenAway: boolean): Promise<void>;
};

export type DraftFile = Pick<FileContent, 'address' | 'bytes'>;

/**
 * Makes the intake of a repository.
 * @param reader looks into attachments; what it has read before costs it nothing
 * @param maxFileBytes the limit that the published content is held against
 */
export const createIntake = ({
  repository,
  content,
  reader,
  maxFileBytes,
}: {
  repository: Repository;
  content: PublishedContent;
  reader: Pick<AttachmentReader, 'read'>;
  maxFileBytes: number;
}): Intake => {
  const filesOf = async (entry: EntryAddress): Promise<readonly FileContent[]> => {
    const proposal = await repository.proposal(entry);
    const at = proposal?.commit ?? (await repository.published());
    return repository.readAll(await repository.list(at, entry));
  };

  const problemsOf = async (
    entry: EntryAddress,
    files: readonly DraftFile[],
  ): Promise<FieldProblem[]> => {
    const contentFiles = contentFilesFrom(files);
    const attachments = await readAttachments(contentFiles, reader, { maxFileBytes });
    const { checker } = await content.now();
    return atForm(checker().problemsOf(entry.path, contentFiles, attachments));
  };

  return {
    filesOf,
    problemsOf,

    async problemsAfter(entry, edits) {
      const saved = new Map(edits.map((edit) => [edit.address.path as string, edit]));
      const kept = (await filesOf(entry)).filter(({ address }) => !saved.has(address.path));
      const made = edits.flatMap(({ address, bytes }) => (bytes ? [{ address, bytes }] : []));
      const problems = await problemsOf(entry, [...kept, ...made]);
      const unsafe = problems.filter(
        (problem) => isUnsafe(problem) && (saved.has(problem.path) || isOfSeveralFiles(problem)),
      );
      if (unsafe.length > 0) {
        throw new RefusedRequest(422, sentences.unsafe, { problems: unsafe });
      }
      return problems;
    },

    async requireSound(entry) {
      const errors = onlyErrors(await problemsOf(entry, await filesOf(entry)));
      if (errors.length > 0) throw new RefusedRequest(422, sentences.unsound, { problems: errors });
    },

    async requireOthersSound(entry, isTakenAway) {
      const files = isTakenAway ? [] : await filesOf(entry);
      const { checker } = await content.now();
      const broken = checker().problemsElsewhere(entry.path, contentFilesFrom(files));
      const errors = onlyErrors(atForm(broken));
      if (errors.length > 0) {
        throw new RefusedRequest(422, sentences.breaksOthers, { problems: errors });
      }
    },
  };
};

/** Two names that some systems take for one are told at the later of them, whichever is saved. */
const isOfSeveralFiles = ({ code }: FieldProblem): boolean => code === 'name-collides';

const atForm = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.map((problem) => ({ ...problem, message: sentenceAtForm(problem) }));

const onlyErrors = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.filter(({ severity }) => severity === 'error');
