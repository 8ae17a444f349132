import { createFindings } from '../office/findings.ts';
import type { AttachmentReading } from '../reading.ts';
import { unreadable } from '../unreadable.ts';
import { besideIn, saidBy } from './metadata.ts';
import { takeApart } from './take-apart.ts';
import { words } from './words.ts';

/**
 * Reads what is kept in a PNG, a JPEG or a WebP beside the picture. Works in browsers and in Node.
 * @param bytes anything is safe; what it is, is told from them
 * @returns findings of the place where it was taken, of what else is kept beside it, or that it is broken; a picture has
 * no text
 * @throws RangeError where it is made of more parts than any program writes
 */
export const readPicture = (bytes: Uint8Array): AttachmentReading => {
  const apart = takeApart(bytes);
  if (!apart) return unreadable('.png', 'damaged');
  const findings = createFindings();
  for (const { record, beside, unknown } of apart.parts) {
    if (unknown !== undefined) findings.add('unknown-part', unknown);
    if (record === undefined) continue;
    // Where it says the place, that is what is told of it.
    if (beside && saidBy(beside).hasPlace) findings.add('photograph-place');
    else findings.add('records', record);
  }
  const said = besideIn(apart).map(saidBy);
  if (said.some(({ hasPlace }) => hasPlace)) findings.add('photograph-place');
  const people = new Set(said.flatMap((one) => one.people));
  if (people.size > 0) findings.add('records', words.people([...people].join('、')));
  for (const notice of said.flatMap(({ rights }) => rights)) {
    findings.add('records', words.rights(notice));
  }
  return {
    unit: 'picture',
    pageCount: null,
    pages: [],
    outline: [],
    searchable: 'yes',
    findings: findings.list(),
  };
};
