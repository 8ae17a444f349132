import { describe, expect, it } from 'vitest';
import type { FindingKind } from '../../reading.ts';
import { c, n, row, sheet } from '../fixtures/excel-files.ts';
import { letters, solid } from '../fixtures/excel-styles.ts';
import {
  type Extra,
  formula,
  merge,
  names,
  pivot,
  read,
  rule,
  secret,
  shared,
  table,
  text,
  white,
  workbook,
} from '../fixtures/made-workbooks.ts';

const b1 = 'シート『表』のB1';

type Case = [
  name: string,
  cells: readonly string[],
  extra: Extra,
  kind: FindingKind,
  places: readonly string[],
];

const hidden: readonly Case[] = [
  ['white letters', [text('B1', 1)], { styles: [{ font: white }] }, 'hidden-text', [b1]],
  [
    'letters in the first colour of the theme',
    [text('B1', 1)],
    { styles: [{ font: letters('theme="0"') }] },
    'hidden-text',
    [b1],
  ],
  [
    'letters in the colour of their own ground',
    [text('B1', 1)],
    { styles: [{ font: letters('rgb="FF1F4E79"'), fill: solid('rgb="FF1F4E79"') }] },
    'hidden-text',
    [b1],
  ],
  [
    'black letters on black',
    [text('B1', 1)],
    { styles: [{ fill: solid('theme="1"') }] },
    'hidden-text',
    [b1],
  ],
  [
    'letters and ground of one tint',
    [text('B1', 1)],
    { styles: [{ font: letters('theme="0" tint="-0.05"'), fill: solid('rgb="FFF2F2F2"') }] },
    'hidden-text',
    [b1],
  ],
  [
    'letters by their place in the palette',
    [text('B1', 1)],
    { styles: [{ font: letters('indexed="9"') }] },
    'hidden-text',
    [b1],
  ],
  [
    'letters of one point',
    [text('B1', 1)],
    { styles: [{ font: letters('', 1) }] },
    'hidden-text',
    [b1],
  ],
  [
    'a white run within a text',
    [c('B1', `<r><t>見える</t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>${secret}</t></r>`)],
    {},
    'hidden-text',
    [b1],
  ],
  [
    'a run of one point in a shared text',
    [c('B1', '0', { t: 's' })],
    {
      book: {
        strings: [
          `<r><rPr><sz val="1"/></rPr><t>${secret}</t></r><r><rPr><sz val="9"/></rPr><t>見える</t></r>`,
        ],
      },
    },
    'hidden-text',
    [b1],
  ],
  ['a white number', [n('B1', 48200000, 1)], { styles: [{ font: white }] }, 'hidden-text', [b1]],
  [
    'a format that shows nothing',
    [text('B1', 1)],
    { styles: [{ format: ';;;' }] },
    'hidden-text',
    [b1],
  ],
  [
    'a format that shows another word',
    [text('B1', 1)],
    { styles: [{ format: '0;0;0;"公開"' }] },
    'hidden-text',
    [b1],
  ],
  [
    'a conditional format that is always met',
    [text('B1')],
    {
      changes: ['<font><color rgb="FFFFFFFF"/></font>'],
      after: rule('type="expression"', '<formula>LEN(B1)&gt;0</formula>'),
    },
    'hidden-text',
    [b1],
  ],
  [
    'a conditional format that shows nothing',
    [text('B1')],
    {
      changes: ['<numFmt numFmtId="300" formatCode=";;;"/>'],
      after: rule('type="containsText" text="極"'),
    },
    'hidden-text',
    [b1],
  ],
  [
    'a condition that is met by words',
    [text('B1')],
    {
      changes: ['<font><color theme="0"/></font>'],
      after: rule('type="cellIs" operator="notEqual"', '<formula>"公開"</formula>'),
    },
    'hidden-text',
    [b1],
  ],
  [
    'white letters in the bright body of a table',
    ['<row r="2"><c r="B2" s="1" t="inlineStr"><is><t>極秘語</t></is></c></row>'],
    { ...table('', 'TableStyleMedium2'), styles: [{ font: white }] },
    'hidden-text',
    ['シート『表』のB2'],
  ],
  [
    'a row of a tenth of a point',
    [row(2, [text('A2')], 'ht="0.1" customHeight="1"')],
    {},
    'hidden-rows',
    ['シート『表』の2行目'],
  ],
  [
    'a row of two pixels',
    [row(2, [text('A2')], 'ht="1.5" customHeight="1"')],
    {},
    'hidden-rows',
    ['シート『表』の2行目'],
  ],
  [
    'rows that are of no size by default',
    [row(2, [text('A2')])],
    { before: '<sheetFormatPr defaultRowHeight="0.75" customHeight="1"/>' },
    'hidden-rows',
    ['シート『表』の1〜2行目'],
  ],
  [
    'a column of half a pixel',
    [text('B1')],
    { before: '<cols><col min="2" max="2" width="0.05" customWidth="1"/></cols>' },
    'hidden-columns',
    ['シート『表』のB列'],
  ],
  [
    'a column of two pixels beside a full cell',
    [text('B1'), c('C1', '次')],
    { before: '<cols><col min="2" max="2" width="0.2" customWidth="1"/></cols>' },
    'hidden-columns',
    ['シート『表』のB列'],
  ],
  ['words below a merged cell', [text('B1')], { after: merge('A1:B1') }, 'covered-content', [b1]],
  [
    'a hidden name',
    [],
    names(`<definedName name="_memo" hidden="1">"${secret}"</definedName>`),
    'hidden-text',
    ['非表示の名前『_memo』'],
  ],
  [
    'a hidden name of a list',
    [],
    names(`<definedName name="_x" hidden="1">{"${secret}",1}</definedName>`),
    'hidden-text',
    ['非表示の名前『_x』'],
  ],
  [
    'a name for words that nothing uses',
    [],
    names(`<definedName name="覚え">"${secret}"</definedName>`),
    'hidden-text',
    ['名前『覚え』'],
  ],
  [
    'words in a comment of a formula',
    [formula('B1', `1+N("${secret}")`, '1')],
    {},
    'hidden-text',
    [b1],
  ],
  [
    'words behind a condition that is never met',
    [formula('B1', `IF(1=2,"${secret}","")`)],
    {},
    'hidden-text',
    [b1],
  ],
  [
    'words behind a condition on two texts',
    [formula('B1', `IF("a"="b","${secret}",A1)`, '公開')],
    {},
    'hidden-text',
    [b1],
  ],
  [
    'words that are cut away',
    [formula('B1', `LEFT("見${secret}",1)`, '見')],
    {},
    'hidden-text',
    [b1],
  ],
  [
    'words that are never chosen',
    [formula('B1', `CHOOSE(1,A1,"${secret}")`, '公開')],
    {},
    'hidden-text',
    [b1],
  ],
  [
    'a scenario',
    [],
    {
      after: `<scenarios><scenario name="案" comment="${secret}"><inputCells r="A1" val="${secret}"/></scenario></scenarios>`,
    },
    'hidden-text',
    ['シート『表』のシナリオ'],
  ],
  [
    'heads that a table does not show',
    [],
    table('headerRowCount="0"', 'TableStyleLight1'),
    'hidden-text',
    ['シート『表』のテーブル『T』の表示しない見出し'],
  ],
  [
    'a header for a first page that there is not',
    [],
    { after: `<headerFooter><firstHeader>&amp;C${secret}</firstHeader></headerFooter>` },
    'hidden-text',
    ['シート『表』の使われない先頭ページのヘッダー'],
  ],
  [
    'a text that no cell has any more',
    [c('B1', '0', { t: 's' })],
    shared('使う', secret),
    'earlier-content',
    ['どのセルにもない文字列'],
  ],
  [
    'a text that only a deleted row had',
    [],
    shared(`${secret}の単価`),
    'earlier-content',
    ['どのセルにもない文字列'],
  ],
  [
    'what a pivot table remembers',
    [],
    pivot(`<s v="公開"/><s v="${secret}"/>`),
    'earlier-content',
    ['ピボットテーブルが覚えている、元の表（『表』）から消えた値'],
  ],
  [
    'a row that a pivot table remembers',
    [],
    pivot('', `<r><s v="${secret}"/></r>`),
    'earlier-content',
    ['ピボットテーブルが覚えている、元の表（『表』）から消えた値'],
  ],
  [
    'a pivot table of another sheet',
    [],
    pivot(`<s v="${secret}"/>`, '', '<worksheetSource ref="A1:A9" sheet="消した"/>'),
    'embedded-files',
    ['ピボットテーブルの元データ（『消した』）'],
  ],
];

describe('what a workbook hides', () => {
  it.each(hidden)('%s', (_name, cells, extra, kind, places) => {
    const { found, pages } = read(workbook(cells, extra));
    expect(found).toEqual({ [kind]: places });
    expect(JSON.stringify(pages)).not.toContain(secret);
  });

  it('keeps the letters of a text that are seen', () => {
    const runs = `<r><t>見える</t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>${secret}</t></r>`;
    expect(read(workbook([c('B1', runs)])).text).toBe('公開\t見える');
  });
});

describe('a hidden sheet', () => {
  it('is found where it holds anything', () => {
    const { found, pages } = read(
      workbook([], {
        more: [{ name: '控  え', state: 'hidden', xml: sheet([row(1, [text('A1')])]) }],
      }),
    );
    expect(found).toEqual({ 'hidden-sheets': ['シート『控  え』'] });
    expect(JSON.stringify(pages)).not.toContain(secret);
  });
});

describe('a hidden window', () => {
  it('hides all sheets until somebody shows it again', () => {
    const view = (state: string): Extra => ({
      workbook: `<bookViews><workbookView visibility="${state}"/></bookViews>`,
    });
    expect(Object.keys(read(workbook([], view('hidden'))).found)).toEqual(['hidden-sheets']);
    expect(read(workbook([], view('visible'))).found).toEqual({});
  });
});
