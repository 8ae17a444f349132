import { type OfficeEnding, readOffice } from '../../../src/attachments/office/read-office.ts';
import type { AttachmentReading } from '../../../src/attachments/reading.ts';
import { ImportRefusal } from './open-office.ts';
import { refusals } from './sentences.ts';
import {
  isUnsettled,
  type Program,
  type UnsettledKind,
  unsettledSentence,
} from './unsettled-sentence.ts';

const endings: Record<Program, OfficeEnding> = {
  word: '.docx',
  powerpoint: '.pptx',
  excel: '.xlsx',
};

/**
 * Reads a document as the gateway reads a file that is attached, and stops where it holds what its readers are not meant
 * to see: tracked changes, comments, hidden and covered words, slides, rows, columns and sheets.
 * @throws {ImportRefusal} that tells where they are and how to settle them; or that the document cannot be read
 */
export const judgedReading = (bytes: Uint8Array, program: Program): AttachmentReading => {
  const reading = readOffice(bytes, endings[program]);
  if (reading.findings.some(({ kind }) => kind === 'damaged')) {
    throw new ImportRefusal(refusals.damaged);
  }
  if (reading.findings.some(({ kind }) => kind === 'too-complex')) {
    throw new ImportRefusal(refusals.bomb);
  }
  const found = new Map<UnsettledKind, readonly string[]>();
  for (const { kind, places } of reading.findings) {
    if (isUnsettled(kind)) found.set(kind, places);
  }
  if (found.size > 0) throw new ImportRefusal(unsettledSentence(found, program));
  return reading;
};
