import { expect, it } from 'vitest';
import {
  type BookSheet,
  c,
  row,
  sheet,
  xlsx,
} from '../../../src/attachments/office/fixtures/excel-files.ts';
import { readSheets } from './read-sheets.ts';

const rowOf = (number: number, ...texts: string[]): string =>
  row(
    number,
    texts.flatMap((text, at) =>
      text === '' ? [] : [c(`${String.fromCharCode(65 + at)}${number}`, text)],
    ),
  );
const textOf = async (sheets: readonly BookSheet[], files = {}): Promise<string> => {
  const read = await readSheets(xlsx({ sheets, files }), { headings: 'free' });
  if (read.kind === 'refused') return read.reason;
  if (read.kind === 'sheets') return read.names.join('・');
  return `${read.body}\n${read.notKept.join('\n')}`;
};
const heads = rowOf(1, '部局', '件数', '備考');

it('pictures and charts that lie on a sheet are told', async () => {
  const told = await textOf(
    [
      {
        name: '集計',
        xml: sheet([heads, rowOf(2, '理学部', '3', '済')]),
        relations: [['d', 'drawing', '../drawings/drawing1.xml']],
      },
    ],
    {
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:oneCellAnchor/></xdr:wsDr>',
    },
  );
  expect(told).toContain('| 理学部 | 3 | 済 |');
  expect(told).toContain('シートの上の図・グラフ・図形');
});

it('rows whose form is not clear are told as lines, those of one form as a table', async () => {
  const told = await textOf([
    {
      name: '表',
      xml: sheet([rowOf(1, '1', '2', '3'), rowOf(2, '4', '5', '6'), rowOf(4, '7', '', '9')]),
    },
  ]);
  expect(told).toMatch(/^\| 1 \| 2 \| 3 \|\n\| --- \| --- \| --- \|\n\| 4 \| 5 \| 6 \|\n\n7　9/);
  expect(told).toContain('表の形がはっきりしないところ');
});

it('signs of our own grammar mean nothing in a cell', async () => {
  const told = await textOf([{ name: '表', xml: sheet([heads, rowOf(2, 'a<b|', '`x`', '{1}')]) }]);
  expect(told).toContain('| a&lt;b\\| | \\`x\\` | \\{1\\} |');
});

it.each<[string, BookSheet[], string]>([
  [
    'a hidden row',
    [{ name: '表', xml: sheet([heads, row(2, [c('A2', '秘密')], 'hidden="1"')]) }],
    '隠した行（シート『表』の2行目）',
  ],
  [
    'a hidden column',
    [
      {
        name: '表',
        xml: sheet([rowOf(1, '部局', '秘密')], {
          before: '<cols><col min="2" max="2" width="8" hidden="1"/></cols>',
        }),
      },
    ],
    '隠した列（シート『表』のB列）',
  ],
  [
    'a hidden sheet',
    [
      { name: '表', xml: sheet([heads]) },
      { name: '元', xml: sheet([rowOf(1, '秘密')]), state: 'hidden' },
    ],
    '隠したシート（シート『元』）',
  ],
])('%s stops the import', async (_name, sheets, says) => {
  const told = await textOf(sheets);
  expect(told).toContain(says);
  expect(told).toContain('取り込みを止めました');
  expect(told).not.toContain('秘密');
});

it('a sheet without a word is not offered', async () => {
  expect(
    await textOf([
      { name: '一', xml: sheet([heads]) },
      { name: '空', xml: sheet([]) },
      { name: '二', xml: sheet([heads]) },
    ]),
  ).toBe('一・二');
});

it('links of cells are told', async () => {
  const told = await textOf([
    {
      name: '表',
      relations: [['h', 'hyperlink', 'https://www.sakura-u.example/']],
      xml: sheet([heads, rowOf(2, '理学部', '3', '学内ページ')], {
        after: '<hyperlinks><hyperlink ref="C2" r:id="h"/></hyperlinks>',
      }),
    },
  ]);
  expect(told).toContain('| 理学部 | 3 | 学内ページ |');
  expect(told).toContain('セルのリンクは外し、文字だけを残しました（C2）');
});

it('a sheet that is too much is refused, and the others can be taken', async () => {
  const long = 'あ'.repeat(30_000);
  const read = await readSheets(
    xlsx({
      sheets: [
        {
          name: '長い',
          xml: sheet(Array.from({ length: 40 }, (_none, at) => rowOf(at + 1, long))),
        },
        { name: '短い', xml: sheet([heads, rowOf(2, '理学部', '3', '済')]) },
      ],
    }),
    { headings: 'free' },
  );
  if (read.kind !== 'sheets') throw new Error(read.kind);
  expect(read.take(0)).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('長さを超えて'),
  });
  expect(read.take(1).kind).toBe('read');
});
