import { describe, expect, test } from 'vitest';
import { bookParts, c, row, sheet } from '../fixtures/excel-files.ts';
import { pack } from '../fixtures/package-files.ts';
import { box, pptx, slide } from '../fixtures/powerpoint-files.ts';
import { docx, p, r } from '../fixtures/word-files.ts';
import { type OfficeEnding, readOffice } from '../read-office.ts';

const secret = 'himitsugo';
const nowhere = 'どのソフトも読まない所にある文字';
const findingsIn = (bytes: Uint8Array, ending: OfficeEnding) => {
  const reading = readOffice(bytes, ending);
  expect(JSON.stringify(reading.findings)).not.toContain(secret);
  return reading.findings;
};
const found = (place = '') => [{ kind: 'unknown-part', places: [`${place}${nowhere}`] }];
const book = (cells: string, after = ''): Uint8Array =>
  pack(bookParts({ sheets: [{ name: '集計', xml: sheet([row(1, [cells])], { after }) }] }));
const later = 'xmlns:z="http://schemas.microsoft.com/office/word/2099/wordml"';

describe('words where no program reads any', () => {
  test.each([
    ['between paragraphs', secret],
    ['between runs', `<w:p>${secret}${r('文')}</w:p>`],
    ['between a run and its text', p(`<w:r>${secret}<w:t>文</w:t></w:r>`)],
    ['in an element of Word that there is not', p(`<w:r><w:nazo>${secret}</w:nazo></w:r>`)],
    ['in one of a Word that is to come', p(`<w:r ${later}><z:nazo>${secret}</z:nazo></w:r>`)],
    [
      'in a text that stands in no run',
      `<w:p>${r('文')}<w:nazo><w:t>${secret}</w:t></w:nazo></w:p>`,
    ],
    ['as they are', p(`<w:r><w:nazo><![CDATA[${secret}]]></w:nazo></w:r>`)],
  ])('are refused in a Word file: %s', (_, body) => {
    expect(findingsIn(docx({ body: p('文') + body }), '.docx')).toEqual(found());
  });

  test.each([
    ['between shapes', secret],
    ['in an element of PowerPoint that there is not', `<p:nazo>${secret}</p:nazo>`],
    ['in an extension', `<p:extLst><p:ext uri="{1}"><a:nazo>${secret}</a:nazo></p:ext></p:extLst>`],
  ])('are refused on a slide: %s', (_, shapes) => {
    const show = pptx({ slides: [{ xml: slide(box(['題'], 'title') + shapes) }] });
    expect(findingsIn(show, '.pptx')).toEqual(found('スライド1の'));
  });

  test.each([
    ['between cells', c('A1', '甲') + secret, ''],
    ['behind the rows', c('A1', '甲'), secret],
    ['as they are', c('A1', '甲'), `<nazo><![CDATA[${secret}]]></nazo>`],
    [
      'in an extension',
      c('A1', '甲'),
      `<extLst><ext uri="{1}"><nazo>${secret}</nazo></ext></extLst>`,
    ],
  ])('are refused on a sheet: %s', (_, cells, after) => {
    expect(findingsIn(book(cells, after), '.xlsx')).toEqual(found('シート『集計』の'));
  });

  test.each([
    ['letters one by one', 'a b c'],
    ['what sets things apart', '\n  — 1, 2 —\n'],
  ])('are none: %s', (_, signs) => {
    expect(findingsIn(docx({ body: p('文') + signs }), '.docx')).toEqual([]);
    expect(findingsIn(book(c('A1', '甲'), signs), '.xlsx')).toEqual([]);
  });

  test.each([
    ['there is not', `<w:p w:nazo="${secret}">${r('文')}</w:p>`],
    ['of a Word that is to come', `<w:p w14:nazo="${secret}">${r('文')}</w:p>`],
    ['is a code', p(r('文', `<w:lang w:val="${secret} desu"/>`))],
    ['is a code, as numbers of letters', p(r('文', '<w:lang w:val="&#x79d8;&#x5bc6;"/>'))],
  ])('are refused in an attribute that %s', (_, body) => {
    expect(findingsIn(docx({ body: p('文') + body }), '.docx')).toEqual(found());
  });

  test.each([
    ['a row', row(2, [c('A2', '乙')], `nazo="${secret}"`), ''],
    ['a cell', row(2, [c('A2', '乙').replace('<c ', `<c nazo="${secret}" `)]), ''],
    [
      'what stands behind the rows',
      '',
      `<ignoredErrors><ignoredError sqref="A1" nazo="${secret}"/></ignoredErrors>`,
    ],
  ])('are refused in an attribute of %s of a sheet', (_, rows, after) => {
    const sheets = [{ name: '集計', xml: sheet([row(1, [c('A1', '甲')]), rows], { after }) }];
    expect(findingsIn(pack(bookParts({ sheets })), '.xlsx')).toEqual(found('シート『集計』の'));
  });

  test('are none in what older shapes keep packed, or calculate', () => {
    const shape =
      '<w:r><w:pict><v:shape o:gfxdata="UEsDBBQA&#xA;BgAIAAAA"><v:formulas><v:f eqn="prod @3 pixelWidth"/></v:formulas></v:shape></w:pict></w:r>';
    const kinds = findingsIn(docx({ body: p(shape) }), '.docx').map(({ kind }) => kind);
    expect(kinds).not.toContain('unknown-part');
  });

  test('are none in attributes that are words, and in codes', () => {
    const body = [
      p(
        r(
          '文',
          '<w:rFonts w:eastAsia="ＭＳ 明朝" w:ascii="Times New Roman"/><w:lang w:val="ja-JP"/>',
        ),
      ),
      `<w:p w14:paraId="1A2B3C4D">${r('文')}</w:p>`,
      `<w:sdt><w:sdtPr><w:alias w:val="部署の 名前"/></w:sdtPr><w:sdtContent>${p('文')}</w:sdtContent></w:sdt>`,
    ].join('');
    expect(findingsIn(docx({ body }), '.docx')).toEqual([]);
    const after =
      '<pageMargins left="0.7" right="0.7" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>';
    expect(findingsIn(book(c('A1', '甲'), after), '.xlsx')).toEqual([]);
  });
});
