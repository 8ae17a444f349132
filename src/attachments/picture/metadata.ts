import ExifReader, { type ExpandedTags } from 'exifreader';
import { bytesOf, joined } from './bytes.ts';
import { type Beside, pictureIn, type TakenApart } from './parts.ts';
import { takeApart } from './take-apart.ts';

/** What is said of a picture beside what it shows. */
export type PictureMetadata = {
  /** Whether it tells where it was taken, in numbers or in words. */
  hasPlace: boolean;
  /** The people and devices whom it names. */
  people: readonly string[];
  /** What it says of the rights in it. */
  rights: readonly string[];
};

/**
 * Whether a picture tells where it was taken.
 * @param bytes anything is safe; of what is not taken apart here, TIFF and HEIC, the numbers alone are looked at
 */
export const tellsPlace = (bytes: Uint8Array): boolean => {
  const apart = takeApart(bytes);
  return apart === null
    ? hasPlaceAmong(tagsIn(bytes))
    : besideIn(apart).some((beside) => saidBy(beside).hasPlace);
};

/** Cameras put two or three pictures behind the first. */
const mostPictures = 4;

/** No program writes more than a few; each takes time to read. */
const mostBeside = 50;

/** What is said of a picture, and of those behind it. */
export const besideIn = ({ parts, behind }: TakenApart, pictures = mostPictures): Beside[] => {
  const own = parts.flatMap(({ beside }) => (beside ? [beside] : [])).slice(0, mostBeside);
  const next = pictures > 0 && behind.length > 0 ? pictureIn(behind) : null;
  const apart = next && takeApart(next);
  return apart ? [...own, ...besideIn(apart, pictures - 1)] : own;
};

/** Reads EXIF, IPTC or XMP. What cannot be read of it is as if it were not there. */
export const saidBy = (beside: Beside): PictureMetadata => {
  if ('keyword' in beside) return saidUnder(beside.keyword, beside.words);
  const tags = tagsIn(asJpeg(beside));
  const { exif, iptc, xmp } = tags;
  const people: readonly unknown[] = [
    exif?.Artist,
    exif?.['CameraOwnerName' as keyof typeof exif],
    exif?.['XPAuthor' as keyof typeof exif],
    exif?.['HostComputer' as keyof typeof exif],
    iptc?.['By-line'],
    iptc?.['Writer/Editor'],
    iptc?.['Contact'],
    xmp?.['creator'],
    xmp?.['Artist'],
  ];
  const rights: readonly unknown[] = [
    exif?.Copyright,
    iptc?.['Copyright Notice'],
    iptc?.['Credit'],
    xmp?.['rights'],
    xmp?.['Copyright'],
  ];
  return {
    hasPlace: hasPlaceAmong(tags) || ('xmp' in beside && saysPlace(beside.xmp)),
    people: people.flatMap(wordsOf),
    rights: rights.flatMap(wordsOf),
  };
};

/** What ImageMagick takes over of EXIF into words of a PNG, and https://www.w3.org/TR/png-3/#11keywords. */
const saidUnder = (keyword: string, words: Uint8Array | null): PictureMetadata => {
  const said = shown(new TextDecoder().decode(words ?? new Uint8Array()));
  const under = (names: RegExp): string[] => (names.test(keyword) && said !== '' ? [said] : []);
  return {
    hasPlace: new RegExp(`^(?:exif:|.*:)?(?:${placeNames})$`, 'i').test(keyword),
    people: under(/^(?:exif:)?(?:author|artist|creator|hostcomputer|cameraownername)$/i),
    rights: under(/^(?:exif:)?copyright$/i),
  };
};

const hasPlaceAmong = ({ exif, iptc, xmp }: ExpandedTags): boolean =>
  [
    exif?.GPSLatitude,
    exif?.GPSLongitude,
    exif?.GPSDestLatitude,
    exif?.GPSDestLongitude,
    exif?.['GPSAreaInformation' as keyof typeof exif],
    xmp?.['GPSLatitude'],
    xmp?.['GPSLongitude'],
    xmp?.['GPSDestLatitude'],
    ...placesInIptc.map((name) => iptc?.[name]),
  ].some((place) => place !== undefined);

/** IPTC-IIM 4.2, datasets 2:90 to 2:101. */
const placesInIptc = [
  'City',
  'Sub-location',
  'Province/State',
  'Country/Primary Location Name',
] as const;

const tagsIn = (bytes: Uint8Array): ExpandedTags => {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return ExifReader.loadView(view, { expanded: true });
  } catch {
    return {};
  }
};

const mostInSegment = 65_000;

/**
 * A JPEG of one segment, which is where the library looks for all three: a PNG may keep them packed, and may keep one that
 * is meant for another format.
 */
const asJpeg = (beside: Exclude<Beside, { keyword: string }>): Uint8Array => {
  const [code, content] =
    'exif' in beside
      ? [0xe1, joined(bytesOf('Exif\0\0'), beside.exif)]
      : 'xmp' in beside
        ? [0xe1, joined(bytesOf('http://ns.adobe.com/xap/1.0/\0'), beside.xmp)]
        : [0xed, beside.iptc];
  const kept = content.subarray(0, mostInSegment);
  const head = Uint8Array.of(
    0xff,
    0xd8,
    0xff,
    code,
    (kept.length + 2) >> 8,
    (kept.length + 2) & 255,
  );
  return joined(head, kept, bytesOf('\xff\xd9'));
};

/** Names of places in XMP: exif:, photoshop:, and the core and extension of IPTC. */
const placeNames =
  'GPS(?:Dest)?(?:Latitude|Longitude)|City|State|Country|CountryCode|CountryName|Location|LocationName|Sublocation|ProvinceState|WorldRegion|LocationShown|LocationCreated';
const asAttribute = new RegExp(`:(?:${placeNames})\\s{0,9}=\\s{0,9}(["'])\\s{0,9}[^"'\\s]`);
const asElement = new RegExp(`:(?:${placeNames})(?:\\s[^<>]{0,200})?>(?!\\s*</)`);

/** Whether a place is named in XMP; forms of programs that nobody filled in do not. */
const saysPlace = (xmp: Uint8Array): boolean => {
  const text = new TextDecoder().decode(xmp);
  return asAttribute.test(text) || asElement.test(text);
};

/** The words of a tag, or of each where it stands several times. */
const wordsOf = (tag: unknown): string[] => {
  if (Array.isArray(tag)) return tag.flatMap(wordsOf);
  if (typeof tag !== 'object' || tag === null || !('description' in tag)) return [];
  const said = shown(String(tag.description));
  return said === '' ? [] : [said];
};

/** As much as anybody reads of it. */
const mostOfWords = 100;

const shown = (words: string): string =>
  words
    .slice(0, mostOfWords * 2)
    .replaceAll('\0', '')
    .trim()
    .slice(0, mostOfWords);
