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
import type { CommitId, FileContent, FileEdit } from '../repository/repository.ts';
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
    at?: undefined,
    who?: Contributor,
  ): Promise<Judgement | HeldUp<'unsound'>>;
  /**
   * Judges what is to go on to readers, on top of a published commit.
   * @param at the commit; `outdated` where another one is published meanwhile
   */
  sound(
    entry: EntryAddress,
    files: readonly DraftFile[],
    at: CommitId,
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
  breakingOthers(
    entry: EntryAddress,
    files: readonly DraftFile[],
  ): Promise<HeldUp<'breaks-others'> | null>;
  /** Title and 掲載の経緯 of a text that may have any mistake, also one that is not published. @param bytes null where there is none */
  outlineOf(entry: EntryAddress, bytes: Uint8Array | null): Promise<EntryOutline>;
};

/** Another commit is published than the one that was asked about. */
export type Outdated = { readonly kind: 'outdated' };

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
  reader: Pick<AttachmentReader, 'read'>;
  maxFileBytes: number;
}): Intake => {
  /** @param at the published commit that the files are held against; the present one where it is left out */
  async function judge(
    entry: EntryAddress,
    files: readonly DraftFile[],
    who?: Contributor,
  ): Promise<Judgement>;
  async function judge(
    entry: EntryAddress,
    files: readonly DraftFile[],
    who: Contributor | undefined,
    at: CommitId | undefined,
  ): Promise<Judgement | Outdated>;
  async function judge(
    entry: EntryAddress,
    files: readonly DraftFile[],
    who?: Contributor,
    at?: CommitId,
  ): Promise<Judgement | Outdated> {
    const asker = askerOf(entry, who);
    const contentFiles = contentFilesFrom(files);
    const inTurn = {
      read: (...[bytes, ending]: Parameters<AttachmentReader['read']>) =>
        reader.read(bytes, ending, asker),
    };
    const readings = await readAttachments(contentFiles, inTurn, { maxFileBytes });
    const judged = await judgeOfTexts.judgementOf(entry.path, contentFiles, readings, asker);
    if ('kind' in judged) return { problems: [tooComplex(entry, judged)], outline: emptyOutline };
    if (at !== undefined && judged.commit !== at) return outdated;
    return { problems: atForm(judged.problems), outline: judged.outline };
  }

  function sound(
    entry: EntryAddress,
    files: readonly DraftFile[],
    at?: undefined,
    who?: Contributor,
  ): Promise<Judgement | HeldUp<'unsound'>>;
  function sound(
    entry: EntryAddress,
    files: readonly DraftFile[],
    at: CommitId,
    who?: Contributor,
  ): Promise<Judgement | HeldUp<'unsound'> | Outdated>;
  async function sound(
    entry: EntryAddress,
    files: readonly DraftFile[],
    at?: CommitId,
    who?: Contributor,
  ): Promise<Judgement | HeldUp<'unsound'> | Outdated> {
    const judgement = await judge(entry, files, who, at);
    if ('kind' in judgement) return judgement;
    const errors = onlyErrors(judgement.problems);
    return errors.length > 0
      ? { kind: 'unsound', problems: errors, reason: sentences.unsound }
      : judgement;
  }

  function breakingOthers(
    entry: EntryAddress,
    files: readonly DraftFile[],
    at: CommitId,
  ): Promise<HeldUp<'breaks-others'> | Outdated | null>;
  function breakingOthers(
    entry: EntryAddress,
    files: readonly DraftFile[],
  ): Promise<HeldUp<'breaks-others'> | null>;
  async function breakingOthers(
    entry: EntryAddress,
    files: readonly DraftFile[],
    at?: CommitId,
  ): Promise<HeldUp<'breaks-others'> | Outdated | null> {
    const contentFiles = contentFilesFrom(files);
    const broken = await judgeOfTexts.problemsElsewhere(entry.path, contentFiles, askerOf(entry));
    if (!('kind' in broken) && at !== undefined && broken.commit !== at) return outdated;
    const errors =
      'kind' in broken ? [tooComplex(entry, broken)] : onlyErrors(atForm(broken.problems));
    return errors.length > 0
      ? { kind: 'breaks-others', problems: errors, reason: sentences.breaksOthers }
      : null;
  }

  return {
    problemsOf: async (entry, files, who) => (await judge(entry, files, who)).problems,

    async safeAfter(entry, standing, edits, who) {
      const saved = new Map(edits.map((edit) => [edit.address.path as string, edit]));
      const kept = standing.filter(({ address }) => !saved.has(address.path));
      const made = edits.flatMap(({ address, bytes }) => (bytes ? [{ address, bytes }] : []));
      const judgement = await judge(entry, [...kept, ...made], who);
      const unsafe = judgement.problems.filter(
        (problem) => isUnsafe(problem) && (saved.has(problem.path) || isOfTheWhole(problem)),
      );
      return unsafe.length > 0
        ? { kind: 'unsafe', problems: unsafe, reason: sentences.unsafe }
        : judgement;
    },

    sound,

    breakingOthers,

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
  problems.map((problem) => ({ ...problem, message: sentenceAtForm(problem) }));

const onlyErrors = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.filter(({ severity }) => severity === 'error');
