import { defaultMaxFileBytes } from '../schema/body.ts';
import { contentFilesOf } from '../source/content-files.ts';
import { noReadings } from './attachments/attachment-readings.ts';
import type { CheckOptions } from './check-content.ts';
import { type FieldProblem, problemOf } from './problem.ts';
import { nameProblems } from './rules/file-names.ts';
import { problemsOfFile } from './rules/file-types.ts';

/**
 * What is wrong with a file before it lies beside any entry: its name, its size, what is in it.
 * @param name as it was sent; not trusted
 * @param documents of `readAttachments`, by the same name
 * @returns problems whose path is the name
 * @throws where it is a document that was not read
 */
export const problemsOfUpload = (
  name: string,
  bytes: Uint8Array,
  { maxFileBytes = defaultMaxFileBytes, attachments = noReadings }: CheckOptions = {},
): FieldProblem[] => {
  const isHidden = name.startsWith('.');
  const leadsElsewhere = name.includes('/');
  return [
    ...(isHidden ? [problemOf('name-hidden', name, 1, { name })] : []),
    ...(leadsElsewhere ? [problemOf('name-unusable', name, 1, { name })] : nameProblems(name)),
    ...[...contentFilesOf({ [name]: bytes }).values()].flatMap((file) =>
      problemsOfFile(file, name, { maxFileBytes, attachments }),
    ),
  ];
};
