import { tellsPlace } from '../../picture/metadata.ts';
import { filtersOf, unpack } from '../structure/filters.ts';
import type { PdfObjects } from '../structure/pdf-objects.ts';
import { isDictionary } from '../structure/values.ts';
import { isPicture } from '../without-pictures.ts';

/** A photograph unpacks to no more bytes, packed as its camera did it. */
const most = 64 * 2 ** 20;

/** Whether a photograph in the file tells where it was taken: a JPEG is put into a PDF as it is. */
export function photographTellsPlace(objects: PdfObjects, number: number): boolean {
  const object = objects.at(number);
  if (!object || !isPicture(object) || !isDictionary(object.value)) return false;
  const filters = filtersOf(object.value, objects.resolve);
  const last = filters.at(-1)?.name;
  if (last !== 'DCTDecode' && last !== 'DCT') return false;
  const photograph = unpack(objects.packed(object), filters.slice(0, -1), most);
  return photograph !== null && holdsMetadata(photograph) && tellsPlace(new Uint8Array(photograph));
}

/** Most pictures were written anew by a program, and have nothing to be read. */
const holdsMetadata = (bytes: Uint8Array): boolean => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ['Exif\0\0', 'ns.adobe.com', 'Photoshop 3'].some((mark) =>
    file.includes(mark, 0, 'latin1'),
  );
};
