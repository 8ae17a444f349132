import type { PdfObject, PdfObjects } from './structure/pdf-objects.ts';
import { isDictionary, nameOf } from './structure/values.ts';

/**
 * A copy of a PDF for judging where pictures stand: each is one line of as many points as its object's number, so that
 * pdf.js tells which is drawn where and unpacks none. Never leaves the process, and is as long as the file.
 */
export function withoutPictures(bytes: Uint8Array, objects: PdfObjects): Uint8Array {
  const copy = Buffer.from(bytes);
  for (const object of objects.all) {
    const { value, stream, from } = object;
    if (!stream || !isPicture(object) || !isDictionary(value)) continue;
    const head = copy.toString('latin1', from, stream.from);
    const start = head.indexOf('<<');
    const end = head.lastIndexOf('>>');
    const length = /\/Length[\s\0]*(?:\d+[\s\0]+\d+[\s\0]+R|\d+)/.exec(head)?.[0] ?? '';
    const layer = /\/OC[\s\0]+\d+[\s\0]+\d+[\s\0]+R/.exec(head)?.[0] ?? '';
    const line = `<</Subtype/Image/Width ${object.number}/Height 1/BitsPerComponent 1/ColorSpace/DeviceGray${length}${layer}`;
    if (start < 0 || start + line.length > end) continue;
    copy.write(line.padEnd(end - start, ' '), from + start, 'latin1');
  }
  return copy;
}

/** Whether an object is a picture that pages draw. */
export const isPicture = ({ value, stream }: PdfObject): boolean =>
  stream !== undefined && isDictionary(value) && nameOf(value.get('Subtype')) === 'Image';

/** What a picture is: of one colour that is laid on through a mask, of parts that are left out, or whole. */
export function pictureKind(objects: PdfObjects, number: number): 'opaque' | 'with-holes' | 'mask' {
  const dictionary = objects.dictionary(objects.at(number)?.value);
  if (dictionary.get('ImageMask') === true) return 'mask';
  const holes = ['SMask', 'Mask', 'SMaskInData'].some((key) =>
    Boolean(objects.resolve(dictionary.get(key))),
  );
  return holes ? 'with-holes' : 'opaque';
}
