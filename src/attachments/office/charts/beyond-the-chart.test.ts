import { describe, expect, it } from 'vitest';
import {
  bookOf,
  chartDocx,
  chartOf,
  newerChartOf,
  ref,
  series,
  usualRows,
  usualSeries,
} from '../fixtures/chart-files.ts';
import { bookParts, c, n, row, sheet } from '../fixtures/excel-files.ts';
import { pack, relations } from '../fixtures/package-files.ts';
import { readOffice } from '../read-office.ts';

/** What is found in a Word file with a chart, but for what the workbook's properties say. */
const foundIn = (file: Uint8Array): Record<string, readonly string[]> => {
  const reading = readOffice(file, '.docx');
  expect(JSON.stringify(reading.pages)).not.toContain('カナリア');
  return Object.fromEntries(reading.findings.map(({ kind, places }) => [kind, places]));
};
const book = (...places: string[]) => ({
  'embedded-files': [`「件数の推移」のグラフの元のブック（${places.join('、')}）`],
});

const hints = [
  'To resize chart data range, drag lower right corner of range.',
  'To update the chart, enter data into this table. The data is automatically saved in the chart.',
  'グラフのデータ範囲のサイズを変更するには、範囲の右下隅をドラッグします。',
  'グラフのデータ範囲のサイズを変更するには、範囲の右下隅をドラッグしてください。',
];
const scatter = (x: string, y: string, more = ''): string =>
  `<c:ser><c:xVal>${x}</c:xVal><c:yVal>${y}</c:yVal>${more}</c:ser>`;

describe('the workbook behind a chart that shows all of it', () => {
  it.each<[string, chart: string, workbook?: Uint8Array]>([
    ['with what the chart keeps', chartOf(usualSeries)],
    [
      'without',
      chartOf(
        series({ cat: ref('Sheet1!$A$2:$A$4'), val: ref('Sheet1!$B$2:$B$4') }) +
          series({ tx: ref('Sheet1!$B$1') }),
      ),
    ],
    ...hints.map((hint): [string, string, Uint8Array] => [
      `with what Office writes below it: ${hint}`,
      chartOf(usualSeries),
      bookOf([...usualRows(), row(8, [c('B8', hint)])]),
    ]),
    [
      'with the heads that Office and people write over categories',
      chartOf(usualSeries),
      bookOf([row(1, [c('A1', '部局（年度別）'), c('B1', '件数')]), ...usualRows().slice(1)]),
    ],
    [
      'of points and bubbles',
      chartOf(
        scatter(
          ref('Sheet1!$A$2:$A$3', [0.7, 1.8]),
          ref('Sheet1!$B$2:$B$3', [2.7, 3.2]),
          `<c:bubbleSize>${ref('Sheet1!$C$2:$C$3', [10, 4])}</c:bubbleSize>`,
        ) + series({ tx: ref('Sheet1!$B$1', ['Y-Values']) }),
      ),
      bookOf([
        row(1, [c('A1', 'X-Values'), c('B1', 'Y-Values'), c('C1', 'Size')]),
        row(2, [n('A2', 0.7), n('B2', 2.7), n('C2', 10)]),
        row(3, [n('A3', 1.8), n('B3', 3.2), n('C3', 4)]),
      ]),
    ],
    [
      'of levels of categories',
      chartOf(
        series({
          cat: '<c:multiLvlStrRef><c:f>Sheet1!$A$2:$B$3</c:f><c:multiLvlStrCache><c:ptCount val="2"/><c:lvl><c:pt idx="0"><c:v>国際課</c:v></c:pt><c:pt idx="1"><c:v>学務課</c:v></c:pt></c:lvl><c:lvl><c:pt idx="0"><c:v>本部</c:v></c:pt></c:lvl></c:multiLvlStrCache></c:multiLvlStrRef>',
          val: ref('Sheet1!$C$2:$C$3', [1, 2]),
        }),
      ),
      bookOf([
        row(2, [c('A2', '本部'), c('B2', '国際課'), n('C2', 1)]),
        row(3, [c('B3', '学務課'), n('C3', 2)]),
      ]),
    ],
    [
      'of numbers that are shown as they look',
      chartOf(
        series({
          cat: ref('Sheet1!$A$1:$A$2', ['12%', '2026年']),
          val: ref('Sheet1!$B$1:$B$2', [1, 2]),
        }),
      ),
      bookOf([row(1, [n('A1', 0.12), n('B1', 1)]), row(2, [n('A2', 46_000), n('B2', 2)])]),
    ],
    [
      'of cells that several references name',
      chartOf(series({ val: ref("('Sheet1'!$A$1,'Sheet1'!$A$3)", [1, 3]) })),
      bookOf([row(1, [n('A1', 1)]), row(3, [n('A3', 3)])]),
    ],
    [
      'as LibreOffice saves it once more',
      chartOf(
        series({
          tx: ref('label 0', ['件数']),
          cat: ref('categories', ['国際課', '財務課', '学務課']),
          val: ref('0', [4, 2.5, 3]),
        }),
      ),
    ],
    [
      'of hidden rows that the chart shows all the same',
      chartOf(series({ val: ref('Sheet1!$A$1:$A$2') }), '<c:plotVisOnly val="0"/>'),
      bookOf([row(1, [n('A1', 1)]), row(2, [n('A2', 2)], 'hidden="1"')]),
    ],
    [
      'of 2016 and after',
      newerChartOf(
        '<cx:strDim type="cat"><cx:f>Sheet1!$A$2:$A$4</cx:f><cx:lvl ptCount="3"><cx:pt idx="0">国際課</cx:pt><cx:pt idx="1">財務課</cx:pt><cx:pt idx="2">学務課</cx:pt></cx:lvl></cx:strDim><cx:numDim type="val"><cx:f dir="row">Sheet1!$B$1:$B$4</cx:f></cx:numDim>',
      ),
    ],
    [
      'whose series are columns of a table',
      chartOf(
        series({
          tx: ref('表1[[#Headers],[件数]]', ['件数']),
          cat: ref('表1[部局]'),
          val: ref('表1[件数]', [4]),
        }),
      ),
      bookOf(
        [row(1, [c('A1', '部局'), c('B1', '件数')]), row(2, [c('A2', '国際課'), n('B2', 4)])],
        { after: '<tableParts count="1"><tablePart r:id="t"/></tableParts>' },
        {
          'xl/worksheets/_rels/sheet1.xml.rels': relations(['t', 'table', '../tables/table1.xml']),
          'xl/tables/table1.xml':
            '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="表1" displayName="表1" ref="A1:B2"><tableColumns count="2"><tableColumn id="1" name="部局"/><tableColumn id="2" name="件数"/></tableColumns></table>',
        },
      ),
    ],
  ])('passes: %s', (_name, chart, workbook) => {
    expect(foundIn(chartDocx(chart, workbook))).toEqual({});
  });
});

const secret = 'カナリア';
const secretTable = (words: string) => ({
  'xl/worksheets/_rels/sheet1.xml.rels': relations(['t', 'table', '../tables/table1.xml']),
  'xl/tables/table1.xml': `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="t" displayName="t" ref="A1:B4"><tableColumns count="2"><tableColumn id="1" name="${words}"/><tableColumn id="2" name="件数"/></tableColumns></table>`,
});

const bookWithName = (name: string): Uint8Array => {
  const parts = bookParts({ sheets: [{ name: 'Sheet1', xml: sheet(usualRows()) }] });
  const workbook = String(parts['xl/workbook.xml']).replace(
    '</workbook>',
    `<definedNames><definedName name="${name}">Sheet1!$A$2</definedName></definedNames></workbook>`,
  );
  return pack({ ...parts, 'xl/workbook.xml': workbook });
};

describe('the workbook behind a chart that holds more', () => {
  it.each<[string, chart: string, workbook: Uint8Array, places: string[]]>([
    [
      'between what the chart names',
      chartOf(series({ val: ref('Sheet1!$A$1:$A$3') }) + series({ val: ref('Sheet1!$C$1:$C$3') })),
      bookOf([row(1, [n('A1', 1), c('B1', secret), n('C1', 5)])]),
      ['シート『Sheet1』のB1'],
    ],
    [
      'beside it',
      chartOf(usualSeries),
      bookOf(usualRows([], [c('E2', secret)])),
      ['シート『Sheet1』のE2'],
    ],
    [
      'than the table that LibreOffice gives it',
      chartOf(
        series({
          cat: ref('categories', ['国際課', '財務課', '学務課']),
          val: ref('0', [4, 2.5, 3]),
        }),
      ),
      bookOf(usualRows([n('C1', 77)], [c('D2', secret)])),
      ['シート『Sheet1』のC1', 'シート『Sheet1』のD2'],
    ],
    [
      'where the hint would stand',
      chartOf(usualSeries),
      bookOf([...usualRows(), row(8, [c('B8', secret)])]),
      ['シート『Sheet1』のB8'],
    ],
    [
      'behind a hint',
      chartOf(usualSeries),
      bookOf([...usualRows(), row(8, [c('B8', `${hints[0]} ${secret}`)])]),
      ['シート『Sheet1』のB8'],
    ],
    [
      'over the categories',
      chartOf(usualSeries),
      bookOf([row(1, [c('A1', secret), c('B1', '件数')]), ...usualRows().slice(1)]),
      ['シート『Sheet1』のA1'],
    ],
    [
      'in a hidden row of what it names',
      chartOf(series({ val: ref('Sheet1!$A$1:$A$3') })),
      bookOf([row(1, [n('A1', 1)]), row(2, [c('A2', secret)], 'hidden="1"'), row(3, [n('A3', 3)])]),
      ['シート『Sheet1』のA2'],
    ],
    [
      'in a hidden column of what it names',
      chartOf(series({ val: ref('Sheet1!$A$1:$C$1') })),
      bookOf([row(1, [n('A1', 1), c('B1', secret), n('C1', 3)])], {
        before: '<cols><col min="2" max="2" width="9" hidden="1"/></cols>',
      }),
      ['シート『Sheet1』のB1'],
    ],
    [
      'in a range that is wider than what the chart keeps of it',
      chartOf(
        series({ cat: ref('Sheet1!$A$1:$A$9', ['国際課']), val: ref('Sheet1!$B$1:$B$9', [1]) }),
      ),
      bookOf([row(1, [c('A1', '国際課'), n('B1', 1)]), row(2, [c('A2', secret), n('B2', 77)])]),
      ['シート『Sheet1』のA2', 'シート『Sheet1』のB2'],
    ],
    [
      'as words where the chart draws numbers',
      chartOf(series({ val: ref('Sheet1!$A$1:$A$2', [1, 0]) })),
      bookOf([row(1, [n('A1', 1)]), row(2, [c('A2', secret)])]),
      ['シート『Sheet1』のA2'],
    ],
    [
      'on another sheet',
      chartOf(usualSeries),
      pack(
        bookParts({
          sheets: [
            { name: 'Sheet1', xml: sheet(usualRows()) },
            { name: '原簿', xml: sheet([row(1, [c('A1', secret)])]) },
          ],
        }),
      ),
      ['シート『原簿』のA1'],
    ],
    [
      'as a text that no cell shows',
      chartOf(usualSeries),
      pack(
        bookParts({
          sheets: [{ name: 'Sheet1', xml: sheet(usualRows()) }],
          strings: [`<t>${secret}</t>`],
        }),
      ),
      ['セルから消した文字'],
    ],
    [
      'in the header of the sheet',
      chartOf(usualSeries),
      bookOf(usualRows(), {
        after: `<headerFooter><oddHeader>&amp;L${secret}</oddHeader></headerFooter>`,
      }),
      ['シート『Sheet1』のヘッダー'],
    ],
    [
      'in a formula',
      chartOf(series({ val: ref('Sheet1!$A$1', [5]) })),
      bookOf([row(1, [c('A1', '5', { t: 'n', f: `IF(0,"${secret}",5)` })])]),
      ['シート『Sheet1』の式の中の文字'],
    ],
    [
      'in what asks for the value of a cell',
      chartOf(usualSeries),
      bookOf(usualRows(), {
        after: `<dataValidations count="1"><dataValidation sqref="A1" prompt="${secret}"/></dataValidations>`,
      }),
      ['シート『Sheet1』の入力規則'],
    ],
    [
      'in the name of a column',
      chartOf(usualSeries),
      bookOf(usualRows(), {}, secretTable(secret)),
      ['シート『Sheet1』のテーブルの列の名前'],
    ],
    [
      'in a part of its own',
      chartOf(usualSeries),
      bookOf(usualRows(), {}, { 'xl/comments1.xml': secret }),
      ['「xl/comments1.xml」'],
    ],
    [
      'in a part to which nothing leads',
      chartOf(usualSeries),
      bookOf(usualRows(), {}, { 'xl/worksheets/sheet7.xml': sheet([row(1, [c('A1', secret)])]) }),
      ['「xl/worksheets/sheet7.xml」'],
    ],
    [
      'in the name of a hidden sheet',
      chartOf(usualSeries),
      pack(
        bookParts({
          sheets: [
            { name: 'Sheet1', xml: sheet(usualRows()) },
            { name: 'カナリア名簿', state: 'hidden', xml: sheet([]) },
            { name: 'Sheet2', state: 'hidden', xml: sheet([]) },
          ],
        }),
      ),
      ['隠したシート『カナリア名簿』'],
    ],
    [
      'in an extension of the sheet',
      chartOf(usualSeries),
      bookOf(usualRows(), {
        after: `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidation prompt="${secret}"/></x14:dataValidations></ext></extLst>`,
      }),
      ['シート『Sheet1』の確かめられない部分'],
    ],
    [
      'in a name that the chart does not use',
      chartOf(usualSeries),
      bookWithName('カナリア'),
      ['名前『カナリア』'],
    ],
    ['and is no workbook', chartOf(usualSeries), new Uint8Array([1, 2, 3]), ['開けないブック']],
  ])('is found: %s', (_name, chart, workbook, places) => {
    expect(foundIn(chartDocx(chart, workbook))).toEqual(book(...places));
  });

  it('is found where nothing shows the chart any more', () => {
    const file = chartDocx(chartOf(usualSeries), bookOf([]), {
      'word/charts/chart9.xml': chartOf(''),
      'word/charts/_rels/chart9.xml.rels': relations(['b', 'package', '../embeddings/old.xlsx']),
      'word/embeddings/old.xlsx': bookOf([row(1, [c('A1', secret)])]),
    });
    expect(foundIn(file)).toMatchObject({
      'embedded-files': ['グラフの元のブック（シート『Sheet1』のA1）'],
    });
  });
});

describe('a chart', () => {
  it('keeps what its filter leaves out', () => {
    const filtered = `<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}"><c15:filteredBarSeries><c15:ser>${`<c:tx><c:strRef><c15:f>Sheet1!$C$1</c15:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${secret}</c:v></c:pt></c:strCache></c:strRef></c:tx>`}</c15:ser></c15:filteredBarSeries></c:ext></c:extLst>`;
    expect(foundIn(chartDocx(chartOf(usualSeries + filtered)))).toEqual({
      'covered-content': ['「件数の推移」のグラフの、フィルターで隠した系列や分類'],
    });
    const workbook = bookOf(usualRows([c('C1', secret)]));
    expect(foundIn(chartDocx(chartOf(usualSeries + filtered), workbook))).toMatchObject(
      book('シート『Sheet1』のC1'),
    );
  });

  it('keeps texts for labels that it does not show', () => {
    const labels = (shows: string) =>
      `<c:ser><c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}">${shows}<c15:datalabelsRange><c15:f>Sheet1!$C$1:$C$1</c15:f><c15:dlblRangeCache><c:ptCount val="1"/><c:pt idx="0"><c:v>注</c:v></c:pt></c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst></c:ser>`;
    const found = (shows: string) =>
      foundIn(chartDocx(chartOf(usualSeries + labels(shows)), bookOf(usualRows([c('C1', '注')]))));
    expect(found('<c15:showDataLabelsRange val="1"/>')).toEqual({});
    expect(found('')).toEqual({
      'covered-content': ['「件数の推移」のグラフの、データラベルに出さない文字'],
      ...book('シート『Sheet1』のC1'),
    });
  });

  it('names the folder of a workbook that it no longer has', () => {
    const chart = chartOf(series({ val: ref("'C:\\統計\\[名簿.xlsx]表'!$A$1", [1]) }));
    expect(foundIn(chartDocx(chart, null))).toEqual({
      'outside-link': ['「件数の推移」のグラフの元のブックの場所'],
    });
  });
});
