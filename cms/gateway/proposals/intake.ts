import type { Asker } from '../../../src/apart/turns.ts';
import type { AttachmentReader } from '../../../src/attachments/reading.ts';
import { readAttachments } from '../../../src/check/attachments/read-attachments.ts';
import {
  bodyField,
  type FieldProblem,
  isUnsafe,
  problemOf,
  sentenceAtForm,
} from '../../../src/check/problem.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { contentFile, contentFilesFrom } from '../published-content/content-file.ts';
import { type EntryOutline, emptyOutline } from '../published-content/entry-outline.ts';
import type { Judge, TooComplex } from '../published-content/judge.ts';
import { type EntryAddress, fileName } from '../repository/content-address.ts';
import type { CommitId, FileContent, FileEdit, Outdated } from '../repository/repository.ts';
import { type CleanFile, cleanFile } from './clean-file.ts';
import type { HeldUp } from './proposal.ts';
import { sentences } from './sentences.ts';

/** What is wrong with the files of an entry, and what the check read of its text on the way. */
export type Judgement = {
  readonly problems: readonly FieldProblem[];
  readonly outline: EntryOutline;
};

/**
 * What is accepted, of what is saved and of what goes on to review and to readers. Nothing that somebody contributed is
 * parsed in this process. Who asks has a turn of their institution; where nobody is named, it is the entry's.
 */
export type Intake = {
  /** A file as it may be stored: every one that somebody sends goes through here before anything judges or keeps it. */
  cleaned(file: DraftFile, who?: Contributor): Promise<CleanFile>;
  /** What is wrong with an entry's files, if they stood in the published content. */
  problemsOf(
    entry: EntryAddress,
    files: readonly DraftFile[],
    who?: Contributor,
  ): Promise<readonly FieldProblem[]>;
  /**
   * Judges what a save would leave. A draft may have mistakes, but nothing hostile among what is saved.
   * @param standing the files that the entry has so far
   */
  safeAfter(
    entry: EntryAddress,
    standing: readonly DraftFile[],
    edits: readonly FileEdit[],
    who?: Contributor,
  ): Promise<Judgement | HeldUp<'unsafe'>>;
  /** Judges what is to go on to review. */
  sound(
    entry: EntryAddress,
    files: readonly DraftFile[],
    who?: Contributor,
  ): Promise<Judgement | HeldUp<'unsound'>>;
  /**
   * Judges what is to go on to readers, on top of a published commit.
   * @param at the commit; `outdated` where another one is published meanwhile
   */
  soundAt(
    at: CommitId,
    entry: EntryAddress,
    files: readonly DraftFile[],
    who?: Contributor,
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
  /** Title and 掲載の経緯 of a text that may have any mistake, also one that is not published. @param bytes null where there is none */
  outlineOf(entry: EntryAddress, bytes: Uint8Array | null): Promise<EntryOutline>;
};

export type DraftFile = Pick<FileContent, 'address' | 'bytes'>;

/**
 * Makes the intake of a portal.
 * @param judge judges texts against the published content
 * @param reader looks into attachments; what it has read before costs it nothing
 * @param maxFileBytes the limit that the published content is held against
 */
export const createIntake = ({
  judge: judgeOfTexts,
  reader,
  maxFileBytes,
}: {
  judge: Pick<Judge, 'judgementOf' | 'problemsElsewhere' | 'outlineOf'>;
  reader: Pick<AttachmentReader, 'read' | 'clean'>;
  maxFileBytes: number;
}): Intake => {
  /** With the published commit that the files were held against; null where they are too complex for that. */
  const judge = async (
    entry: EntryAddress,
    files: readonly DraftFile[],
    who?: Contributor,
  ): Promise<{ judgement: Judgement; against: string | null }> => {
    const asker = askerOf(entry, who);
    const contentFiles = contentFilesFrom(files);
    const inTurn = {
      read: (...[bytes, ending]: Parameters<AttachmentReader['read']>) =>
        reader.read(bytes, ending, asker),
    };
    const readings = await readAttachments(contentFiles, inTurn, { maxFileBytes });
    const judged = await judgeOfTexts.judgementOf(entry.path, contentFiles, readings, asker);
    if ('kind' in judged) {
      const problems = [tooComplex(entry, judged)];
      return { judgement: { problems, outline: emptyOutline }, against: null };
    }
    const { problems, outline, commit } = judged;
    return { judgement: { problems: atForm(problems), outline }, against: commit };
  };

  const withoutErrors = (judgement: Judgement): Judgement | HeldUp<'unsound'> => {
    const errors = onlyErrors(judgement.problems);
    return errors.length > 0
      ? { kind: 'unsound', problems: errors, reason: sentences.unsound }
      : judgement;
  };

  return {
    cleaned: (file, who) =>
      cleanFile(file, { reader, maxFileBytes, asker: askerOf(file.address.entry, who) }),

    problemsOf: async (entry, files, who) => (await judge(entry, files, who)).judgement.problems,

    async safeAfter(entry, standing, edits, who) {
      const saved = new Map(edits.map((edit) => [edit.address.path as string, edit]));
      const kept = standing.filter(({ address }) => !saved.has(address.path));
      const made = edits.flatMap(({ address, bytes }) => (bytes ? [{ address, bytes }] : []));
      const { judgement } = await judge(entry, [...kept, ...made], who);
      const unsafe = judgement.problems.filter(
        (problem) => isUnsafe(problem) && (saved.has(problem.path) || isOfTheWhole(problem)),
      );
      return unsafe.length > 0
        ? { kind: 'unsafe', problems: unsafe, reason: sentences.unsafe }
        : judgement;
    },

    sound: async (entry, files, who) => withoutErrors((await judge(entry, files, who)).judgement),

    async soundAt(at, entry, files, who) {
      const { judgement, against } = await judge(entry, files, who);
      return against !== null && against !== at ? outdated : withoutErrors(judgement);
    },

    async breakingOthers(entry, files, at) {
      const asker = askerOf(entry);
      const broken = await judgeOfTexts.problemsElsewhere(
        entry.path,
        contentFilesFrom(files),
        asker,
      );
      if (!('kind' in broken) && broken.commit !== at) return outdated;
      const errors =
        'kind' in broken ? [tooComplex(entry, broken)] : onlyErrors(atForm(broken.problems));
      return errors.length > 0
        ? { kind: 'breaks-others', problems: errors, reason: sentences.breaksOthers }
        : null;
    },

    outlineOf: async (entry, bytes) =>
      bytes ? judgeOfTexts.outlineOf(contentFile(entry.text, bytes), askerOf(entry)) : emptyOutline,
  };
};

const outdated: Outdated = { kind: 'outdated' };

/** Whose turn it is. */
const askerOf = ({ institution, path }: EntryAddress, who?: Contributor): Asker =>
  who
    ? { institution: who.role === 'editor' ? 'editors' : who.institution, office: who.office }
    : { institution: institution ?? 'portal', office: path };

const tooComplex = (entry: EntryAddress, { path }: TooComplex): FieldProblem =>
  path === entry.text || path === entry.path
    ? problemOf('file-too-complex', entry.text, 1, { name: null }, bodyField)
    : problemOf('file-too-complex', path, 1, { name: fileName(path) });

/**
 * Two names that some systems take for one are told at the later of them, whichever is saved; and what could not be judged
 * may be in any of the files.
 */
const isOfTheWhole = ({ code }: FieldProblem): boolean =>
  code === 'name-collides' || code === 'file-too-complex';

const atForm = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.map(({ atForm: said, missingFile: _, ...problem }) => ({
    ...problem,
    message: sentenceAtForm({ ...problem, atForm: said }),
  }));

const onlyErrors = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.filter(({ severity }) => severity === 'error');
