import { describe, expect, test } from 'vitest';
import { type BookParts, bookParts, c, n, row, sheet } from '../fixtures/excel-files.ts';
import { head, pack, type Relation } from '../fixtures/package-files.ts';
import { readOffice } from '../read-office.ts';

const secret = 'himitsugo';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const later = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';
const excel = 'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';

type Kept = { cells?: string; after?: string; relations?: readonly Relation[] } & Pick<
  BookParts,
  'files'
> & { ofBook?: readonly Relation[] };

const findingsIn = ({ cells = c('A1', '甲'), after = '', relations = [], ofBook, files }: Kept) => {
  const reading = readOffice(
    pack(
      bookParts({
        sheets: [{ name: '集計', relations, xml: sheet([row(1, [cells])], { after }) }],
        ...(ofBook && { relations: ofBook }),
        ...(files && { files }),
      }),
    ),
    '.xlsx',
  );
  return {
    found: Object.fromEntries(reading.findings.map(({ kind, places }) => [kind, places])),
    text: JSON.stringify(reading.pages),
  };
};

const extended = (inner: string): string =>
  `<extLst><ext uri="{1}" ${later}>${inner}</ext></extLst>`;

describe('a condition of a later Excel', () => {
  const condition = (formula: string, dxf: string): Kept => ({
    cells: c('A1', secret),
    after: extended(
      `<x14:conditionalFormattings><x14:conditionalFormatting ${excel}><x14:cfRule type="expression" priority="1" id="{1}"><xm:f>${formula}</xm:f><x14:dxf>${dxf}</x14:dxf></x14:cfRule><xm:sqref>A1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>`,
    ),
  });
  const white = '<font><color rgb="FFFFFFFF"/></font>';
  test.each([
    ['TRUE', white],
    ['LEN(A1)&gt;0', '<numFmt numFmtId="300" formatCode=";;;"/>'],
  ])('hides a cell: %s', (formula, dxf) => {
    const { found, text } = findingsIn(condition(formula, dxf));
    expect(found).toEqual({ 'hidden-text': ['シート『集計』のA1'] });
    expect(text).not.toContain(secret);
  });
  test.each([
    ['TRUE', '<font><color rgb="FFFF0000"/></font>'],
    ['B1&gt;3', white],
  ])('shows one: %s', (formula, dxf) => {
    expect(findingsIn(condition(formula, dxf)).found).toEqual({});
  });
});

test('a validation of a later Excel says something when its cell is chosen', () => {
  const validation = (prompt: string) =>
    extended(
      `<x14:dataValidations ${excel}><x14:dataValidation type="list" prompt="${prompt}"><x14:formula1><xm:f>集計!B1</xm:f></x14:formula1><xm:sqref>A1</xm:sqref></x14:dataValidation></x14:dataValidations>`,
    );
  expect(findingsIn({ after: validation('選んでください') }).found).toEqual({
    'print-only': ['シート『集計』のA1の入力規則のメッセージ'],
  });
  expect(findingsIn({ after: validation('') }).found).toEqual({});
});

describe('a cell with two texts', () => {
  test('hides one of them', () => {
    const two = `<c r="A1" t="inlineStr"><is><t>見える</t></is><v>${secret}</v></c>`;
    const { found, text } = findingsIn({ cells: two });
    expect(found).toEqual({ 'hidden-text': ['シート『集計』のA1'] });
    expect(text).not.toContain(secret);
  });
  test('is none where one stands in the place of the other, as LibreOffice wrote it', () => {
    const { found, text } = findingsIn({ cells: '<c r="A1" t="inlineStr"><v>見える</v></c>' });
    expect(found).toEqual({});
    expect(text).toContain('見える');
  });
});

describe('older drawings of a sheet', () => {
  const drawn = (shape: string, tag = 'legacyDrawing'): Kept => ({
    relations: [['v', 'vmlDrawing', '../drawings/vml1.vml']],
    after: `<${tag} r:id="v"/>`,
    files: {
      'xl/drawings/vml1.vml': `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">${shape}</xml>`,
    },
  });
  const shape = (words: string, kind: string, style = 'position:absolute'): string =>
    `<v:shape id="s" style="${style}"><v:textbox><div>${words}<br></div></v:textbox><x:ClientData ObjectType="${kind}"/></v:shape>`;
  test.each([
    ['comments', ['シート『集計』'], drawn(shape(secret, 'Note', 'visibility:hidden'))],
    [
      'hidden-text',
      ['シート『集計』の古い形式の図形'],
      drawn(shape(secret, 'Button', 'visibility:hidden')),
    ],
    [
      'hidden-text',
      ['シート『集計』の古い形式の図形'],
      drawn(shape(secret, 'Pict'), 'legacyDrawingHF'),
    ],
  ])('are refused as %s %s', (kind, places, kept) => {
    expect(findingsIn(kept).found).toEqual({ [kind]: places });
  });
  test.each([
    ['a note that says nothing here', shape('', 'Note', 'visibility:hidden')],
    ['a button', shape('押す', 'Button')],
  ])('are sound: %s', (_, one) => {
    expect(findingsIn(drawn(one)).found).toEqual({});
  });
});

describe('a pivot table', () => {
  const pivot = (field: string, attributes = ''): Kept => ({
    cells: c('A1', '件数') + c('B1', '甲'),
    ofBook: [['p', 'pivotCacheDefinition', 'pivotCache/p.xml']],
    files: {
      'xl/pivotCache/p.xml': `${head}<pivotCacheDefinition ${main}><cacheSource type="worksheet"><worksheetSource ref="A1:B1" sheet="集計"/></cacheSource><cacheFields><cacheField name="件数" ${attributes}>${field}</cacheField></cacheFields></pivotCacheDefinition>`,
    },
  });
  const group = (kind: string, name: string): string =>
    `<sharedItems><n v="3"/></sharedItems><fieldGroup base="0">${kind}<groupItems><s v="${name}"/></groupItems></fieldGroup>`;
  test.each([
    ['an item', `<sharedItems><s v="甲" c="${secret}"/></sharedItems>`, ''],
    ['a field', '<sharedItems><n v="3"/></sharedItems>', `caption="${secret}"`],
    [
      'what it calculates',
      '<sharedItems><n v="3"/></sharedItems>',
      `formula="&quot;${secret}&quot;"`,
    ],
    ['a group', group('<discretePr><x v="0"/></discretePr>', secret), ''],
  ])('has another name for %s', (_, field, attributes) => {
    expect(findingsIn(pivot(field, attributes)).found).toEqual({
      'hidden-text': ['ピボットテーブルの名前や数式だけにある文字（『集計』）'],
    });
  });
  test.each([
    ['that stand on a sheet', '<sharedItems><s v="甲" c="件数"/></sharedItems>'],
    ['of months', group('<rangePr groupBy="months"/>', 'Januar')],
  ])('is sound with names %s', (_, field) => expect(findingsIn(pivot(field)).found).toEqual({}));
});

describe('what is kept of data bases and lists of the web', () => {
  test('is refused: a query, and the items of a slicer', () => {
    const query: Kept = {
      relations: [['q', 'queryTable', '../queryTables/q.xml']],
      files: { 'xl/queryTables/q.xml': `<queryTable ${main} name="${secret}"/>` },
    };
    expect(findingsIn(query).found).toEqual({ 'outside-link': ['シート『集計』のクエリ'] });
    const slicer = (data: string): Kept => ({
      ofBook: [
        ['s', 'http://schemas.microsoft.com/office/2007/relationships/slicerCache', 's.xml'],
      ],
      files: {
        'xl/s.xml': `<slicerCacheDefinition xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" name="s">${data}</slicerCacheDefinition>`,
      },
    });
    expect(
      findingsIn(
        slicer(`<data><olap><levels><level sourceCaption="${secret}"/></levels></olap></data>`),
      ).found,
    ).toEqual({ 'embedded-files': ['スライサーの元データ'] });
    expect(findingsIn(slicer('<data><tabular pivotCacheId="1"/></data>')).found).toEqual({});
  });

  test('is told: what parts of XML its cells stand for', () => {
    const maps = (inner: string): Kept => ({
      cells: n('A1', 1),
      ofBook: [['m', 'xmlMaps', 'xmlMaps.xml']],
      files: { 'xl/xmlMaps.xml': `<MapInfo ${main} SelectionNamespaces="">${inner}</MapInfo>` },
    });
    expect(findingsIn(maps(`<Map ID="1" Name="${secret}"/>`)).found).toEqual({
      'unusual-part': ['XMLの対応付け'],
    });
    expect(findingsIn(maps('')).found).toEqual({});
  });
});
