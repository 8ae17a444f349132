import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptForms } from '../../kept-form.ts';
import type { AttachmentReading, FileTable, PageBlock } from '../../reading.ts';
import { c, n, row, sheet, xlsx } from '../fixtures/excel-files.ts';
import { fixtures, knownFiles } from '../fixtures/known-files.ts';
import { box, pptx, slide } from '../fixtures/powerpoint-files.ts';
import { docx, p, r } from '../fixtures/word-files.ts';
import { type OfficeEnding, readOffice } from '../read-office.ts';

const blocksOf = ({ pages }: AttachmentReading): readonly PageBlock[] =>
  pages.flatMap(({ blocks = [] }) => blocks);
const tablesOf = (reading: AttachmentReading): FileTable[] =>
  blocksOf(reading).flatMap((block) => ('table' in block ? [block.table] : []));
/** Cells as they are drawn: heads with `c:` or `r:`, what they span as `2x1`. */
const drawn = (table: FileTable | undefined) =>
  table?.rows.map((cells) =>
    cells.map(({ text, head, across = 1, down = 1 }) =>
      [head ? `${head[0]}:` : '', text, across * down > 1 ? `(${across}x${down})` : ''].join(''),
    ),
  );
const lines = (reading: AttachmentReading) =>
  blocksOf(reading).map((block) => ('line' in block ? block.line : '表'));

/** How many columns the rows of a table have, with what spans and covers. */
const widths = ({ columns, rows }: FileTable): number[] => {
  const covered = rows.map(() => 0);
  rows.forEach((cells, at) => {
    for (const { across = 1, down = 1 } of cells) {
      for (let below = at; below < at + down; below += 1)
        covered[below] = (covered[below] ?? 0) + across;
    }
  });
  return covered.filter((width) => width !== columns);
};

it.each(knownFiles)('%s: each table has a head, and rows of one width', (name) => {
  const bytes = new Uint8Array(readFileSync(join(fixtures, name)));
  for (const table of tablesOf(readOffice(bytes, extname(name) as OfficeEnding))) {
    expect(table.rows.flat().some(({ head }) => head !== undefined)).toBe(true);
    expect(widths(table)).toEqual([]);
  }
});

it('is kept and taken up again as it was read', () => {
  const bytes = new Uint8Array(readFileSync(join(fixtures, 'tally.xlsx')));
  const value = readOffice(bytes, '.xlsx');
  expect(tablesOf(value)).not.toEqual([]);
  const kept = JSON.stringify({ code: '', value });
  expect(keptForms.reading.parse(JSON.parse(kept)).value).toEqual(value);
});

describe('a table of Word', () => {
  const cell = (content: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
  const rowOf = (cells: string, properties = '') =>
    `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
  const read = (...rows: readonly string[]) =>
    readOffice(docx({ body: `<w:tbl>${rows.join('')}</w:tbl>` }), '.docx');

  it('keeps empty and merged cells in their places, and the rows that are repeated as its head', () => {
    const reading = read(
      rowOf(
        cell('区分', '<w:vMerge w:val="restart"/>') + cell('確認', '<w:gridSpan w:val="2"/>'),
        '<w:tblHeader/>',
      ),
      rowOf(cell('', '<w:vMerge/>') + cell('はい') + cell('いいえ'), '<w:tblHeader/>'),
      rowOf(cell('装置', '<w:vMerge w:val="restart"/>') + cell('') + cell('☑')),
      rowOf(cell('', '<w:vMerge/>') + cell('☐') + cell('')),
    );
    expect(drawn(tablesOf(reading)[0])).toEqual([
      ['c:区分(1x2)', 'c:確認(2x1)'],
      ['c:はい', 'c:いいえ'],
      ['装置(1x2)', '', '☑'],
      ['☐', ''],
    ]);
    expect(reading.pages[0]?.text).toBe('区分\t確認\nはい\tいいえ\n装置\t☑\n☐');
  });

  it('keeps its boxes to tick: of content controls, of the older forms, of symbol fonts', () => {
    const control = (ticked: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${ticked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${r('■')}</w:sdtContent></w:sdt>`;
    const older = (state: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${state}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const drawnBox = (code: string) => `<w:r><w:sym w:font="Wingdings" w:char="${code}"/></w:r>`;
    const shade = '<w:shd w:val="clear" w:fill="DDDDDD"/>';
    const reading = read(
      rowOf(cell('確認', shade) + cell(p(control('1') + r('はい') + control('0') + r('いいえ')))),
      rowOf(
        cell('受付', shade) +
          cell(
            p(
              older('<w:default w:val="0"/><w:checked/>') +
                r('済') +
                older('<w:default w:val="0"/>') +
                r('未'),
            ),
          ),
      ),
      rowOf(cell('審査', shade) + cell(p(drawnBox('F0FE') + drawnBox('F0A8') + drawnBox('F04A')))),
    );
    expect(drawn(tablesOf(reading)[0])).toEqual([
      ['r:確認', '☑はい☐いいえ'],
      ['r:受付', '☑済☐未'],
      ['r:審査', '☑☐'],
    ]);
  });

  it('tells a table in a cell as lines of that cell', () => {
    const inner = `<w:tbl>${rowOf(cell('甲') + cell('乙'))}</w:tbl>${p('')}`;
    const reading = read(rowOf(cell('部署') + cell('役割')), rowOf(cell('国際課') + cell(inner)));
    expect(drawn(tablesOf(reading)[0])).toEqual([
      ['r:部署', '役割'],
      ['r:国際課', '甲 乙'],
    ]);
  });

  it('is told as lines where it only lays out', () => {
    expect(read(rowOf(cell('囲みの文'))).pages[0]).toEqual({
      number: 1,
      label: '',
      text: '囲みの文',
    });
  });

  it('of a million columns stays as it is searched', () => {
    const reading = read(
      rowOf(
        cell('左', '<w:gridSpan w:val="1000000"/>').repeat(5),
        '<w:gridBefore w:val="9999999"/>',
      ),
    );
    expect(reading.pages).toEqual([{ number: 1, label: '', text: '左\t左\t左\t左\t左' }]);
  });
});

describe('a sheet of Excel', () => {
  const merge = (...ranges: readonly string[]) =>
    `<mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const read = (rows: readonly string[], around: { before?: string; after?: string } = {}) =>
    readOffice(xlsx({ sheets: [{ name: '表', xml: sheet(rows, around) }] }), '.xlsx');
  const ledger = [
    row(1, [c('A1', '台帳')]),
    row(2, [c('A2', '書き方')]),
    row(4, [c('A4', '番号'), c('C4', '機器'), c('D4', '担当')]),
    row(5, [n('A5', 1), c('D5', '国際課')]),
    row(8, [n('A8', 2), c('C8', '遠心分離機')]),
  ];

  it('has the rows that stay in view as its head, down to its end, and empty cells in place', () => {
    const pane =
      '<sheetViews><sheetView><pane ySplit="4" state="frozen"/></sheetView></sheetViews>';
    const reading = read(ledger, { before: pane });
    expect(lines(reading)).toEqual(['台帳', '書き方', '表']);
    expect(drawn(tablesOf(reading)[0])).toEqual([
      ['c:番号', 'c:機器', 'c:担当'],
      ['1', '', '国際課'],
      ['2', '遠心分離機', ''],
    ]);
  });

  it('counts the empty rows that are drawn to be written in', () => {
    const empty = [9, 10, 11].map((at) => row(at, [`<c r="A${at}" s="1"/>`]));
    const after = '<autoFilter ref="A4:D8"/>';
    expect(tablesOf(read([...ledger, ...empty], { after }))[0]?.blankRows).toBe(3);
    expect(tablesOf(read(ledger, { after }))[0]?.blankRows).toBe(0);
  });

  it('has the row by which it is filtered as its head', () => {
    const reading = read(ledger, { after: '<autoFilter ref="A4:D8"/>' });
    expect(drawn(tablesOf(reading)[0])?.[0]).toEqual(['c:番号', 'c:機器', 'c:担当']);
  });

  it('has the heads of its tables, each for itself', () => {
    const table = (ref: string) =>
      `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ref="${ref}" headerRowCount="1"/>`;
    const book = xlsx({
      sheets: [
        {
          name: '表',
          xml: sheet([
            row(1, [c('A1', '課'), c('B1', '件')]),
            row(2, [c('A2', '国際課'), n('B2', 3)]),
            row(3, [c('A3', '年'), c('B3', '額')]),
            row(4, [n('A4', 2024), n('B4', 5)]),
          ]),
          relations: [
            ['a', 'table', '../tables/table1.xml'],
            ['b', 'table', '../tables/table2.xml'],
          ],
        },
      ],
      files: { 'xl/tables/table1.xml': table('A1:B2'), 'xl/tables/table2.xml': table('A3:B4') },
    });
    expect(tablesOf(readOffice(book, '.xlsx')).map(drawn)).toEqual([
      [
        ['c:課', 'c:件'],
        ['国際課', '3'],
      ],
      [
        ['c:年', 'c:額'],
        ['2024', '5'],
      ],
    ]);
  });

  it('is lines, and tables where rows follow each other, where it says nothing of heads', () => {
    const reading = read(
      [
        row(1, [c('A1', '表題')]),
        row(2, [c('A2', '部署'), c('B2', '役割'), c('C2', '期限')]),
        row(3, [c('A3', '国際課'), c('C3', '5日')]),
        row(4, [c('A4', '以上が定めです')]),
        row(6, [c('A6', '注')]),
      ],
      { after: merge('A4:C4') },
    );
    expect(lines(reading)).toEqual(['表題', '表', '以上が定めです', '注']);
  });

  it('keeps merged cells, over columns that hold something', () => {
    const reading = read(
      [
        row(1, [c('A1', '課'), c('B1', '件数')]),
        row(2, [c('B2', '確認'), c('D2', '審査')]),
        row(3, [c('A3', '国際課'), n('B3', 3), n('D3', 2)]),
      ],
      {
        before: '<sheetViews><sheetView><pane ySplit="2" state="frozen"/></sheetView></sheetViews>',
        after: merge('A1:A2', 'B1:E1'),
      },
    );
    expect(drawn(tablesOf(reading)[0])).toEqual([
      ['c:課(1x2)', 'c:件数(2x1)'],
      ['c:確認', 'c:審査'],
      ['国際課', '3', '2'],
    ]);
  });

  it('has the boxes to tick that are drawn over it in the cells below them, with their words', () => {
    const xdr = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
    const shape = (id: number, words: string) =>
      `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="${id}" name="${id}" hidden="1"><a:extLst><a:ext uri="x"><a14:compatExt xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" spid="_x0000_s${id}"/></a:ext></a:extLst></xdr:cNvPr></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>${words}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
    const control = (id: number, column: number, at: number) =>
      `<control shapeId="${id}" r:id="c${id}" name="${id}"><controlPr><anchor><from><xdr:col xmlns:xdr="${xdr}">${column}</xdr:col><xdr:row xmlns:xdr="${xdr}">${at}</xdr:row></from><to><xdr:row xmlns:xdr="${xdr}">9</xdr:row></to></anchor></controlPr></control>`;
    const state = (ticked: string) =>
      `<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="CheckBox" ${ticked}/>`;
    const book = xlsx({
      sheets: [
        {
          name: '表',
          xml: sheet(
            [
              row(1, [c('A1', '確かめること'), c('B1', '答え')]),
              row(2, [c('A2', '装置'), c('C2', '備考')]),
            ],
            {
              before:
                '<sheetViews><sheetView><pane ySplit="1" state="frozen"/></sheetView></sheetViews>',
              after: `<drawing r:id="d"/><controls>${control(1025, 1, 1)}${control(1026, 1, 1)}${control(1027, 2, 1)}</controls>`,
            },
          ),
          relations: [
            ['d', 'drawing', '../drawings/drawing1.xml'],
            ['c1025', 'ctrlProp', '../ctrlProps/1.xml'],
            ['c1026', 'ctrlProp', '../ctrlProps/2.xml'],
            ['c1027', 'ctrlProp', '../ctrlProps/2.xml'],
          ],
        },
      ],
      files: {
        'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="${xdr}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${shape(1025, 'はい')}${shape(1026, 'いいえ')}${shape(1027, '')}${shape(2000, '別の図形')}</xdr:wsDr>`,
        'xl/ctrlProps/1.xml': state('checked="Checked"'),
        'xl/ctrlProps/2.xml': state(''),
      },
    });
    const reading = readOffice(book, '.xlsx');
    expect(drawn(tablesOf(reading)[0])).toEqual([
      ['c:確かめること', 'c:答え', ''],
      ['装置', '☑ はい　☐ いいえ', '☐ 備考'],
    ]);
    expect(lines(reading)).toEqual(['表', '別の図形']);
  });

  it('with cells far apart stays as it is searched', () => {
    const rows = Array.from({ length: 600 }, (_none, at) =>
      row(at + 1, [
        c(`A${at + 1}`, '左'),
        c(
          `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[at % 26]}${'ABCDEFGHIJ'[Math.floor(at / 26) % 10]}${at + 1}`,
          '右',
        ),
      ]),
    );
    const [page] = read(rows).pages;
    expect(page?.blocks).toBeUndefined();
    expect(page?.text.split('\n')).toHaveLength(600);
  });
});

it('a table of a slide has the heads that its style draws, and merged cells', () => {
  const cell = (text: string, spans = '') =>
    `<a:tc ${spans}><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;
  const table = `<a:tbl><a:tblPr firstRow="1" firstCol="1"/><a:tr>${cell('')}${cell('件数', 'gridSpan="2"')}${cell('', 'hMerge="1"')}</a:tr><a:tr>${cell('国際課', 'rowSpan="2"')}${cell('3')}${cell('')}</a:tr><a:tr>${cell('', 'vMerge="1"')}${cell('')}${cell('5')}</a:tr></a:tbl>`;
  const frame = `<p:graphicFrame><a:graphic><a:graphicData>${table}</a:graphicData></a:graphic></p:graphicFrame>`;
  const reading = readOffice(
    pptx({ slides: [{ xml: slide(box(['題'], 'title') + frame) }] }),
    '.pptx',
  );
  expect(lines(reading)).toEqual(['題', '表']);
  expect(drawn(tablesOf(reading)[0])).toEqual([
    ['', 'c:件数(2x1)'],
    ['r:国際課(1x2)', '3', ''],
    ['', '5'],
  ]);
  expect(reading.pages[0]?.text).toBe('題\n件数\n国際課\t3\n5');
});
