import {
  type OfficePackage,
  openPackage,
  UnreadablePackage,
} from '../../../src/attachments/office/open-package.ts';
import type { RefusedDocument } from './document-import.ts';
import { refusals } from './sentences.ts';

/** Thrown where nothing can be taken from a file; the message is for the person who chose it. */
export class ImportRefusal extends Error {}

/**
 * Opens an Office file without trusting it.
 * @throws {ImportRefusal} where it is none that can be read, or holds macros
 */
export const openOffice = (bytes: Uint8Array): OfficePackage => {
  const office = openPackage(bytes);
  if (office.hasMacros) throw new ImportRefusal(refusals.macros);
  return office;
};

/**
 * Does something with a file, and says why where nothing can be taken from it.
 * @throws only where this program is wrong
 */
export const orRefused = async <Taken>(
  take: () => Taken | Promise<Taken>,
): Promise<Taken | RefusedDocument> => {
  try {
    return await take();
  } catch (error) {
    return refusedFor(error);
  }
};

/** The same where nothing has to be waited for. */
export const orRefusedAtOnce = <Taken>(take: () => Taken): Taken | RefusedDocument => {
  try {
    return take();
  } catch (error) {
    return refusedFor(error);
  }
};

const refusedFor = (error: unknown): RefusedDocument => {
  const reason = reasonOf(error);
  if (reason === null) throw error;
  return { kind: 'refused', reason };
};

const reasonOf = (error: unknown): string | null => {
  if (error instanceof ImportRefusal) return error.message;
  if (error instanceof UnreadablePackage) return refusals[error.reason];
  // The readers throw it where a file is more than they take.
  return error instanceof RangeError ? refusals.bomb : null;
};
