import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { jpeg } from '../office/fixtures/pictures.ts';
import { further, open, type SmallPdf, secret, smallPdf, text } from './fixtures/small-pdf.ts';
import type { PdfObject } from './fixtures/write-pdf.ts';
import { readPdf } from './read-pdf.ts';

const widget = (more: string) =>
  `<</Type /Annot /Subtype /Widget /Rect [72 500 300 520] /F 4 ${more}>>`;
const link = (action: string) =>
  `/Annots [<</Type /Annot /Subtype /Link /Rect [60 60 90 90] /A <<${action}>>>>]`;
const filespec = `<</Type /Filespec /F (${secret}.xlsx) /EF <</F ${further(1)}>>>>`;
const withFile: readonly PdfObject[] = [filespec, { dictionary: '', bytes: secret }];
const element = (more: string) =>
  `/StructTreeRoot <</Type /StructTreeRoot /K <</S /Span ${more} /Pg 4 0 R>>>>`;
const xmp = (inner: string): PdfObject => ({
  dictionary: '/Type /Metadata /Subtype /XML',
  bytes: `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="">${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`,
});
const withMetadata = (inner: string): SmallPdf => ({
  catalog: `/Metadata ${further(0)}`,
  further: [xmp(inner)],
});
const withInfo = (info: string): SmallPdf => ({
  trailer: `/Info ${further(0)}`,
  further: [`<<${info}>>`],
});
const xfa = (template: string, data: string): SmallPdf => ({
  catalog: `/AcroForm <</Fields [] /XFA [(template) ${further(0)} (datasets) ${further(1)}]>>`,
  further: [
    { dictionary: '', bytes: `<template>${template}</template>` },
    {
      dictionary: '',
      bytes: `<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><memo>${data}</memo></xfa:data></xfa:datasets>`,
    },
  ],
});

const photograph = (filter: string, bytes: Uint8Array): SmallPdf => ({
  resources: `/XObject <</Im1 ${further(0)}>>`,
  content: 'q 80 0 0 80 60 300 cm /Im1 Do Q',
  further: [
    {
      dictionary: `/Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter ${filter}`,
      bytes,
    },
  ],
});

/** What is done to a small file, and what is found then: the kind, and where. */
const found: readonly [string, SmallPdf, string, ...string[]][] = [
  [
    'a script in names',
    { catalog: '/Names <</JavaScript <</Names [(a) <</S /JavaScript /JS (1)>>]>>>>' },
    'script',
  ],
  [
    'a script of a bookmark',
    {
      catalog: `/Outlines <</First ${further(0)} /Last ${further(0)}>>`,
      further: ['<</Title (next) /A <</S /JavaScript /JS (1)>>>>'],
    },
    'script',
  ],
  [
    'a script when the page is opened',
    { page: '/AA <</O <</S /JavaScript /JS (1)>>>>' },
    'script',
    '1ページ',
  ],
  [
    'a script behind another action',
    { page: link('/S /GoTo /D [4 0 R /Fit] /Next <</S /JavaScript /JS (1)>>') },
    'script',
    '1ページ',
  ],
  ['a script to which nothing leads', { further: ['<</S /JavaScript /JS (1)>>'] }, 'script'],
  [
    'a program that is started',
    { page: link('/S /Launch /Win <</F (cmd.exe)>>') },
    'script',
    '1ページ',
  ],
  [
    'a form that sends itself',
    { page: link('/S /SubmitForm /F (http://collect.example/)') },
    'script',
    '1ページ',
  ],
  ['data that a form takes', { page: link('/S /ImportData /F (data.fdf)') }, 'script', '1ページ'],
  [
    'an address that opens by itself',
    { catalog: '/OpenAction <</S /URI /URI (https://collect.example/)>>' },
    'script',
  ],
  ['an XFA form with a program', xfa('<script>1</script>', open), 'script', 'XFAフォーム'],
  [
    'another file that opens by itself',
    { catalog: `/OpenAction <</S /GoToR /F (next.pdf) /D [0 /Fit]>>` },
    'script',
  ],

  [
    'a bookmark to a share',
    {
      catalog: `/Outlines <</First ${further(0)} /Last ${further(0)}>>`,
      further: [`<</Title (next) /A <</S /GoToR /F (\\\\\\\\${secret}\\\\next.pdf)>>>>`],
    },
    'outside-link',
    'しおりやリンク',
  ],
  [
    'an address of a disk',
    { page: link(`/S /URI /URI (file:///C:/${secret}/a.pdf)`) },
    'outside-link',
    '1ページ',
  ],
  [
    'a stream in another file',
    {
      resources: `/XObject <</X1 ${further(0)}>>`,
      ...{
        further: [{ dictionary: '/Subtype /Form /BBox [0 0 1 1] /F (C:/draft.bin)', bytes: '' }],
      },
    },
    'outside-link',
    '1ページ',
  ],

  [
    'a file of the document',
    { catalog: `/AF [${further(0)}]`, further: withFile },
    'embedded-files',
  ],
  [
    'a file of a page',
    { page: `/AF [${further(0)}]`, further: withFile },
    'embedded-files',
    '1ページ',
  ],
  [
    'a file of an element',
    { catalog: element(`/AF [${further(0)}]`), further: withFile },
    'embedded-files',
    '1ページ',
  ],
  ['a portfolio', { catalog: '/Collection <</View /T>>' }, 'embedded-files'],
  [
    'a film',
    {
      page: `/Annots [<</Type /Annot /Subtype /RichMedia /Rect [9 9 99 99] /RichMediaContent <</Assets <</Names [(a) ${further(0)}]>>>>>>]`,
      further: withFile,
    },
    'embedded-files',
    '1ページ',
  ],
  [
    'a sound',
    {
      page: `/Annots [<</Type /Annot /Subtype /Sound /Rect [9 9 99 99] /Sound ${further(1)}>>]`,
      further: withFile,
    },
    'embedded-files',
    '1ページ',
  ],
  ['what plays', { page: link('/S /Rendition /OP 0') }, 'embedded-files', '1ページ'],

  [
    'a field that is hidden',
    {
      catalog: `/AcroForm <</Fields [${further(0)}]>>`,
      page: `/Annots [${further(0)}]`,
      further: [widget(`/FT /Tx /T (memo) /V (${secret}) /F 2`)],
    },
    'hidden-text',
    '1ページ',
  ],
  [
    'a field for print alone',
    {
      catalog: `/AcroForm <</Fields [${further(0)}]>>`,
      page: `/Annots [${further(0)}]`,
      further: [widget(`/FT /Tx /T (memo) /V (${secret}) /F 36`)],
    },
    'hidden-text',
    '1ページ',
  ],
  [
    'a field of no size',
    {
      catalog: `/AcroForm <</Fields [${further(0)}]>>`,
      page: `/Annots [${further(0)}]`,
      further: [
        widget(`/FT /Tx /T (memo) /V (${secret})`).replace('[72 500 300 520]', '[0 0 0 0]'),
      ],
    },
    'hidden-text',
    '1ページ',
  ],
  [
    'a field on no page',
    {
      catalog: `/AcroForm <</Fields [${further(0)}]>>`,
      further: [`<</FT /Tx /T (memo) /V (${secret})>>`],
    },
    'hidden-text',
    'ページにないフォームの欄',
  ],
  [
    'a password',
    {
      catalog: `/AcroForm <</Fields [${further(0)}]>>`,
      page: `/Annots [${further(0)}]`,
      further: [widget(`/FT /Tx /T (memo) /V (${secret}) /Ff 8192`)],
    },
    'hidden-text',
    '1ページ',
  ],
  [
    'words that are spoken in place of others',
    {
      content: `/Span <</ActualText (${secret} is not what is drawn)>> BDC ${text('Words', 600)} EMC`,
    },
    'hidden-text',
    '1ページ',
  ],
  [
    'words of a property list',
    {
      content: `/Span /P1 BDC ${text('Words', 600)} EMC`,
      resources: `/Properties <</P1 <</ActualText (${secret} is not what is drawn)>>>>`,
    },
    'hidden-text',
    '1ページ',
  ],
  [
    'words that stand for others',
    { catalog: element(`/ActualText (${secret} is not what is drawn)`) },
    'hidden-text',
    '1ページ',
  ],

  ['data of an XFA form', xfa('', secret), 'earlier-content', 'XFAフォームのデータ'],
  [
    'text to which nothing leads',
    { further: [{ dictionary: '', bytes: text(`${secret} words`, 600) }] },
    'earlier-content',
    'どのページにも出ない文字',
  ],
  [
    'a picture to which nothing leads',
    {
      further: [
        {
          dictionary:
            '/Subtype /Image /Width 99 /Height 99 /BitsPerComponent 8 /ColorSpace /DeviceGray',
          bytes: 'x'.repeat(99 * 99),
        },
      ],
    },
    'earlier-content',
    'どのページにも出ない図',
  ],

  [
    'a key that nobody knows, with words',
    { page: `/XYZ_Note (${secret} words)` },
    'unknown-part',
    '1ページの「XYZ_Note」',
  ],
  [
    'a stream that nobody knows',
    { catalog: `/XYZ_Data ${further(0)}`, further: [{ dictionary: '', bytes: secret }] },
    'unknown-part',
    '「XYZ_Data」',
  ],
  [
    'an annotation that nobody knows',
    { page: '/Annots [<</Type /Annot /Subtype /XYZ /Rect [9 9 99 99]>>]' },
    'unknown-part',
    '1ページ',
  ],
  ['an action that nobody knows', { page: link('/S /XYZ') }, 'unknown-part', '1ページ'],
  [
    'hidden pages',
    { catalog: '/Names <</Templates <</Names [(draft) null (b) 4 0 R]>>>>' },
    'unknown-part',
    '表示されないページ',
  ],
  [
    'data of a drawing program',
    {
      catalog: `/PieceInfo <</Illustrator <</Private <</Data ${further(0)}>>>>>>`,
      further: [{ dictionary: '', bytes: secret }],
    },
    'unknown-part',
    '「Illustrator」の編集用データ',
  ],
  [
    'a key that nobody knows, without words',
    { page: '/XYZ_Count 3' },
    'unusual-part',
    '1ページの「XYZ_Count」',
  ],

  [
    'a photograph as its camera wrote it',
    photograph('/DCTDecode', jpeg({ hasPlace: true })),
    'photograph-place',
    '1ページ',
  ],
  [
    'a photograph packed once more',
    photograph('[/FlateDecode /DCTDecode]', deflateSync(jpeg({ hasPlace: true }))),
    'photograph-place',
    '1ページ',
  ],
  [
    'the place of a photograph in a page\u2019s metadata',
    {
      page: `/Metadata ${further(0)}`,
      further: [xmp('<exif:GPSLatitude>35,40.5N</exif:GPSLatitude>')],
    },
    'photograph-place',
    '1ページ',
  ],
  [
    'the place of a photograph as an attribute',
    withMetadata('<rdf:li exif:GPSLatitude="35,40.5N"/>'),
    'photograph-place',
  ],

  ['keywords', withInfo(`/Keywords (${secret})`), 'records', '文書のプロパティ（キーワード）'],
  [
    'a property of its own',
    withInfo(`/Company (${secret} KK)`),
    'records',
    '文書のプロパティ（会社名）',
  ],
  [
    'a title with a path',
    withInfo(`/Title (C:\\\\Users\\\\${secret}\\\\a.docx)`),
    'records',
    '文書のプロパティ（タイトル）',
  ],
  [
    'a path in the metadata',
    withMetadata(`<stRef:filePath>file:///Users/${secret}/a.indd</stRef:filePath>`),
    'records',
    '文書のメタデータにあるフォルダーの場所',
  ],
  [
    'an address in the metadata',
    withMetadata(`<pdfx:Mail>${secret}@sakura-u.example</pdfx:Mail>`),
    'records',
    '文書のメタデータにあるメールアドレス',
  ],
  [
    'keywords in the metadata',
    withMetadata(`<dc:subject><rdf:Bag><rdf:li>${secret}</rdf:li></rdf:Bag></dc:subject>`),
    'records',
    '文書のプロパティ（キーワード）',
  ],
  [
    'words of a program for itself',
    { page: `/PieceInfo <</XYZ <</Private (${secret} words)>>>>` },
    'records',
    '1ページ',
  ],

  [
    'a link with a path',
    {
      page: `/Annots [<</Type /Annot /Subtype /Link /Rect [9 9 99 99] /Contents (\\\\\\\\${secret}\\\\share\\\\a.docx)>>]`,
    },
    'alternative-text',
    '1ページ',
  ],
  [
    'a description with a path',
    { catalog: element(`/Alt (C:\\\\Users\\\\${secret}\\\\a.png)`) },
    'alternative-text',
    '1ページ',
  ],
  [
    'a description with an address',
    { catalog: element(`/Alt (${secret}@sakura-u.example)`) },
    'alternative-text',
    '1ページ',
  ],
];

describe('what a file holds beside its pages', () => {
  test.each(found)('%s', async (_, pdf, kind, ...places) => {
    const reading = await readPdf(smallPdf(pdf));
    expect(reading.findings).toEqual([{ kind, places }]);
    expect(JSON.stringify(reading)).not.toContain(secret);
  });

  test.each<[string, SmallPdf]>([
    [
      'usual properties',
      withInfo('/Title (Rules) /Producer (Writer) /CreationDate (D:20260401) /Trapped /False'),
    ],
    ['empty properties', withInfo('/Keywords () /Subject ()')],
    [
      'usual metadata',
      withMetadata('<xmp:CreatorTool>Writer</xmp:CreatorTool><dc:title>Rules</dc:title>'),
    ],
    ['empty keywords', withMetadata('<dc:subject><rdf:Bag/></dc:subject>')],
    [
      'a sign that is spoken as another',
      { content: `/Span <</ActualText <feffd83dde00d83dde00>>> BDC ${text('-', 600)} EMC` },
    ],
    [
      'a hyphen that is spoken as none',
      { content: `/Span <</ActualText <feff00ad>>> BDC ${text('-', 600)} EMC` },
    ],
    ['an abbreviation in full', { catalog: element('/E (World Trade Organization)') }],
    ['a description', { catalog: element('/Alt (Two people at a desk)') }],
    ['what is drawn, said again', { catalog: element(`/ActualText (${open})`) }],
    ['a photograph that says nothing', photograph('/DCTDecode', jpeg())],
    ['a print that is asked for', { page: link('/S /Named /N /Print') }],
    ['a form that is emptied', { page: link('/S /ResetForm') }],
    [
      'data of a layout program',
      {
        catalog: `/PieceInfo <</InDesign <</DocumentID (xmp.did:1) /Private ${further(0)}>>>>`,
        further: ['<<>>'],
      },
    ],
    ['an empty tree of files', { catalog: '/Names <</EmbeddedFiles <</Names []>>>>' }],
    ['what TeX says of pages', { page: '/PTEX.PageNumber 1 /PTEX.FileName (figure.pdf)' }],
    ['an XFA form that says what its page says', xfa('', open)],
  ])('nothing is said of %s', async (_, pdf) => {
    expect((await readPdf(smallPdf(pdf))).findings).toEqual([]);
  });
});
