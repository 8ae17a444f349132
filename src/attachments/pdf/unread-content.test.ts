import { describe, expect, it } from 'vitest';
import { jpeg, xmpWith } from '../office/fixtures/pictures.ts';
import { bytesOf, joined } from '../picture/bytes.ts';
import {
  description,
  exifOf,
  host,
  jpegWith,
  plain,
  segment,
} from '../picture/fixtures/picture-files.ts';
import { further, picture, type SmallPdf, secret, smallPdf, text } from './fixtures/small-pdf.ts';
import type { PdfObject } from './fixtures/write-pdf.ts';
import { readPdf } from './read-pdf.ts';

const findingsIn = async (bytes: Uint8Array) => {
  const reading = await readPdf(bytes);
  expect(JSON.stringify(reading)).not.toContain(secret);
  return Object.fromEntries(reading.findings.map(({ kind, places }) => [kind, places]));
};
const remark = { records: ['「%」で始まる注記'] };
const font = '/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>';

const form = (bytes: string): SmallPdf => ({
  content: '/X Do',
  resources: `/XObject <</X ${further(0)}>>`,
  further: [
    {
      dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources <<${font}>>`,
      bytes,
    },
  ],
});
const pattern = (bytes: string): SmallPdf => ({
  content: '/Pattern cs /P scn 0 0 500 500 re f',
  resources: `/Pattern <</P ${further(0)}>>`,
  further: [
    {
      dictionary: `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 300 300] /XStep 300 /YStep 300 /Resources <<${font}>>`,
      bytes,
    },
  ],
});
/** A font whose letters are drawn by streams; the second of them by this one. */
const drawnFont = (bytes: string): SmallPdf => ({
  content: 'BT /T3 20 Tf 72 500 Td (a) Tj ET',
  resources: `/ColorSpace <<>> /Font <</T3 ${further(2)} /F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>`,
  further: [
    { dictionary: '', bytes: '1000 0 d0 0 0 500 500 re f' },
    { dictionary: '', bytes },
    `<</Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs <</a ${further(0)} /b ${further(1)}>> /Encoding <</Type /Encoding /Differences [97 /a /b]>> /FirstChar 97 /LastChar 98 /Widths [1000 1000] /Resources <<${font}>>>>`,
  ],
});

describe('a comment in a PDF', () => {
  const words = `% ${secret} no kotoba`;
  it.each<[string, SmallPdf]>([
    ['in the text of a page', { content: `${words}\nq Q` }],
    ['at its end', { content: `q Q ${words}` }],
    ['in a part of a page', form(`${words}\n0 0 9 9 re f`)],
    ['in a pattern', pattern(`${words}\n0 0 9 9 re f`)],
    ['in a letter of a font', drawnFont(`1000 0 d0 ${words}\n`)],
    ['in its catalog', { catalog: `${words}\n` }],
    ['in its trailer', { trailer: `${words}\n` }],
  ])('is told %s', async (_, pdf) => expect(await findingsIn(smallPdf(pdf))).toEqual(remark));

  const changed = (from: string, to: string): Uint8Array =>
    new Uint8Array(
      Buffer.from(Buffer.from(smallPdf({})).toString('latin1').replace(from, to), 'latin1'),
    );
  it.each([
    ['behind the number of an object', '1 0 obj\n', `1 0 obj\n${words}\n`],
    ['at its end', 'endobj', `${words}\nendobj`],
    ['before a stream', '>>\nstream', `>> ${words}\nstream`],
    ['behind one', 'endstream\n', `endstream ${words}\n`],
  ])('is told %s', async (_, from, to) => {
    expect(await findingsIn(changed(from, to))).toEqual(remark);
  });

  it.each<[string, SmallPdf]>([
    ['of a few letters', { content: '% ab\nq Q' }],
    ['of a program', { catalog: '%iText\n' }],
    ['that is a string', { content: text('100 % of the forms', 600) }],
    [
      'that is one within a row',
      { content: 'BT /F1 9 Tf 72 600 Td [(100 % of) -20 (the forms)] TJ ET' },
    ],
  ])('is none %s', async (_, pdf) => expect(await findingsIn(smallPdf(pdf))).toEqual({}));
});

describe('a string that nothing draws', () => {
  it.each<[string, SmallPdf]>([
    ['at the end of a page', { content: `(${secret})` }],
    ['before what takes none', { content: `(${secret}) q Q` }],
    ['before what there is not', { content: `BX (${secret}) Xx EX` }],
    ['in a row', { content: `[(${secret}) 3] q Q` }],
    [
      'of a picture in the text',
      { content: `q BI /W 8 /H 1 /BPC 8 /CS /G /X (${secret}) ID 12345678 EI Q` },
    ],
  ])('is refused %s', async (_, pdf) => {
    expect(await findingsIn(smallPdf(pdf))).toEqual({ 'hidden-text': ['1ページ'] });
  });
  it('is refused in a part of a page', async () => {
    expect(await findingsIn(smallPdf(form(`(${secret})`)))).toEqual({
      'hidden-text': ['描かれない文字'],
    });
  });
  it.each<[string, SmallPdf]>([
    [
      'the colours of a picture',
      { content: 'q BI /W 8 /H 1 /BPC 8 /CS [/I /RGB 1 (abcdef)] ID 12345678 EI Q' },
    ],
    ['what is drawn in two ways', { content: `BT /F1 9 Tf 72 600 Td (see) ' 1 2 (below) " ET` }],
    ['a row with brackets', { content: text('a \\(b\\) (c) d', 600) }],
    [
      'a picture whose points are as brackets',
      { content: 'q BI /W 8 /H 1 /BPC 8 /CS /G ID (abc EI( EI Q' },
    ],
  ])('is none: %s', async (_, pdf) => expect(await findingsIn(smallPdf(pdf))).toEqual({}));
});

describe('what marked content says of itself', () => {
  it.each(['BDC EMC', 'DP'])('is told where nobody sees it (%s)', async (operator) => {
    const content = `/Span <</T (${secret})>> ${operator}`;
    expect(await findingsIn(smallPdf({ content }))).toEqual({
      records: ['印を付けた部分にある、表示されない文字'],
    });
  });
  it.each(['/Lang (en-US)', '/T (This text is for all readers.)', '/MCID 3'])(
    'is sound: %s',
    async (mark) => {
      expect(await findingsIn(smallPdf({ content: `/Span <<${mark}>> BDC EMC` }))).toEqual({});
    },
  );
});

describe('words in patterns and in letters of fonts', () => {
  it.each<[string, SmallPdf]>([
    ['a pattern', pattern(text(secret, 100))],
    ['a pattern that nothing is filled with', { ...pattern(text(secret, 100)), content: '' }],
    ['a letter', drawnFont(`1000 0 d0 BT /F1 500 Tf (${secret}) Tj ET`)],
  ])('are refused in %s', async (_, pdf) => {
    expect(await findingsIn(smallPdf(pdf))).toEqual({ 'unknown-part': ['模様や字形の中の文字'] });
  });
  it.each<[string, SmallPdf]>([
    ['lines', pattern('0 0 9 9 re f')],
    ['words of the page', pattern(text('for all readers', 100))],
    ['curves', drawnFont('1000 0 d0 0 0 500 500 re f')],
  ])('are none: %s', async (_, pdf) => expect(await findingsIn(smallPdf(pdf))).toEqual({}));
});

describe('letters', () => {
  it.each([
    ['that only cut out', 'BT /F1 18 Tf 7 Tr'],
    ['pressed flat', 'BT 0 Tz /F1 18 Tf'],
    ['pressed to a line', 'BT 2 Tz /F1 18 Tf'],
    ['lined in white', '1 G BT /F1 18 Tf 1 Tr'],
  ])('are refused %s', async (_, look) => {
    const content = `q ${look} 72 600 Td (${secret}) Tj ET Q`;
    expect(await findingsIn(smallPdf({ content }))).toEqual({ 'hidden-text': ['1ページ'] });
  });
  it.each([
    ['lined in black', 'BT /F1 18 Tf 1 Tr', ''],
    ['narrow', 'BT 40 Tz /F1 18 Tf', ''],
    ['that cut out what is filled', 'BT /F1 18 Tf 7 Tr', '0 0 600 900 re f'],
  ])('are seen %s', async (_, look, behind) => {
    const content = `q ${look} 72 600 Td (Seen) Tj ET ${behind} Q`;
    expect(await findingsIn(smallPdf({ content }))).toEqual({});
  });
});

describe('a photograph in a PDF', () => {
  const drawn = (bytes: Uint8Array): SmallPdf => ({
    content: 'q 80 0 0 80 0 0 cm /I Do Q',
    resources: `/XObject <</I ${further(0)}>>`,
    further: [
      {
        dictionary:
          '/Type /XObject /Subtype /Image /Width 6 /Height 4 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
        bytes,
      },
    ],
  });
  const exif = (fields: Record<number, string>): Uint8Array =>
    segment(0xe1, joined(bytesOf('Exif\0\0'), exifOf(fields)));
  const iptc = `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0a\x1c\x02\x69\0\x06${secret}`;
  it.each<[string, Uint8Array]>([
    ['EXIF', exif({ [description]: secret })],
    ['a device', exif({ [host]: `${secret} no iPhone` })],
    ['a comment', segment(0xfe, secret)],
    [
      'XMP',
      segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${xmpWith(`<dc:title>${secret}</dc:title>`)}`),
    ],
    ['IPTC', segment(0xed, bytesOf(iptc))],
  ])('tells what its camera and its programs wrote: %s', async (_, own) => {
    expect(await findingsIn(smallPdf(drawn(jpegWith(own))))).toEqual({
      records: ['図や写真の情報（撮影した機器、使ったソフトなど）'],
    });
  });
  it.each<[string, Uint8Array]>([
    ['as it comes', plain.jpeg],
    ['with how it is turned', jpegWith(exif({}))],
    ['of a library', jpegWith(segment(0xfe, 'CREATOR: gd-jpeg v1.0 (using IJG JPEG v80)'))],
    [
      'with what is empty',
      jpegWith(segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${xmpWith('<dc:title/>')}`)),
    ],
  ])('is sound %s', async (_, bytes) => {
    expect(await findingsIn(smallPdf(drawn(bytes)))).toEqual({});
  });
  it('tells where it was taken, as before', async () => {
    expect(await findingsIn(smallPdf(drawn(jpeg({ hasPlace: true }))))).toHaveProperty(
      'photograph-place',
    );
  });
});

it('is refused where a picture that is not packed goes on behind its points', async () => {
  const drawn = (bytes: string): Uint8Array =>
    smallPdf({
      content: 'q 80 0 0 80 0 0 cm /I Do Q',
      resources: `/XObject <</I ${further(0)}>>`,
      further: [{ ...(picture as Exclude<PdfObject, string>), bytes }],
    });
  expect(await findingsIn(drawn(`${'\x40'.repeat(64)}${secret}`))).toEqual({
    'earlier-content': ['文字や図のデータの後ろに続くデータ'],
  });
  expect(await findingsIn(drawn(`${'\x40'.repeat(64)}\n`))).toEqual({});
});
