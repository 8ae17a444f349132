import { describe, expect, it } from 'vitest';
import type { FindingKind } from '../../reading.ts';
import { type BookParts, bookParts, c, n, row, sheet } from '../fixtures/excel-files.ts';
import { type CellStyle, letters, solid, stylesPart } from '../fixtures/excel-styles.ts';
import { head, type PackageFiles, pack, relations } from '../fixtures/package-files.ts';
import { readOffice } from '../read-office.ts';

/** The word that nobody may find. */
const secret = '極秘語';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const related = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

type Extra = {
  /** Beside the cells: before `sheetData`, and after it. */
  before?: string;
  after?: string;
  styles?: readonly CellStyle[];
  changes?: readonly string[];
  files?: PackageFiles;
  /** In `xl/workbook.xml`, behind its sheets. */
  workbook?: string;
  book?: Partial<BookParts>;
  relations?: NonNullable<BookParts['sheets'][number]['relations']>;
  more?: BookParts['sheets'];
};

/** A workbook of さくら大学 with one sheet, whose first cell says 公開. */
const workbook = (cells: readonly string[], extra: Extra = {}): Uint8Array => {
  const { before = '', after = '', styles = [], changes = [], files = {} } = extra;
  const parts = bookParts({
    sheets: [
      {
        name: '表',
        xml: sheet(
          [
            row(1, [c('A1', '公開'), ...cells.filter((each) => each.startsWith('<c'))]),
            ...cells.filter((each) => each.startsWith('<row')),
          ],
          { before, after },
        ),
        ...(extra.relations ? { relations: extra.relations } : {}),
      },
      ...(extra.more ?? []),
    ],
    ...extra.book,
    files: { 'xl/styles.xml': stylesPart(styles, changes), ...files },
  });
  return pack({
    ...parts,
    'xl/workbook.xml': String(parts['xl/workbook.xml']).replace(
      '</workbook>',
      `${extra.workbook ?? ''}</workbook>`,
    ),
  });
};

const read = (bytes: Uint8Array) => {
  const { findings, pages } = readOffice(bytes, '.xlsx');
  return {
    found: Object.fromEntries(findings.map(({ kind, places }) => [kind, places])),
    pages,
    text: pages.map(({ text }) => text).join('\n'),
  };
};

const white = letters('rgb="FFFFFFFF"');
const b1 = 'シート『表』のB1';
const text = (ref: string, s = 0, words = secret) => c(ref, words, { s });
const formula = (ref: string, f: string, v = '') => c(ref, v, { t: 'str', f });
const rule = (attributes: string, inner = '') =>
  `<conditionalFormatting sqref="B1:B3"><cfRule priority="1" dxfId="0" ${attributes}>${inner}</cfRule></conditionalFormatting>`;
const cache = (source: string, items: string) =>
  `<pivotCacheDefinition ${main} ${related} r:id="r" refreshedBy="x"><cacheSource type="worksheet">${source}</cacheSource><cacheFields><cacheField name="氏名"><sharedItems>${items}</sharedItems></cacheField></cacheFields></pivotCacheDefinition>`;
const pivot = (
  items: string,
  records = '',
  source = '<worksheetSource ref="A1:A9" sheet="表"/>',
): Extra => ({
  book: { relations: [['p', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml']] },
  files: {
    'xl/pivotCache/pivotCacheDefinition1.xml': cache(source, items),
    'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': relations([
      'r',
      'pivotCacheRecords',
      'pivotCacheRecords1.xml',
    ]),
    'xl/pivotCache/pivotCacheRecords1.xml': `<pivotCacheRecords ${main}>${records}</pivotCacheRecords>`,
  },
});
const shared = (...strings: string[]): Extra => ({
  book: { strings: strings.map((each) => `<t>${each}</t>`) },
});
const names = (inner: string): Extra => ({ workbook: `<definedNames>${inner}</definedNames>` });
const merge = (ref: string) => `<mergeCells><mergeCell ref="${ref}"/></mergeCells>`;
const table = (attributes: string, style: string): Extra => ({
  after: '<tableParts><tablePart r:id="t"/></tableParts>',
  relations: [['t', 'table', '../tables/table1.xml']],
  files: {
    'xl/tables/table1.xml': `<table ${main} displayName="T" ref="A1:B2" ${attributes}><tableColumns><tableColumn name="公開"/><tableColumn name="${secret}"/></tableColumns><tableStyleInfo name="${style}"/></table>`,
  },
});

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

const outside: readonly Case[] = [
  [
    'a link in a formula',
    [formula('B1', 'HYPERLINK("\\\\sv01\\研究\\名簿.xlsx","公開")', '公開')],
    {},
    'outside-link',
    [b1],
  ],
  [
    'a link to a file beside it',
    [formula('B1', 'HYPERLINK("名簿.xlsx")', '名簿.xlsx')],
    {},
    'outside-link',
    [b1],
  ],
  [
    'a web service',
    [formula('B1', '_xlfn.WEBSERVICE("https://sakura-u.example/?q="&A1)', '公開')],
    {},
    'outside-link',
    [b1],
  ],
  [
    'a picture from the web',
    [formula('B1', '_xlfn.IMAGE("https://sakura-u.example/a.png")', '公開')],
    {},
    'outside-link',
    [b1],
  ],
  ['another program', [formula('B1', "cmd|'/c calc'!A0", '0')], {}, 'outside-link', [b1]],
  [
    'another workbook by its path',
    [formula('B1', "'C:\\研究\\[名簿.xlsx]表'!A1", '公開')],
    {},
    'outside-link',
    [b1],
  ],
  [
    'another workbook by its number',
    [formula('B1', "SUM('[1]単価 表'!A1:B2,[2]!率)", '1')],
    {},
    'outside-link',
    [b1],
  ],
  [
    'an address put together',
    [formula('B1', `INDIRECT("'[名簿.xlsx]表'!A"&A1)`, '公開')],
    {},
    'outside-link',
    [b1],
  ],
  [
    'a function of Google',
    [
      formula(
        'B1',
        'IFERROR(__xludf.DUMMYFUNCTION("IMPORTRANGE(""https://docs.example/d/1"",""A1"")"),"公開")',
        '公開',
      ),
    ],
    {},
    'outside-link',
    [b1],
  ],
  [
    'a name for a place on a share',
    [],
    names('<definedName name="置場">"\\\\sv01\\名簿"</definedName>'),
    'outside-link',
    ['名前『置場』'],
  ],
  [
    'a name for another workbook',
    [],
    names('<definedName name="率">[1]率!$A$1</definedName>'),
    'outside-link',
    ['名前『率』'],
  ],
  [
    'a validation by another workbook',
    [],
    {
      after:
        '<dataValidations><dataValidation type="list" sqref="B1"><formula1>[1]表!$A$1:$A$9</formula1></dataValidation></dataValidations>',
    },
    'outside-link',
    ['シート『表』の入力規則'],
  ],
  [
    'a condition on another workbook',
    [],
    {
      changes: ['<font><b/></font>'],
      after: rule('type="expression"', "<formula>'[1]表'!$A$1=1</formula>"),
    },
    'outside-link',
    ['シート『表』の条件付き書式'],
  ],
  [
    'a function of old macros',
    [formula('B1', 'CALL("kernel32","WinExec","JCJ","calc",0)', '0')],
    {},
    'macros',
    [b1],
  ],
  [
    'a name that asks the program',
    [],
    names('<definedName name="一覧">GET.WORKBOOK(1)</definedName>'),
    'macros',
    ['名前『一覧』'],
  ],
  [
    'a header',
    [],
    {
      after: `<headerFooter><oddHeader>&amp;L&amp;"游ゴシック,標準"&amp;12${secret}&amp;R&amp;P</oddHeader></headerFooter>`,
    },
    'print-only',
    ['シート『表』のヘッダー'],
  ],
  [
    'a footer of even pages',
    [],
    {
      after: `<headerFooter differentOddEven="1"><evenFooter>&amp;C${secret}</evenFooter></headerFooter>`,
    },
    'print-only',
    ['シート『表』の偶数ページのフッター'],
  ],
  [
    'what a validation says',
    [],
    {
      after: `<dataValidations><dataValidation sqref="B1:B9" promptTitle="記入" prompt="${secret}"/></dataValidations>`,
    },
    'print-only',
    ['シート『表』のB1:B9の入力規則のメッセージ'],
  ],
];

describe('what a workbook hides', () => {
  it.each([...hidden, ...outside])('%s', (_name, cells, extra, kind, places) => {
    const { found, pages } = read(workbook(cells, extra));
    expect(found).toEqual({ [kind]: places });
    expect(JSON.stringify(pages)).not.toContain(secret);
  });

  it('keeps the letters of a text that are seen', () => {
    const runs = `<r><t>見える</t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>${secret}</t></r>`;
    expect(read(workbook([c('B1', runs)])).text).toBe('公開\t見える');
  });
});

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

describe('other parts of a workbook', () => {
  it.each<[type: string, part: string, kind: FindingKind]>([
    [
      'volatileDependencies',
      `<volTypes ${main}><volType type="realTimeData"/></volTypes>`,
      'outside-link',
    ],
    ['xmlMaps', `<MapInfo ${main}><Map ID="1"><DataBinding/></Map></MapInfo>`, 'outside-link'],
    ['rdRichValueStructure', `<rvStructures><s t="_entity"/></rvStructures>`, 'hidden-text'],
    ['connections', `<connections ${main}><connection name="人事"/></connections>`, 'outside-link'],
  ])('%s', (type, part, kind) => {
    const file = workbook([], {
      book: { relations: [['x', type, 'part.xml']] },
      files: { 'xl/part.xml': head + part },
    });
    expect(Object.keys(read(file).found)).toEqual([kind]);
  });
});
