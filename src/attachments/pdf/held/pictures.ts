import { holdsDataBesidePoints } from '../../picture/beside-points.ts';
import { tellsPlace } from '../../picture/metadata.ts';
import { filtersOf, unpack } from '../structure/filters.ts';
import type { PdfObjects } from '../structure/pdf-objects.ts';
import { isDictionary } from '../structure/values.ts';
import { isPicture } from '../without-pictures.ts';

/** A photograph unpacks to no more bytes, packed as its camera did it. */
const most = 64 * 2 ** 20;

/** What a photograph in the file says beside what it shows: a JPEG is put into a PDF as it is. */
export type SaidByPhotograph = { hasPlace: boolean; hasRecords: boolean };

const nothing: SaidByPhotograph = { hasPlace: false, hasRecords: false };

/** @param number of the object */
export function saidByPhotograph(objects: PdfObjects, number: number): SaidByPhotograph {
  const object = objects.at(number);
  if (!object || !isPicture(object) || !isDictionary(object.value)) return nothing;
  const filters = filtersOf(object.value, objects.resolve);
  const last = filters.at(-1)?.name;
  if (last !== 'DCTDecode' && last !== 'DCT') return nothing;
  const unpacked = unpack(objects.packed(object), filters.slice(0, -1), most);
  if (unpacked === null) return nothing;
  const photograph = new Uint8Array(unpacked);
  return {
    hasPlace: holdsMetadata(photograph) && tellsPlace(photograph),
    hasRecords: saysOfItself(photograph) || holdsDataBesidePoints(photograph),
  };
}

/** Segments of a JPEG that programs fill with records: EXIF and XMP, IPTC, comments (ITU-T T.81, B.1.1.3). */
const records: ReadonlySet<number> = new Set([
  ...[0xe1, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xef],
  0xfe,
]);
const startOfScan = 0xda;

/** What graphics libraries say of themselves and of how well they pack. */
const ofLibrary =
  /^(?:CREATOR: gd-jpeg|LEAD Technologies|File written by Adobe Photoshop|AppleMark|Intel\(R\) JPEG|Optimized by JPEGmini|Lavc)/;

/** Whether segments before the points say anything: words of a person are letters that follow each other. */
const saysOfItself = (bytes: Uint8Array): boolean => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (
    let at = 2;
    at + 4 <= file.length && file[at] === 0xff;
    at += 2 + file.readUInt16BE(at + 2)
  ) {
    const code = file[at + 1] as number;
    if (code === startOfScan) return false;
    const content = file.toString('latin1', at + 4, at + 2 + file.readUInt16BE(at + 2));
    if (records.has(code) && tellsWords(code, content)) return true;
  }
  return false;
};

const tellsWords = (code: number, content: string): boolean => {
  if (code === 0xfe) return /[A-Za-z\x80-\xff]{4}/.test(content) && !ofLibrary.test(content);
  if (content.startsWith('http://ns.adobe.com/'))
    return /<(?:dc|photoshop|exif|Iptc4xmp\w+|xmpRights):\w+[^>]*>\s*[^<\s]|<rdf:li[^>]*>\s*[^<\s]/.test(
      content,
    );
  if (code === 0xe1) return exifWords.test(content);
  if (code !== 0xed) return otherWords.test(content.replace(/^[\w .:/-]{2,40}\0/, ''));
  return saysInIptc(content);
};

/** A row of letters that is none of the names by which the format goes. */
const exifWords =
  /^Exif\0\0[\s\S]*?(?!Exif|JFIF|ASCII|UNICODE|JIS)[A-Za-z\x80-\xff][\w .,:@\x80-\xff-]{5}/;
/** Words of a segment that belongs to a program, behind the name of that. */
const otherWords = /[A-Za-z\x80-\xff][a-z][\w .,:@-]{5}/;
/** Whether one of the sets of IPTC says words; the first four of them are about the sets themselves (IIM 4.2, 1.5). */
const saysInIptc = (content: string): boolean => {
  const from = content.indexOf('8BIM\x04\x04');
  const sets = from === -1 ? [] : content.slice(from).split('\x1c\x02').slice(1);
  return sets.some((set) => set.charCodeAt(0) > 4 && /[A-Za-z\x80-\xff]{3}/.test(set.slice(3)));
};

/** Most pictures were written anew by a program, and have nothing to be read. */
const holdsMetadata = (bytes: Uint8Array): boolean => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ['Exif\0\0', 'ns.adobe.com', 'Photoshop 3'].some((mark) =>
    file.includes(mark, 0, 'latin1'),
  );
};
