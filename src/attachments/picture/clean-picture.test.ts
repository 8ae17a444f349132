import { strToU8, unzlibSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { jpeg, png, webp, xmpWith } from '../office/fixtures/pictures.ts';
import { bytesOf, joined } from './bytes.ts';
import { cleanPicture } from './clean-picture.ts';
import {
  animatedPngWith,
  animatedWebpWith,
  chunk,
  chunkWithSum,
  colourProfile,
  copyright,
  dataOf,
  description,
  endOfPng,
  exifOf,
  headOf,
  host,
  iccChunk,
  jpegWith,
  jpegWithout,
  orientation,
  plain,
  pngWith,
  rawProfile,
  segment,
  shown,
  webpChunk,
  webpWith,
} from './fixtures/picture-files.ts';
import { readPicture } from './read-picture.ts';

const mark = 'HIMITSU';
const city = xmpWith(`<photoshop:City>${mark}</photoshop:City>`);
const title = xmpWith(`<dc:title>${mark}</dc:title>`);
const written = exifOf({ [description]: mark, [host]: `${mark} no iPhone` });
const inJpeg = (exif: Uint8Array) => segment(0xe1, joined(bytesOf('Exif\0\0'), exif));
/** Photoshop's resource of IPTC with one word, a city. */
const iptc = joined(
  bytesOf(`Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0c\x1c\x02\x5a\0\x07${mark}`),
);

const headline = joined(
  bytesOf(`Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0c\x1c\x02\x69\0\x07${mark}`),
);

const named = ['色の情報（ICCプロファイル）にある名前'];
const jpegOfColours = (colours: Uint8Array): Uint8Array =>
  jpegWithout('ICC_PROFILE', segment(0xe2, joined(bytesOf('ICC_PROFILE\0\x01\x01'), colours)));
const behindRows = ['画像の最後の行の後ろに続くデータ'];
/** The data of the picture as they are packed, and its rows. */
const data = dataOf(plain.png);
const rows = unzlibSync(data);
const withData = (...pieces: readonly Uint8Array[]): Uint8Array =>
  joined(headOf(plain.png), ...pieces.map((piece) => chunkWithSum('IDAT', piece)), endOfPng);
const kept: readonly [name: string, Uint8Array, places: readonly string[]][] = [
  ['EXIF in a JPEG', jpegWith(inJpeg(written)), ['撮影の記録（EXIF）']],
  ['two of them', jpegWith(inJpeg(exifOf({})), inJpeg(written)), ['撮影の記録（EXIF）']],
  [
    'XMP in a JPEG',
    jpegWith(segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${title}`)),
    ['編集の記録（XMP）'],
  ],
  [
    'more XMP in a JPEG',
    jpegWith(segment(0xe1, `http://ns.adobe.com/xmp/extension/\0${'0'.repeat(40)}${title}`)),
    ['編集の記録（XMP）'],
  ],
  ['IPTC in a JPEG', jpegWith(segment(0xed, headline)), ['説明の記録（IPTC）']],
  ['a comment in a JPEG', jpegWith(segment(0xfe, mark)), ['コメント']],
  [
    'a small picture in the head of a JPEG',
    jpegWith(segment(0xe0, `JFIF\0\x01\x01\0\0\x01\0\x01\x02\x01${mark}`)),
    ['縮小画像'],
  ],
  ['another small picture', jpegWith(segment(0xe0, `JFXX\0\x10${mark}`)), ['縮小画像']],
  [
    'what FlashPix keeps',
    jpegWith(segment(0xe2, `FPXR\0${mark}`)),
    ['ソフトが書き足した記録『FPXR』'],
  ],
  [
    'a segment of a camera',
    jpegWith(segment(0xe5, `\0\0${mark}`)),
    ['ソフトが書き足した記録『APP5』'],
  ],
  [
    'a way of mixing colours that goes on',
    jpegWith(segment(0xee, `Adobe\0d\0\0\0\0\0${mark}`)),
    ['ソフトが書き足した記録『Adobe』'],
  ],
  [
    'bytes between segments',
    jpegWith(segment(0xe2, 'ICC_PROFILE\0'), bytesOf(mark)),
    ['画像のデータの間にあるほかのデータ'],
  ],
  ['words behind a JPEG', joined(plain.jpeg, bytesOf(mark)), ['画像の終わりの後ろに続くデータ']],
  [
    'a picture behind a JPEG',
    joined(plain.jpeg, new Uint8Array(9), jpegWith(inJpeg(written))),
    ['画像の後ろにある別の画像'],
  ],
  ['EXIF in a PNG', pngWith(chunk('eXIf', written)), ['撮影の記録（EXIF）']],
  [
    'EXIF as ImageMagick writes it',
    pngWith(rawProfile('exif', joined(bytesOf('Exif\0\0'), written))),
    ['撮影の記録（EXIF）'],
  ],
  ['IPTC as ImageMagick writes it', pngWith(rawProfile('iptc', headline)), ['説明の記録（IPTC）']],
  ['words in a PNG', pngWith(chunk('tEXt', `Author\0${mark}`)), ['文字の記録『Author』']],
  [
    'words in Japanese in a PNG',
    pngWith(chunk('iTXt', `Title\0\0\0ja\0題\0${mark}`)),
    ['文字の記録『Title』'],
  ],
  [
    'XMP in a PNG',
    pngWith(chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${title}`)),
    ['編集の記録（XMP）'],
  ],
  ['a whole drawing in a PNG', pngWith(chunk('mkBF', mark)), ['ソフトが書き足した記録『mkBF』']],
  [
    'colours by name in a PNG',
    pngWith(chunk('sPLT', `${mark}\0\x08`)),
    ['ソフトが書き足した記録『sPLT』'],
  ],
  ['words behind the data of a PNG', withData(joined(data, bytesOf(mark))), behindRows],
  ['words behind them in a chunk of their own', withData(data, bytesOf(mark)), behindRows],
  ['rows behind the last', withData(zlibSync(joined(rows, strToU8(mark)))), behindRows],
  [
    'rows behind the last, as they are',
    withData(zlibSync(joined(rows, strToU8(mark)), { level: 0 })),
    behindRows,
  ],
  [
    'words behind the data of a frame',
    animatedPngWith({ second: joined(data, bytesOf(mark)) }),
    behindRows,
  ],
  [
    'words in the end of a PNG',
    joined(plain.png.subarray(0, -12), chunk('IEND', mark)),
    behindRows,
  ],
  [
    'words behind a number',
    pngWith(chunk('gAMA', `\0\0\xb1\x8f${mark}`)),
    ['ソフトが書き足した記録『gAMA』'],
  ],
  [
    'what was cut off a PNG',
    joined(plain.png, bytesOf(mark), plain.png),
    ['画像の後ろにある別の画像'],
  ],
  ['a display in the colours of a JPEG', jpegOfColours(colourProfile(`${mark} no iMac`)), named],
  ['a display in the colours of a PNG', pngWith(iccChunk(colourProfile(mark))), named],
  ['a display in the colours of a WebP', webpWith(webpChunk('ICCP', colourProfile(mark))), named],
  ['an unknown tag of colours', pngWith(iccChunk(colourProfile('sRGB', { Pmtr: mark }))), named],
  ['a name of colours', pngWith(iccChunk(colourProfile(), mark)), named],
  ['words behind colours', jpegOfColours(joined(colourProfile(), bytesOf(mark))), named],
  ['colours that are none', jpegOfColours(bytesOf(mark)), named],
  ['EXIF in a WebP', webpWith(webpChunk('EXIF', written)), ['撮影の記録（EXIF）']],
  ['XMP in a WebP', webpWith(webpChunk('XMP ', title)), ['編集の記録（XMP）']],
  [
    'an unknown chunk in a WebP',
    webpWith(webpChunk('SECR', mark)),
    ['ソフトが書き足した記録『SECR』'],
  ],
  [
    'an unknown chunk in a frame',
    animatedWebpWith(webpChunk('SECR', mark)),
    ['ソフトが書き足した記録『SECR』'],
  ],
  ['words behind a WebP', joined(plain.webp, bytesOf(mark)), ['画像の終わりの後ろに続くデータ']],
];

describe('what is kept beside a picture', () => {
  it.each(kept)('is told, and is in no copy of what is seen: %s', async (_, bytes, places) => {
    const told = readPicture(bytes).findings.find(({ kind }) => kind === 'records')?.places;
    expect(told).toEqual(expect.arrayContaining([...places]));
    const cleaned = cleanPicture(bytes) ?? new Uint8Array();
    expect(Buffer.from(cleaned).includes(mark)).toBe(false);
    expect(readPicture(cleaned).findings).toEqual([]);
    expect(await shown(cleaned)).toBe(await shown(bytes));
    expect(cleanPicture(cleaned)).toEqual(cleaned);
  });

  it('names people and rights', () => {
    const bytes = jpegWith(
      inJpeg(exifOf({ [host]: 'Taro no iPhone', [copyright]: '© さくら大学 広報課' })),
    );
    expect(readPicture(bytes).findings).toEqual([
      {
        kind: 'records',
        places: [
          '撮影の記録（EXIF）',
          '人や機器の名前（Taro no iPhone）',
          '著作権の表示（© さくら大学 広報課）',
        ],
      },
    ]);
  });
});

it('names people under the words of a PNG', () => {
  const { findings } = readPicture(pngWith(chunk('tEXt', 'Author\0Hanako')));
  expect(findings[0]?.places).toEqual(['文字の記録『Author』', '人や機器の名前（Hanako）']);
});

describe('a place', () => {
  const located = jpeg({ hasPlace: true });
  // Behind the mark of EXIF, as it stands in this JPEG.
  const exif = located.subarray(12, 12 + 178);
  it.each<[string, Uint8Array]>([
    ['numbers in EXIF', located],
    ['in the small picture behind', joined(plain.jpeg, located)],
    [
      'in a PNG, as ImageMagick writes it',
      pngWith(rawProfile('APP1', joined(bytesOf('Exif\0\0'), exif))),
    ],
    ['as ImageMagick takes it over', pngWith(chunk('tEXt', `exif:GPSLatitude\0${mark}`))],
    ['in words of IPTC', jpegWith(segment(0xed, iptc))],
    ['in words of XMP', webpWith(webpChunk('XMP ', city))],
    [
      'in an attribute of XMP',
      pngWith(
        chunk(
          'iTXt',
          `XML:com.adobe.xmp\0\0\0\0\0<rdf:Description Iptc4xmpCore:Location="${mark}"/>`,
        ),
      ),
    ],
  ])('is found: %s', (_, bytes) => {
    expect(readPicture(bytes).findings).toContainEqual({ kind: 'photograph-place', places: [] });
    expect(readPicture(cleanPicture(bytes) ?? new Uint8Array()).findings).toEqual([]);
  });

  it.each([
    '<photoshop:City></photoshop:City>',
    '<photoshop:City/>',
    '<x y:City="" z:Locations="there"/>',
  ])('that nobody filled in is none: %s', (form) => {
    const { findings } = readPicture(webpWith(webpChunk('XMP ', xmpWith(form))));
    expect(findings.map(({ kind }) => kind)).toEqual(['records']);
  });
});

describe('what a picture needs', () => {
  it.each([
    ['.jpg', jpegWith(inJpeg(exifOf({ [orientation]: 6, [description]: mark })))],
    ['.png', pngWith(chunk('eXIf', exifOf({ [orientation]: 6, [description]: mark })))],
    ['.webp', webpWith(webpChunk('EXIF', exifOf({ [orientation]: 6, [description]: mark })))],
  ])('stays: how it is turned, in a %s', async (_, bytes) => {
    const cleaned = cleanPicture(bytes) ?? new Uint8Array();
    expect(Buffer.from(cleaned).includes(mark)).toBe(false);
    expect(Buffer.from(cleaned).includes(Buffer.from([1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(
      true,
    );
    expect(await shown(cleaned)).toBe(await shown(bytes));
    expect(readPicture(cleaned).findings).toEqual([]);
    expect(cleanPicture(cleaned)).toEqual(cleaned);
  });

  it.each<[string, Uint8Array]>([
    ['its colours in a JPEG', jpegOfColours(colourProfile())],
    ['its colours in a PNG', pngWith(iccChunk(colourProfile()))],
    ['how many points go into an inch', pngWith(chunk('pHYs', new Uint8Array(9)))],
    ['frames', animatedWebpWith(new Uint8Array())],
    ['a JPEG as it comes', plain.jpeg],
    ['a PNG as it comes', plain.png],
    ['a WebP as it comes', plain.webp],
  ])('stays: %s', (_, bytes) => {
    expect(readPicture(bytes).findings).toEqual([]);
    expect(cleanPicture(bytes)).toEqual(bytes);
  });

  it('is no sum and no numbers of a display: they go, and nothing is said', () => {
    const { findings } = readPicture(jpegOfColours(colourProfile('Display', { mmod: 'x' })));
    expect(findings).toEqual([]);
  });

  it('may be filled up with zeros', () => {
    const bytes = joined(plain.jpeg, new Uint8Array(30));
    expect(readPicture(bytes).findings).toEqual([]);
    expect(cleanPicture(bytes)).toEqual(plain.jpeg);
  });
});

describe('a picture that nobody knows', () => {
  it.each<[string, Uint8Array, place: string]>([
    ['made for a phone', pngWith(chunk('CgBI', new Uint8Array(4))), '『CgBI』'],
    ['with a chunk that decides', pngWith(chunk('SeCr', mark)), '『SeCr』'],
    ['of another JPEG', jpegWith(segment(0xf7, new Uint8Array(6))), '『FFF7』'],
  ])('is not copied: %s', (_, bytes, place) => {
    expect(readPicture(bytes).findings).toContainEqual({ kind: 'unknown-part', places: [place] });
    expect(cleanPicture(bytes)).toBeNull();
  });

  it('is one that is cut off, wherever', () => {
    for (const whole of [
      jpeg({ hasPlace: true }),
      png({ hasPlace: true }),
      webp({ hasPlace: true }),
    ]) {
      for (let length = 0; length < whole.length; length += 7) {
        expect(cleanPicture(whole.subarray(0, length))).toBeNull();
      }
    }
  });

  it('is one for which no computer has the room', () => {
    const large = new Uint8Array(plain.png);
    new DataView(large.buffer).setUint32(16, 60_000);
    new DataView(large.buffer).setUint32(20, 60_000);
    expect(readPicture(large).findings).toEqual([{ kind: 'too-complex', places: [] }]);
  });

  it('is not read further where it says more of itself than anybody reads', () => {
    const much = joined(...Array.from({ length: 5_000 }, () => inJpeg(written)));
    const last = inJpeg(exifOf({ [copyright]: mark }));
    const { findings } = readPicture(jpegWith(much, last));
    expect(findings[0]?.places.join()).not.toContain('著作権');
  });

  it('is one of nothing but beginnings', () => {
    const comments = segment(0xfe, '');
    const many = joined(...Array.from({ length: 100_001 }, () => comments));
    expect(() => readPicture(jpegWith(many))).toThrow(RangeError);
  });

  it('never breaks what reads it, whatever is wrong with it', () => {
    const whole = [...kept.map(([, bytes]) => bytes)];
    for (const [index, bytes] of whole.entries()) {
      for (let at = index % 9; at < bytes.length; at += 23) {
        const spoilt = new Uint8Array(bytes);
        spoilt[at] = (spoilt[at] ?? 0) ^ 0xff;
        expect(() => [readPicture(spoilt), cleanPicture(spoilt)]).not.toThrow();
      }
    }
  });
});
