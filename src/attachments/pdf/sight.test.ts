import { describe, expect, test } from 'vitest';
import {
  further,
  open,
  picture,
  type SmallPdf,
  secret,
  smallPdf,
  text,
} from './fixtures/small-pdf.ts';
import { handMade } from './fixtures/write-pdf.ts';
import { readPdf } from './read-pdf.ts';

const hidden = text(`${secret} words`, 600);
const withPicture = { resources: `/XObject <</Im1 ${further(0)}>>`, further: [picture] };
const form = (dictionary: string, bytes: string) => ({
  dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>> ${dictionary}`,
  bytes,
});
const layer = (state: string) => `/OCProperties <</OCGs [${further(0)}] /D <<${state}>>>>`;
const scanned = 'q 595 0 0 842 0 0 cm /Im1 Do Q';

const maskedBy = (kind: string, drawn: string): SmallPdf => ({
  resources: `/ExtGState <</G1 <</SMask <</Type /Mask /S /${kind} /G ${further(0)}>>>>>>`,
  further: [form('/Group <</S /Transparency /CS /DeviceGray>>', drawn)],
});
/** What a font says of its first sign. */
const mapOf = (words: string) => ({
  dictionary: '',
  bytes: `begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <01> <${Buffer.from(words, 'utf16le').swap16().toString('hex')}> endbfchar endcmap`,
});

const unseen: readonly [string, SmallPdf, string][] = [
  ['a black box', { content: `${hidden} 0 g 60 590 250 30 re f` }, 'covered-content'],
  ['a white box', { content: `${hidden} 1 g 60 590 250 30 re f` }, 'covered-content'],
  [
    'two boxes side by side',
    { content: `${hidden} 60 590 80 30 re 140 590 170 30 re f` },
    'covered-content',
  ],
  [
    'a box with round corners',
    {
      content: `${hidden} 50 580 m 320 580 l 330 580 330 590 330 600 c 330 630 l 50 630 l h f`,
    },
    'covered-content',
  ],
  ['a thick line', { content: `${hidden} 30 w 60 605 m 300 605 l S` }, 'covered-content'],
  [
    'a picture',
    { content: `${hidden} q 250 0 0 40 60 590 cm /Im1 Do Q`, ...withPicture },
    'covered-content',
  ],
  [
    'a black that multiplies',
    {
      content: `${hidden} /G1 gs 0 g 60 590 250 30 re f`,
      resources: '/ExtGState <</G1 <</BM /Multiply>>>>',
    },
    'covered-content',
  ],
  [
    'an annotation that lies on the page',
    {
      content: hidden,
      page: `/Annots [<</Type /Annot /Subtype /Square /Rect [60 590 310 620] /F 4 /AP <</N ${further(0)}>>>>]`,
      further: [form('', '0 g 0 0 595 842 re f')],
    },
    'covered-content',
  ],
  [
    'a black box over what was recognised in a scan',
    {
      ground: scanned,
      content: `${text(`${secret} words`, 600, '3 Tr')} 0 g 60 590 250 30 re f`,
      ...withPicture,
    },
    'covered-content',
  ],
  ['the edge of the page', { content: text(`${secret} words`, -40) }, 'covered-content'],
  [
    'the edge of the page, in the middle of a line',
    { content: `BT /F1 18 Tf 560 600 Td (and ${secret} words) Tj ET` },
    'covered-content',
  ],
  [
    'the crop box',
    { content: text(`${secret} words`, 100), page: '/CropBox [0 400 595 842]' },
    'covered-content',
  ],
  ['a clip', { content: `q 300 700 50 50 re W n ${hidden} Q` }, 'covered-content'],
  [
    'the box of a form',
    {
      content: '/X1 Do',
      resources: `/XObject <</X1 ${further(0)}>>`,
      further: [
        { ...form('', hidden), dictionary: form('', '').dictionary.replace('842]', '50]') },
      ],
    },
    'covered-content',
  ],
  ['white', { content: text(`${secret} words`, 600, '1 g') }, 'hidden-text'],
  ['white in inks', { content: text(`${secret} words`, 600, '0 0 0 0 k') }, 'hidden-text'],
  ['nearly white', { content: text(`${secret} words`, 600, '.98 .98 1 rg') }, 'hidden-text'],
  [
    'the colour of its background',
    { content: `.2 .3 .5 rg 60 590 250 30 re f ${text(`${secret} words`, 600, '.2 .3 .5 rg')}` },
    'hidden-text',
  ],
  ['no way of drawing', { content: text(`${secret} words`, 600, '3 Tr') }, 'hidden-text'],
  [
    'no opacity',
    {
      content: text(`${secret} words`, 600, '/G1 gs'),
      resources: '/ExtGState <</G1 <</ca 0>>>>',
    },
    'hidden-text',
  ],
  ['one point', { content: `BT /F1 1 Tf 72 600 Td (${secret} words) Tj ET` }, 'hidden-text'],
  ['a page made small', { content: `q .04 0 0 .04 0 0 cm ${hidden} Q` }, 'hidden-text'],
  ['a page made to nothing', { content: `q 0 0 0 0 100 100 cm ${hidden} Q` }, 'hidden-text'],
  [
    'a form made to nothing',
    {
      content: '/X1 Do',
      resources: `/XObject <</X1 ${further(0)}>>`,
      further: [form('/Matrix [0 0 0 0 0 0]', hidden)],
    },
    'hidden-text',
  ],
  ...(
    [
      ['Luminosity', ''],
      ['Luminosity', '0 g 0 0 595 842 re f'],
      ['Luminosity', '1 g 0 0 50 50 re f'],
      ['Alpha', ''],
    ] as const
  ).map(([kind, drawn]): [string, SmallPdf, string] => [
    `a mask of ${kind} that is dark there: ${drawn}`,
    { content: `q /G1 gs ${hidden} Q`, ...maskedBy(kind, drawn) },
    'hidden-text',
  ]),
  [
    'one sign that says a whole text',
    {
      content: 'BT /F2 18 Tf 72 600 Td <01> Tj ET',
      resources: `/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> /F2 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${further(0)}>>>>`,
      further: [mapOf(`${secret} words`)],
    },
    'hidden-text',
  ],
  [
    'a layer that is off',
    {
      content: `/OC /L1 BDC ${hidden} EMC`,
      resources: `/Properties <</L1 ${further(0)}>>`,
      catalog: layer(`/OFF [${further(0)}]`),
      further: ['<</Type /OCG /Name (draft)>>'],
    },
    'hidden-text',
  ],
  [
    'a form in a layer that is off',
    {
      content: '/X1 Do',
      resources: `/XObject <</X1 ${further(1)}>>`,
      catalog: layer(`/BaseState /OFF`),
      further: ['<</Type /OCG /Name (draft)>>', form(`/OC ${further(0)}`, hidden)],
    },
    'hidden-text',
  ],
  [
    'layers of which none is on',
    {
      content: `/OC /L1 BDC ${hidden} EMC`,
      resources: `/Properties <</L1 <</Type /OCMD /OCGs [${further(0)}] /P /AnyOn>>>>`,
      catalog: layer(`/OFF [${further(0)}]`),
      further: ['<</Type /OCG /Name (draft)>>'],
    },
    'hidden-text',
  ],
];

describe('words that nobody sees are told, and not given', () => {
  test.each(unseen)('%s', async (_, pdf, kind) => {
    const reading = await readPdf(smallPdf(pdf));
    expect(reading.findings).toEqual([{ kind, places: ['1ページ'] }]);
    expect(JSON.stringify(reading)).not.toContain(secret);
  });
});

describe('pictures that nobody sees', () => {
  const shown = 'q 200 0 0 200 60 300 cm /Im1 Do Q';

  test.each([
    ['under a box', `${shown} 0 g 50 290 220 220 re f`],
    ['under another picture', `${shown} q 220 0 0 220 50 290 cm /Im2 Do Q`],
  ])('%s', async (_, content) => {
    const pdf = smallPdf({
      content,
      resources: `/XObject <</Im1 ${further(0)} /Im2 ${further(1)}>>`,
      further: [picture, picture],
    });
    expect((await readPdf(pdf)).findings).toEqual([
      { kind: 'covered-content', places: ['1ページ'] },
    ]);
  });

  test('one that is shown somewhere else is given away by nobody', async () => {
    const pdf = smallPdf({
      content: `${shown} 1 g 50 290 220 220 re f q 50 0 0 50 400 600 cm /Im1 Do Q`,
      ...withPicture,
    });
    expect((await readPdf(pdf)).findings).toEqual([]);
  });
});

const words = 'Words that are seen';
const seen: readonly [string, SmallPdf][] = [
  ['white on a dark bar', { content: `.1 .2 .4 rg 60 590 300 30 re f ${text(words, 600, '1 g')}` }],
  [
    'white on a picture',
    { content: `q 400 0 0 60 60 580 cm /Im1 Do Q ${text(words, 600, '1 g')}`, ...withPicture },
  ],
  ['on a box that was drawn before', { content: `1 g 60 590 300 30 re f 0 g ${text(words, 600)}` }],
  [
    'in the light of a mask',
    {
      content: `q /G1 gs ${text(words, 600)} Q`,
      ...maskedBy('Luminosity', '1 g 0 500 595 200 re f'),
    },
  ],
  [
    'in the shape of a mask',
    { content: `q /G1 gs ${text(words, 600)} Q`, ...maskedBy('Alpha', '0 g 0 500 595 200 re f') },
  ],
  ['beside a box', { content: `${text(words, 600)} 60 560 300 30 re f` }],
  [
    'under a marker',
    {
      content: `${text(words, 600)} /G1 gs 1 1 0 rg 60 590 300 30 re f`,
      resources: '/ExtGState <</G1 <</BM /Multiply>>>>',
    },
  ],
  [
    'under glass',
    {
      content: `${text(words, 600)} /G1 gs 0 g 60 590 300 30 re f`,
      resources: '/ExtGState <</G1 <</ca .3>>>>',
    },
  ],
  ['under a frame', { content: `${text(words, 600)} 60 590 300 30 re S` }],
  ['recognised in a scan', { ground: scanned, content: text(words, 600, '3 Tr'), ...withPicture }],
  ['drawn under its scan', { content: `${text(words, 600)} ${scanned}`, ...withPicture }],
  ['with an outline', { content: text(words, 600, '1 g 2 Tr') }],
  ['with a white shadow', { content: `${text(words, 601, '1 g')} ${text(words, 600)}` }],
  ['in small print', { content: `BT /F1 4 Tf 72 600 Td (${words}) Tj ET` }],
  [
    'as a clip for a colour',
    { content: `q BT /F1 18 Tf 7 Tr 72 600 Td (${words}) Tj ET 0 0 1 rg 0 500 595 200 re f Q` },
  ],
  [
    'in a layer that is on',
    {
      content: `/OC /L1 BDC ${text(words, 600)} EMC`,
      resources: `/Properties <</L1 ${further(0)}>>`,
      catalog: layer(''),
      further: ['<</Type /OCG /Name (final)>>'],
    },
  ],
];

describe('a box on a scan', () => {
  const box = '60 590 250 30 re f';

  test.each([
    ['black', `0 g ${box}`],
    ['white', `1 g ${box}`],
  ])('%s hides what is still in the picture', async (_, content) => {
    const pdf = handMade([{ content: `${scanned} ${content}` }], withPicture);
    expect((await readPdf(pdf)).findings.map(({ kind }) => kind)).toEqual([
      'covered-content',
      'scan',
    ]);
  });

  test.each([
    ['with a number on it', `1 g ${box} ${text('17', 600, '0 g')}`],
    ['that was drawn before', `0 g ${box} ${scanned}`],
    ['of a colour', `.2 .4 .9 rg ${box}`],
    ['along the edge', '0 g 0 0 30 842 re f'],
  ])('%s says nothing', async (_, content) => {
    const pdf = handMade([{ content: `${scanned} ${content}` }], {
      ...withPicture,
      resources: `${withPicture.resources} /Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>`,
    });
    expect((await readPdf(pdf)).findings.map(({ kind }) => kind)).toEqual(['scan']);
  });
});

describe('what is seen is given, and nothing is said of it', () => {
  test.each(seen)('%s', async (_, pdf) => {
    const { findings, pages } = await readPdf(smallPdf(pdf));
    expect(findings).toEqual([]);
    expect(pages[0]?.text).toContain(open);
    expect(pages[0]?.text).toContain(words);
  });
});

describe('what a printer has beside a page', () => {
  const slug = (words: string, page: number) => ({
    content: `${text(`Page ${page} of the report`, 700)} ${text(words, 20)}`,
    extra: '/CropBox [0 60 595 842]',
  });
  const resources = '/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>';
  const records = [{ kind: 'records', places: ['ページの外にある、印刷や作成のための記録'] }];
  const findingsOf = async (words: readonly string[], info = '') => {
    const file = handMade(
      words.map((one, index) => slug(one, index + 1)),
      { resources, further: info ? [info] : [], trailer: info ? `/Info ${further(0)}` : '' },
    );
    const { findings, pages } = await readPdf(file);
    expect(pages.map((page) => page.text).join()).not.toMatch(/pass|sakura_|Layer/);
    return { findings, told: pages.length };
  };

  test.each([
    ['page after page', [1, 2, 3].map((page) => `4th pass, 2026-11-30 09:1${page}, page ${page}`)],
    ['as the name of a job', ['sakura_2026_0417', 'sakura_2026_0418']],
    ['as a day', ['20261130', '202611300912']],
  ])('is told, and the text is kept: %s', async (_, words) => {
    expect(await findingsOf(words)).toEqual({ findings: records, told: words.length });
  });

  test('is told of a program that names its pictures', async () => {
    expect(await findingsOf(['Layer'], '<</Producer (ImageMagick 7)>>')).toEqual({
      findings: records,
      told: 1,
    });
  });

  test('is not what somebody wrote there', async () => {
    const kinds = async (words: readonly string[]) =>
      (await findingsOf(words)).findings.map(({ kind }) => kind);
    expect(await kinds(['Layer'])).toEqual(['covered-content']);
    expect(await kinds(['pass the plan', 'pass the other plan', 'passing'])).toEqual([
      'covered-content',
    ]);
    const cutOff = Array.from({ length: 9 }, (_, line) => `${100 + line} passing`).join(
      ') Tj 0 -20 Td (',
    );
    expect(await kinds([cutOff, cutOff, cutOff])).toEqual(['covered-content']);
    expect(await kinds(['sakura_secret_plan_1'])).toEqual(['covered-content']);
  });
});
