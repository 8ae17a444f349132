import { describe, expect, it } from 'vitest';
import { bookParts, c, n, row, sheet } from '../fixtures/excel-files.ts';
import { letters, solid } from '../fixtures/excel-styles.ts';
import {
  type Extra,
  formula,
  merge,
  names,
  pivot,
  read,
  rule,
  shared,
  table,
  text,
  white,
  workbook,
} from '../fixtures/made-workbooks.ts';
import { pack } from '../fixtures/package-files.ts';

const cf =
  '<font><color rgb="FFFFFFFF"/></font><fill><patternFill><bgColor rgb="FF1F4E79"/></patternFill></fill>';
const headers =
  '<headerFooter><oddHeader>&amp;C&amp;"Times New Roman,標準"&amp;12&amp;A</oddHeader><oddFooter>&amp;Lページ &amp;P / &amp;N&amp;R&amp;D &amp;F</oddFooter></headerFooter>';

const sound: readonly [name: string, cells: readonly string[], extra: Extra, text: string][] = [
  [
    'white letters on a dark ground',
    [text('B1', 1, '見出し')],
    { styles: [{ font: white, fill: solid('theme="4"') }], files: {} },
    '公開\t見出し',
  ],
  [
    'white letters on a pattern',
    [text('B1', 1, '見出し')],
    { styles: [{ font: white, fill: '<fill><patternFill patternType="darkGray"/></fill>' }] },
    '公開\t見出し',
  ],
  [
    'white letters on a ground that changes',
    [text('B1', 1, '見出し')],
    {
      styles: [
        {
          font: white,
          fill: '<fill><gradientFill><stop position="0"><color rgb="FF1F4E79"/></stop></gradientFill></fill>',
        },
      ],
    },
    '公開\t見出し',
  ],
  [
    'light grey and yellow letters',
    [text('B1', 1, '灰'), text('C1', 2, '黄')],
    { styles: [{ font: letters('rgb="FFBFBFBF"') }, { font: letters('rgb="FFFFFF00"') }] },
    '公開\t灰\t黄',
  ],
  [
    'white letters that a condition gives a ground',
    [text('B1', 1, '期限')],
    {
      styles: [{ font: white }],
      changes: [cf],
      after: rule('type="expression"', '<formula>$A1&gt;TODAY()</formula>'),
    },
    '公開\t期限',
  ],
  [
    'a condition with a value in it',
    [text('B1', 0, '同上')],
    {
      changes: ['<font><color rgb="FFFFFFFF"/></font>'],
      after: rule('type="expression"', '<formula>B1=A1</formula>'),
    },
    '公開\t同上',
  ],
  [
    'white heads of a table with a style',
    [text('B1', 1, '件数')],
    { ...table('', 'TableStyleMedium2'), styles: [{ font: white }] },
    '公開\t件数',
  ],
  [
    'white cells of a dark table',
    ['<row r="2"><c r="B2" s="1" t="inlineStr"><is><t>五</t></is></c></row>'],
    { ...table('', 'TableStyleDark3'), styles: [{ font: white }] },
    '公開\n五',
  ],
  [
    'white letters over a picture',
    [text('B1', 1, '題')],
    {
      styles: [{ font: white }],
      after: '<picture r:id="p"/>',
      relations: [['p', 'image', '../media/image1.png']],
      files: { 'xl/media/image1.png': 'x' },
    },
    '公開\t題',
  ],
  [
    'a box to tick that leaves its white TRUE',
    [c('B1', '1', { t: 'b', s: 1 }), n('C1', 0, 1)],
    { styles: [{ font: white }] },
    '公開\tTRUE\t0',
  ],
  [
    'a run in black within white letters',
    [c('B1', '<r><rPr><color rgb="FF000000"/></rPr><t>黒</t></r>', { s: 1 })],
    { styles: [{ font: white }] },
    '公開\t黒',
  ],
  ['a format without a code', [n('B1', 5, 1)], { styles: [{ format: '' }] }, '公開\t5'],
  [
    'a format that writes a word for a number',
    [n('B1', 1, 1)],
    { styles: [{ format: '[=1]"済";[=0]"未"' }] },
    '公開\t済',
  ],
  ['low rows without a word', [row(2, [c('A2', '', { t: 'n' })], 'ht="2"')], {}, '公開'],
  [
    'a hidden row that holds nothing',
    [row(2, [c('A2', '', { t: 'n' })], 'hidden="1"')],
    { before: '<cols><col min="9" max="16384" hidden="1"/></cols>' },
    '公開',
  ],
  [
    'rows of which only the empty ones are hidden',
    [],
    { before: '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>' },
    '公開',
  ],
  [
    'words that go on from a narrow column',
    [],
    { before: '<cols><col min="1" max="1" width="0.2" customWidth="1"/></cols>' },
    '公開',
  ],
  [
    'a merged cell that begins in a hidden column',
    [],
    { before: '<cols><col min="1" max="1" hidden="1"/></cols>', after: merge('A1:C1') },
    '公開',
  ],
  [
    'a merged cell whose cells all say the same',
    [text('B1', 0, '公開')],
    { after: merge('A1:B1') },
    '公開',
  ],
  [
    'a name of this workbook by its number',
    [formula('B1', '[0]!率*SUM(T[[2024]:[2025]],T[[#All],[2026]])', '1')],
    {},
    '公開\t1',
  ],
  [
    'a column with signs in its name',
    [formula('B1', "SUM(T['[単価'] '#],表!A1)", '1')],
    {},
    '公開\t1',
  ],
  [
    'ordinary words of a formula',
    [formula('B1', 'IF(A1="公開","可","否")&TEXT(A1,"yyyy年")', '可')],
    {},
    '公開\t可',
  ],
  [
    'a formula with a link to the web',
    [
      formula('B1', 'HYPERLINK("https://sakura-u.example/","案内")', '案内'),
      formula('C1', 'HYPERLINK("#表!A1","上へ")', '上へ'),
    ],
    {},
    '公開\t案内\t上へ',
  ],
  [
    'names of Excel itself',
    [],
    names(
      '<definedName name="_xlnm._FilterDatabase" hidden="1">表!$A$1:$B$9</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">表!$A$1</definedName><definedName name="_xlfn.SINGLE" hidden="1">#NAME?</definedName><definedName name="_xlchart.v1.0" hidden="1">表!$A$1</definedName><definedName name="solver_typ" hidden="1">1</definedName><definedName name="古い">表!#REF!</definedName>',
    ),
    '公開',
  ],
  [
    'a name for words that a formula uses',
    [formula('B1', 'A1&組織', '公開さくら大学')],
    names('<definedName name="組織">"さくら大学"</definedName>'),
    '公開\t公開さくら大学',
  ],
  [
    'a mark of an add-in',
    [],
    names(
      '<definedName name="Doc_ID" hidden="1">"2bce47e8-c418-49d4-8443-4b7e387dc76b"</definedName>',
    ),
    '公開',
  ],
  ['headers that only count pages', [], { after: headers }, '公開'],
  [
    'a choice from a list',
    [],
    {
      after:
        '<dataValidations><dataValidation type="list" sqref="B1"><formula1>"可,否"</formula1></dataValidation></dataValidations>',
    },
    '公開',
  ],
  [
    'texts that stand twice in the list of them',
    [c('B1', '1', { t: 's' })],
    shared('同じ', '同じ'),
    '公開\t同じ',
  ],
  [
    'a pivot table of what is seen',
    [text('B1', 0, 'Ａ課')],
    pivot('<s v="公開"/><s v="A課"/><m/>', '<r><s v="公開"/><n v="5"/></r>'),
    '公開\tＡ課',
  ],
];

describe('a sound workbook', () => {
  it.each(sound)('%s', (_name, cells, extra, expected) => {
    const { found, text: shown } = read(workbook(cells, extra));
    expect(found).toEqual({});
    expect(shown).toBe(expected);
  });

  it('may list a sheet that has no part, and hide one that holds nothing', () => {
    const parts = bookParts({
      sheets: [
        { name: '表', xml: sheet([row(1, [c('A1', '公開')])]) },
        { name: '空  白', xml: sheet([]), state: 'veryHidden' },
      ],
    });
    const listed = String(parts['xl/workbook.xml']).replace(
      '</sheets>',
      '<sheet name="Module1" sheetId="9" r:id=""/></sheets>',
    );
    const { found, text: shown } = read(pack({ ...parts, 'xl/workbook.xml': listed }));
    expect(found).toEqual({});
    expect(shown).toBe('公開');
  });
});
