import type { Asker } from '../../../src/apart/turns.ts';
import {
  type AttachmentReader,
  type Finding,
  type FindingKind,
  removableFindings,
} from '../../../src/attachments/reading.ts';
import { endingRead } from '../../../src/check/attachments/read-attachments.ts';
import { type FieldProblem, problemOf, sentenceAtForm } from '../../../src/check/problem.ts';
import { contentFile } from '../published-content/content-file.ts';
import { fileName } from '../repository/content-address.ts';
import type { FileContent } from '../repository/repository.ts';

/** Something that was taken out of a file. */
export type TakenOut = {
  readonly kind: FindingKind;
  /** Where it was, as the author finds it; empty where it is about the whole file. */
  readonly places: readonly string[];
  /** What would be told of it, if it were still there: how its author takes it out. */
  readonly problem: FieldProblem;
};

/** A file as it may be stored. */
export type CleanFile = {
  readonly bytes: Uint8Array;
  /** Nothing where the bytes are those that came. */
  readonly taken: readonly TakenOut[];
};

/**
 * Takes out of a file what nobody who reads it needs and its author does not see, as far as it can be taken out. A file that
 * holds nothing of the kind is read once, as the check reads it, and no more is done.
 * @param reader opens it in a process apart
 * @param asker whose turn it is
 */
export const cleanFile = async (
  { address, bytes }: Pick<FileContent, 'address' | 'bytes'>,
  {
    reader,
    maxFileBytes,
    asker,
  }: {
    reader: Pick<AttachmentReader, 'read' | 'clean'>;
    maxFileBytes: number;
    asker: Asker;
  },
): Promise<CleanFile> => {
  const asItCame = { bytes, taken: [] };
  const ending = endingRead(contentFile(address.path, bytes), maxFileBytes);
  if (ending === null) return asItCame;
  const { findings } = await reader.read(bytes, ending, asker);
  if (!findings.some(isRemovable)) return asItCame;
  const cleaned = await reader.clean(bytes, ending, asker);
  if (!cleaned) return asItCame;
  const taken = cleaned.taken.map(({ kind, places }): TakenOut => {
    const params = { name: fileName(address.path), ending, places };
    const { atForm, ...problem } = problemOf(`document-${kind}`, address.path, 1, params);
    const message = sentenceAtForm({ ...problem, atForm });
    return { kind, places, problem: { ...problem, message } };
  });
  return { bytes: cleaned.bytes, taken };
};

const isRemovable = ({ kind }: Finding): boolean => removableFindings.includes(kind);
