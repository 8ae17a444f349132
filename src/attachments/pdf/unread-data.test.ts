import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { colourProfile, plain, segment } from '../picture/fixtures/picture-files.ts';
import { further, type SmallPdf, secret, smallPdf, text } from './fixtures/small-pdf.ts';
import type { PdfObject } from './fixtures/write-pdf.ts';
import { readPdf } from './read-pdf.ts';

const largePicture: PdfObject = {
  dictionary: '/Subtype /Image /Width 99 /Height 99 /BitsPerComponent 8 /ColorSpace /DeviceGray',
  bytes: 'x'.repeat(99 * 99),
};
const part = (words: string, more = ''): PdfObject => ({
  dictionary: `/Subtype /Form /BBox [0 0 600 800] ${more}`,
  bytes: words,
});
const pictureIn = (number: number): string => `/XObject <</Im7 ${further(number)}>>`;
const inColours = (profile: Uint8Array): SmallPdf => ({
  resources: `/ColorSpace <</C1 [/ICCBased ${further(0)}]>>`,
  content: '/C1 cs 0 0 0 sc',
  further: [{ dictionary: '/N 3 /Filter /FlateDecode', bytes: deflateSync(profile) }],
});
const rowsOf = (rows: string): SmallPdf => ({
  resources: pictureIn(0),
  content: 'q 80 0 0 80 60 300 cm /Im7 Do Q',
  further: [
    {
      dictionary:
        '/Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode',
      bytes: deflateSync(rows),
    },
  ],
});
const rows = 'x'.repeat(8 * 8 * 3);

/** A font whose first table has a name, with what stands in it and behind it. */
const fontWith = (tag: string, content: string, behind = ''): SmallPdf => {
  const number = (value: number, length: number) => {
    const bytes = Buffer.alloc(length);
    bytes.writeUIntBE(value, 0, length);
    return bytes.toString('latin1');
  };
  const file = `\0\x01\0\0${number(1, 2)}${'\0'.repeat(6)}${tag}${'\0'.repeat(4)}${number(28, 4)}${number(content.length, 4)}${content}${behind}`;
  return {
    further: [`<</FontFile2 ${further(1)}>>`, { dictionary: '', bytes: file }],
    resources: `/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> /F9 ${further(0)}>>`,
  };
};
const mapWith = (more: string): SmallPdf => ({
  resources: `/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> /F9 <</Type /Font /ToUnicode ${further(0)}>>>>`,
  further: [
    {
      dictionary: '',
      bytes: `%!PS-Adobe-3.0 Resource-CMap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n${more}\nendcmap`,
    },
  ],
});
const masked = (more: string, mask: string, bytes: string): SmallPdf => ({
  resources: pictureIn(0),
  content: 'q 80 0 0 80 60 300 cm /Im7 Do Q',
  further: [
    {
      dictionary: `/Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray ${more}`,
      bytes: 'x'.repeat(64),
    },
    { dictionary: `/Subtype /Image /Width 8 /Height 8 ${mask}`, bytes },
  ],
});
const soft = ['/SMask 13 0 R', '/BitsPerComponent 8 /ColorSpace /DeviceGray'] as const;
const stencil = ['/Mask 13 0 R', '/BitsPerComponent 1 /ImageMask true'] as const;
const stamp = (flags: number, look: string): SmallPdf => ({
  page: `/Annots [<</Type /Annot /Subtype /Stamp /Rect [0 0 600 800] /F ${flags} /AP <</N ${further(0)} /R ${further(1)}>>>>]`,
  further: [look, text('Approved stamp', 500)].map((bytes, at) => ({
    dictionary:
      '/Subtype /Form /BBox [0 0 600 800] /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>',
    bytes: at === 0 ? bytes : look,
  })),
});
const photograph = (bytes: Uint8Array | Buffer): SmallPdf => ({
  resources: pictureIn(0),
  content: 'q 80 0 0 80 60 300 cm /Im7 Do Q',
  further: [
    {
      dictionary:
        '/Subtype /Image /Width 6 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode',
      bytes,
    },
  ],
});
const head = plain.jpeg.subarray(0, 2);
const end = plain.jpeg.subarray(-2);
const ofPhotograph = '図や写真の情報（撮影した機器、使ったソフトなど）';
const ofFont = '埋め込んだフォントの中の、表示されない文字';
const ofMap = 'フォントの文字の対応表にある、表示されない文字';

const behindPacked = '文字や図のデータの後ろに続くデータ';
const found: readonly [string, SmallPdf, string, string][] = [
  ['a table of a font that nobody knows', fontWith('SECR', `${secret} words`), 'records', ofFont],
  [
    'words behind the tables of a font',
    fontWith('cvt ', '\0', `${secret} words`),
    'records',
    ofFont,
  ],
  ['a comment in the map of a font', mapWith(`% ${secret} words`), 'records', ofMap],
  ['a string in the map of a font', mapWith(`(${secret}) pop`), 'records', ofMap],
  [
    'words under a key of its own',
    { resources: `/Nazo (${secret} words)` },
    'records',
    '「Nazo」の文字',
  ],
  [
    'words of a picture under a key of its own',
    masked(`/Nazo (${secret} words)`, soft[1], '\x40'.repeat(64)),
    'records',
    '「Nazo」の文字',
  ],
  ...(
    [
      ['words behind its last point', [plain.jpeg.subarray(0, -2), Buffer.from(secret), end]],
      ['another picture behind its end', [plain.jpeg, plain.jpeg]],
      [
        'words in a segment of a program',
        [head, segment(0xe9, `${secret} and more words`), plain.jpeg.subarray(2)],
      ],
    ] as const
  ).map(([name, parts]): [string, SmallPdf, string, string] => [
    `a photograph with ${name}`,
    photograph(Buffer.concat(parts)),
    'records',
    ofPhotograph,
  ]),
  [
    'a soft mask without light',
    masked(soft[0], soft[1], '\0'.repeat(64)),
    'covered-content',
    '1ページ',
  ],
  [
    'a mask without an open point',
    masked(stencil[0], stencil[1], '\xff'.repeat(8)),
    'covered-content',
    '1ページ',
  ],
  ['a mask of all colours', masked('/Mask [0 255]', '', ''), 'covered-content', '1ページ'],
  ['a stamp that is hidden', stamp(2, text(`${secret} words`, 500)), 'hidden-text', '1ページ'],
  [
    'data behind what is packed',
    {
      further: [
        {
          dictionary: '/Filter /FlateDecode',
          bytes: Buffer.concat([deflateSync('0 0 m'), Buffer.from(secret)]),
        },
      ],
    },
    'earlier-content',
    behindPacked,
  ],
  ...(
    [
      ['/ASCIIHexDecode', '30 20 6d>'],
      ['/ASCII85Decode', '87cUR~>'],
      ['/RunLengthDecode', '\x020 m\x80'],
      ['[/DCTDecode]', '\xff\xd8\xff\xd9'],
    ] as const
  ).map(([filter, packed]): [string, SmallPdf, string, string] => [
    `data behind what is packed by ${filter}`,
    { further: [{ dictionary: `/Filter ${filter}`, bytes: `${packed}${secret}` }] },
    'earlier-content',
    behindPacked,
  ]),
  [
    'rows behind the last of a picture',
    rowsOf(`${rows}${secret} words`),
    'earlier-content',
    behindPacked,
  ],
  [
    'a picture that is named and never painted',
    { resources: pictureIn(0), further: [largePicture] },
    'earlier-content',
    'どのページにも出ない図',
  ],
  [
    'a part of a page that is named and never painted',
    {
      resources: `/XObject <</X7 ${further(0)}>>`,
      further: [part(text(`${secret} words`, 600))],
    },
    'earlier-content',
    'どのページにも出ない文字',
  ],
  [
    'a picture of a part that is never painted',
    {
      resources: `/XObject <</X7 ${further(1)}>>`,
      further: [largePicture, part('/Im7 Do', `/Resources <<${pictureIn(0)}>>`)],
    },
    'earlier-content',
    'どのページにも出ない図',
  ],
  [
    'a display in its colours',
    inColours(colourProfile(`${secret} no iMac`)),
    'records',
    '色の情報（ICCプロファイル）にある名前',
  ],
  [
    'the name of a file before the numbers of pages',
    { catalog: `/PageLabels <</Nums [0 <</S /D /P (${secret}.indd:)>>]>>` },
    'records',
    'ページ番号の前に付く文字',
  ],
];

describe('what no viewer shows of a file', () => {
  test.each(found)('is found: %s', async (_, pdf, kind, place) => {
    const reading = await readPdf(smallPdf(pdf));
    expect(reading.findings).toEqual([{ kind, places: [place] }]);
    expect(JSON.stringify(reading)).not.toContain(secret);
  });

  test.each<[string, SmallPdf]>([
    ['a photograph', photograph(plain.jpeg)],
    ['a font with usual tables', fontWith('cvt ', 'words of a hint', '\0\0\0')],
    ['a map of a font', mapWith('%%Title: (Adobe-UCS)\n% Copyright 1990 Sakura University')],
    ['a soft mask with light', masked(soft[0], soft[1], '\0'.repeat(63).concat('\x80'))],
    ['a mask with an open point', masked(stencil[0], stencil[1], '\xff'.repeat(7).concat('\xf7'))],
    ['a mask of some colours', masked('/Mask [0 250]', '', '')],
    ['a stamp that is seen', stamp(4, text('Approved', 500))],
    ['words that viewers know', { resources: `/Nazo <</Registry (Adobe) /Alt (shown)>>` }],
    ['all rows of a picture', rowsOf(rows)],
    ['the end of a line behind the rows', rowsOf(`${rows}\r\n`)],
    [
      'a picture of a part that is painted',
      {
        resources: `/XObject <</X7 ${further(1)}>>`,
        content: 'q 99 0 0 99 60 300 cm /X7 Do Q',
        further: [largePicture, part('/Im7 Do', `/Resources <<${pictureIn(0)}>>`)],
      },
    ],
    [
      'a part that is painted with the names of its page',
      {
        resources: `/XObject <</X7 ${further(1)} /Im7 ${further(0)}>>`,
        content: 'q 99 0 0 99 60 300 cm /X7 Do Q',
        further: [largePicture, part('/Im7 Do')],
      },
    ],
    [
      'signs before the numbers of pages',
      { catalog: '/PageLabels <</Nums [0 <</P (Cover)>> 1 <</S /D /P (A-)>>]>>' },
    ],
    ['usual colours', inColours(colourProfile('Generic RGB Profile'))],
  ])('is nothing of %s', async (_, pdf) => {
    expect((await readPdf(smallPdf(pdf))).findings).toEqual([]);
  });
});

describe('what stands between the objects of a file', () => {
  const between = (words: string): Uint8Array => {
    const file = Buffer.from(smallPdf({})).toString('latin1');
    return Buffer.from(file.replace('endobj\n', `endobj\n${words}\n`), 'latin1');
  };

  test.each([
    ['words', `${secret} words`, 'earlier-content', '部品と部品の間のデータ'],
    ['a comment', `% ${secret} words`, 'records', '「%」で始まる注記'],
    [
      'the folders of Ghostscript',
      `%%Invocation: gs -sOutputFile=C:\\Users\\${secret}\\a.pdf`,
      'records',
      '「%」で始まる注記',
    ],
  ])('is found: %s', async (_, words, kind, place) => {
    const { findings } = await readPdf(between(words));
    expect(findings).toEqual([{ kind, places: [place] }]);
  });

  test.each([
    '%%Invocation: gs -dQUIET -sDEVICE=pdfwrite ?',
    '% Page 1',
    '%iText-5.5.0',
    '%\xe2\xe3\xcf\xd3',
  ])('is nothing where programs write it into every file: %s', async (words) => {
    expect((await readPdf(between(words))).findings).toEqual([]);
  });
});
