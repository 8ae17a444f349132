import { posix } from 'node:path';
import { type ReadEnding, readEndings } from '../../attachments/reading.ts';
import type { ContentFile } from '../../source/content-files.ts';
import { type FieldProblem, problemOf } from '../problem.ts';
import type { AttachmentReadings } from './attachment-readings.ts';

/** Whether files with this ending are looked into. */
export const isRead = (ending: string | null): ending is ReadEnding =>
  readEndings.some((one) => one === ending);

/**
 * What is wrong inside one document: each kind of finding once.
 * @param file of the type that its ending says
 * @throws where it was not read: the caller has forgotten to
 */
export const problemsInside = (
  file: ContentFile,
  ending: ReadEnding,
  attachments: AttachmentReadings,
): FieldProblem[] => {
  const reading = attachments.of(file);
  if (!reading) {
    throw new Error(
      `${file.path} is checked and was not read. Pass \`attachments: await readAttachments(files, reader)\` with the same files and maxFileBytes.`,
    );
  }
  const name = posix.basename(file.path);
  return reading.findings.map(({ kind, places }) =>
    problemOf(`document-${kind}`, file.path, 1, { name, ending, places }),
  );
};
