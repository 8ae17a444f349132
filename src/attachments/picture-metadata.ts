import ExifReader, { type ExpandedTags } from 'exifreader';
import type { AttachmentReading, Finding, ReadEnding } from './reading.ts';

/** What is kept in a picture beside what it shows. */
export type PictureMetadata = {
  /** Whether it tells where it was taken. */
  hasPlace: boolean;
  /** The people whom it names as those who took it, each once. */
  authors: readonly string[];
};

/**
 * Reads what is kept in a PNG, a JPEG or a WebP beside the picture. Works in browsers and in Node.
 * @param bytes anything is safe; what it is, is told from them
 * @returns findings of the place, of the people who took it, or that it is broken; a picture has no text
 */
export const readPicture = (bytes: Uint8Array, _ending: ReadEnding): AttachmentReading => {
  const reading = { unit: 'picture', pageCount: null, pages: [], outline: [] } as const;
  if (!isWhole(bytes)) {
    return { ...reading, searchable: 'unread', findings: [{ kind: 'damaged', places: [] }] };
  }
  const { hasPlace, authors } = metadataOf(bytes);
  const findings: Finding[] = [
    ...(hasPlace ? [{ kind: 'photograph-place', places: [] } as const] : []),
    ...(authors.length > 0 ? [{ kind: 'authors', places: authors } as const] : []),
  ];
  return { ...reading, searchable: 'yes', findings };
};

/** Reads EXIF, IPTC and XMP. What cannot be read of them is as if it were not there. */
export const metadataOf = (bytes: Uint8Array): PictureMetadata => {
  const tags = tagsOf(bytes);
  const { exif, iptc, xmp, pngText } = tags;
  const places = [
    exif?.GPSLatitude,
    exif?.GPSLongitude,
    exif?.GPSDestLatitude,
    xmp?.['GPSLatitude'],
    xmp?.['GPSLongitude'],
    xmp?.['GPSDestLatitude'],
  ];
  const named: readonly unknown[] = [
    exif?.Artist,
    exif?.['CameraOwnerName' as keyof typeof exif],
    exif?.['XPAuthor' as keyof typeof exif],
    iptc?.['By-line'],
    xmp?.['creator'],
    xmp?.['Artist'],
    pngText?.['Author'],
  ];
  return {
    hasPlace: places.some((place) => place !== undefined),
    authors: [...new Set(named.flatMap(wordsOf))],
  };
};

const tagsOf = (bytes: Uint8Array): ExpandedTags => {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return ExifReader.loadView(view, { expanded: true });
  } catch {
    return {};
  }
};

/** The words of a tag, or of each where it stands several times. */
const wordsOf = (tag: unknown): string[] => {
  if (Array.isArray(tag)) return tag.flatMap(wordsOf);
  if (typeof tag !== 'object' || tag === null || !('description' in tag)) return [];
  const words = String(tag.description).replaceAll('\0', '').trim();
  return words === '' ? [] : [words];
};

/** Whether bytes begin as one of the pictures that are read here, and go on to the end that it says. */
const isWhole = (bytes: Uint8Array): boolean => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 16));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (head.startsWith('PNG\r\n\x1a\n', 1)) return endsWith(bytes, [0x49, 0x45, 0x4e, 0x44]);
  if (head.startsWith('\xff\xd8\xff')) return endsWith(bytes, [0xff, 0xd9]);
  return /^RIFF[\s\S]{4}WEBP/.test(head) && view.getUint32(4, true) + 8 <= bytes.length;
};

/**
 * Whether a mark stands in the second half of the bytes: cameras write things of their own behind the picture, and a
 * small one of it before.
 */
const endsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => {
  const first = mark[0] ?? 0;
  const middle = bytes.length / 2;
  for (let at = bytes.lastIndexOf(first); at > middle; at = bytes.lastIndexOf(first, at - 1)) {
    if (mark.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
};
