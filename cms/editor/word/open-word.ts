import {
  type OfficePackage,
  openPackage,
  type UnreadableReason,
} from '../../../src/attachments/office/open-package.ts';
import { refusals } from './sentences.ts';

/** Thrown where nothing can be taken from a file; the message is for the person who chose it. */
export class WordRefusal extends Error {}

/** What is told about a file that cannot be read as an Office file at all. */
export const refusalFor = (reason: UnreadableReason): string =>
  reason === 'oldOffice' ? refusals.otherFile : refusals[reason];

/**
 * Opens a Word file without trusting it.
 * @throws {WordRefusal} where it is another Office file, or holds macros
 * @throws {UnreadablePackage} where it is no Office file that can be read
 */
export const openWord = (bytes: Uint8Array): OfficePackage => {
  const word = openPackage(bytes);
  if (word.hasMacros) throw new WordRefusal(refusals.macros);
  if (word.kind === 'excel') throw new WordRefusal(refusals.excel);
  if (word.kind === 'powerpoint') throw new WordRefusal(refusals.powerPoint);
  return word;
};
