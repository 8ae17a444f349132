import type { AttachmentReading } from '../../reading.ts';
import { openPackage } from '../open-package.ts';
import { type OfficeEnding, readOffice } from '../read-office.ts';
import { recordsOf } from '../records/every-record.ts';
import { isSettled } from './is-settled.ts';
import { editPackage } from './package-edit.ts';

/**
 * Takes the records out of an Office file: names, paths, what programs noted for themselves. What its readers see stays,
 * and a part in which nothing was noted stays byte for byte. A file that is clean gives the same bytes again.
 * @param reading of these bytes; they are read where it is left out
 * @returns null where it is signed or protected, or can't be read or unpacked whole
 */
export const cleanOffice = (
  bytes: Uint8Array,
  ending: OfficeEnding,
  { pages, searchable }: Pick<AttachmentReading, 'pages' | 'searchable'> = readOffice(
    bytes,
    ending,
  ),
): Uint8Array | null => {
  if (searchable === 'unread') return null;
  const officePackage = openPackage(bytes);
  if (isSettled(officePackage)) return null;
  const edit = editPackage(bytes);
  if (!edit) return null;
  const shown = pages.map(({ label, text }) => `${label}\n${text}`).join('\n');
  for (const record of recordsOf(officePackage, shown)) record.remove(edit);
  return edit.finish();
};
