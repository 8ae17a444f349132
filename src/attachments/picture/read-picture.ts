import { createFindings } from '../office/findings.ts';
import { isOtherForm } from '../other-forms.ts';
import type { AttachmentReading } from '../reading.ts';
import { unreadable } from '../unreadable.ts';
import { besideIn, saidBy } from './metadata.ts';
import { mostPixels, pictureSize } from './picture-size.ts';
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
  const isOther = isOtherForm(bytes);
  const apart = isOther ? null : takeApart(bytes);
  if (!apart) return unreadable('.png', isOther ? 'old-format' : 'damaged');
  const findings = createFindings();
  if (isTooLarge(bytes)) findings.add('too-complex');
  const said = new Map(besideIn(apart).map((beside) => [beside, saidBy(beside)]));
  for (const { record, beside, unknown } of apart.parts) {
    if (unknown !== undefined) findings.add('unknown-part', unknown);
    // Where it says the place, that is what is told of it.
    const tellsPlace = beside !== undefined && said.get(beside)?.hasPlace === true;
    if (record !== undefined && !tellsPlace) findings.add('records', record);
  }
  const all = [...said.values()];
  if (all.some(({ hasPlace }) => hasPlace)) findings.add('photograph-place');
  const people = new Set(all.flatMap((one) => one.people));
  if (people.size > 0) findings.add('records', words.people([...people].join('、')));
  for (const notice of all.flatMap(({ rights }) => rights)) {
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

/** A file of some bytes can say that it is a picture for which no computer has the room. */
const isTooLarge = (bytes: Uint8Array): boolean => {
  const size = pictureSize(bytes);
  return size !== undefined && size.width * size.height > mostPixels;
};
