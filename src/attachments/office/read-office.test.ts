import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AttachmentReading } from '../reading.ts';
import { c, n, row, sheet, xlsx } from './fixtures/excel-files.ts';
import { fixtures, knownFiles } from './fixtures/known-files.ts';
import { pack } from './fixtures/package-files.ts';
import { pptx, slide } from './fixtures/powerpoint-files.ts';
import { docx, p, r, wordParts } from './fixtures/word-files.ts';
import { type OfficeEnding, readOffice } from './read-office.ts';

const read = (name: string): AttachmentReading =>
  readOffice(new Uint8Array(readFileSync(join(fixtures, name))), extname(name) as OfficeEnding);
const placesOf = ({ findings }: AttachmentReading): Record<string, readonly string[]> =>
  Object.fromEntries(findings.map(({ kind, places }) => [kind, places]));

/** How many characters of two texts stand in both, in the same order. */
const sharedCharacters = (one: string, other: string): number => {
  const others = [...other];
  let above = new Array<number>(others.length + 1).fill(0);
  for (const character of one) {
    const line = [0];
    others.forEach((each, at) => {
      line.push(
        each === character ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, line[at] ?? 0),
      );
    });
    above = line;
  }
  return above.at(-1) ?? 0;
};

describe('files with known text', () => {
  it('are six by hand and six by LibreOffice', () => {
    expect(knownFiles).toHaveLength(12);
  });

  it.each(knownFiles)('%s is read whole and in order', (name) => {
    const expected = readFileSync(join(fixtures, `${name}.txt`), 'utf8');
    const known = expected.replace(/^---$/gm, '').replace(/\s+/gu, '');
    const text = read(name)
      .pages.map((page) => page.text)
      .join('')
      .replace(/\s+/gu, '');
    const longest = Math.max([...known].length, [...text].length);
    expect(sharedCharacters(known, text) / longest).toBeGreaterThanOrEqual(0.995);
  });

  it.each(knownFiles)('%s gives its text in lines and pages, as its readers see them', (name) => {
    const expected = readFileSync(join(fixtures, `${name}.txt`), 'utf8').trimEnd();
    expect(
      read(name)
        .pages.map(({ text }) => text)
        .join('\n---\n'),
    ).toBe(expected);
  });

  it.each(knownFiles)('%s lets nothing out that is hidden, deleted or remarked', (name) => {
    expect(JSON.stringify(read(name))).not.toContain('カナリア');
  });
});

describe('what a Word file holds besides', () => {
  it('is nothing in sound rules, which have an outline', () => {
    expect(read('rules.docx')).toMatchObject({
      unit: 'text',
      pageCount: null,
      searchable: 'yes',
      findings: [],
      outline: [
        { title: '第1章　総則', level: 1, page: null },
        { title: '第2章　手続', level: 1, page: null },
        { title: '受入れの前の確認', level: 2, page: null },
      ],
    });
  });

  it('is found with the place of each', () => {
    expect(placesOf(read('draft.docx'))).toEqual({
      'tracked-changes': [
        '「受入れの可否は統括責任者が決める。」',
        '「動かした跡のある文。」',
        '表の「乙」の次',
        '脚注の「注の文。」',
        'フッターの「下の欄」',
      ],
      comments: ['「意見の付いた文。」'],
      'hidden-text': [
        '「直接隠した文。」',
        '「直接隠した文。」の次',
        '「文字の書式で隠した文。」',
        '表の「乙」の次',
        '「隠した枠のある文。」',
        '「場所で選んだ文。」（フィールドの中の文字）',
        'ヘッダーの「もみじ大学の柱」',
      ],
      'earlier-content': ['本文に番号のない脚注'],
      script: ['「押すものがある文。」'],
      'embedded-files': ['「表を埋め込んだ文。」'],
      'outside-link': ['「取り込んだ文。」', '「外の図のある文。」', '「共有の名簿を見る文。」'],
      'photograph-place': ['「写真のある文。」'],
      records: [
        '文書のプロパティ（作成者）',
        '文書のプロパティ（最終更新者）',
        '文書に関わった人の一覧',
        'テンプレートの場所',
      ],
      authors: ['もみじ大学'],
    });
  });

  it('is found where LibreOffice wrote it', () => {
    expect(Object.keys(placesOf(read('libreoffice/draft.docx')))).toEqual([
      'tracked-changes',
      'comments',
      'hidden-text',
      'outside-link',
      'photograph-place',
      'records',
      'authors',
    ]);
  });

  it('is read in the strict form too', () => {
    const strict = Object.fromEntries(
      Object.entries(wordParts({ body: p(r('見える') + r('隠す', '<w:vanish/>')) })).map(
        ([name, content]) => [
          name,
          typeof content === 'string' && !name.includes('Content_Types')
            ? content
                .replaceAll(
                  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
                  'http://purl.oclc.org/ooxml/wordprocessingml/main',
                )
                .replaceAll(
                  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
                  'http://purl.oclc.org/ooxml/officeDocument/relationships',
                )
            : content,
        ],
      ),
    );
    const reading = readOffice(pack(strict), '.docx');
    expect(reading.pages[0]?.text).toBe('見える');
    expect(placesOf(reading)).toEqual({ 'hidden-text': ['「見える」'] });
  });

  it.each([
    [
      'the defaults of the document',
      '<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>',
    ],
    [
      'the standard style',
      '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:vanish/></w:rPr></w:style>',
    ],
  ])('is hidden by %s', (_name, style) => {
    const files = {
      'word/styles.xml': `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${style}</w:styles>`,
    };
    const reading = readOffice(docx({ body: p('隠す'), files }), '.docx');
    expect(reading.pages).toEqual([]);
    expect(placesOf(reading)).toEqual({ 'hidden-text': ['文書の始め'] });
  });

  it('is a comment whose mark in the text is gone', () => {
    const reading = readOffice(
      docx({ body: p('文'), comments: `<w:comment w:id="0">${p('残った意見')}</w:comment>` }),
      '.docx',
    );
    expect(placesOf(reading)).toEqual({ comments: ['本文のどこか'] });
  });
});

describe('what a workbook holds besides', () => {
  it('is nothing in a sound tally', () => {
    const { pages, ...reading } = read('tally.xlsx');
    expect(pages.map(({ number, label }) => [number, label])).toEqual([
      [1, '集計'],
      [2, '注'],
    ]);
    expect(reading).toEqual({
      unit: 'sheet',
      pageCount: 3,
      outline: [],
      searchable: 'yes',
      findings: [],
    });
  });

  it('is found with the place of each', () => {
    expect(placesOf(read('ledger.xlsx'))).toEqual({
      comments: ['シート『集計』のB2', 'シート『集計』のA7'],
      'hidden-text': ['シート『集計』のB7', 'シート『集計』の図形'],
      'hidden-rows': ['シート『集計』の3〜5行目'],
      'hidden-columns': ['シート『集計』のC〜D列', 'シート『集計』のH列'],
      'hidden-sheets': ['シート『原簿』', 'シート『単価』', 'ブックの一覧にないシート'],
      'covered-content': ['シート『集計』のB8'],
      'earlier-content': ['どのセルにもない文字列', 'どこにも表示していない図「image1.jpg」'],
      macros: ['シート『古いマクロ』'],
      'embedded-files': ['ピボットテーブルの元データ（『原簿』）'],
      'outside-link': [
        '外部ブック『名簿.xlsx』',
        'データ接続『人事データ』',
        'シート『集計』のF7',
        'シート『集計』のA2',
      ],
      'photograph-place': ['シート『集計』'],
      records: [
        '文書のプロパティ（作成者）',
        '文書のプロパティ（最終更新者）',
        '文書に関わった人の一覧',
      ],
      authors: ['もみじ大学'],
    });
  });

  it('is found where LibreOffice wrote it', () => {
    expect(placesOf(read('libreoffice/ledger.xlsx'))).toMatchObject({
      comments: ['シート『集計』のB2'],
      'hidden-rows': ['シート『集計』の3〜5行目'],
      'hidden-columns': ['シート『集計』のC〜D列'],
      'hidden-sheets': ['シート『原簿』', 'シート『単価』'],
      authors: ['もみじ大学'],
    });
  });

  it('is no finding where what is hidden is empty', () => {
    const cells = [row(1, [c('A1', '見える')]), row(2, [c('A2', '', { t: 'n' })], 'hidden="1"')];
    const before = '<cols><col min="3" max="16384" hidden="1"/></cols>';
    const book = xlsx({ sheets: [{ name: '表', xml: sheet(cells, { before }) }] });
    expect(readOffice(book, '.xlsx').findings).toEqual([]);
  });

  it.each([
    [0, []],
    [7, ['シート『表』のA1']],
  ])('is a number that its format does not show, but for zero: %s', (value, places) => {
    const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="200" formatCode=";;"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`;
    const book = xlsx({
      sheets: [{ name: '表', xml: sheet([row(1, [n('A1', value)])]) }],
      files: { 'xl/styles.xml': styles },
    });
    expect(placesOf(readOffice(book, '.xlsx'))['hidden-text'] ?? []).toEqual(places);
  });

  it('is a formula whose result is hidden in a helping column', () => {
    const cells = [row(1, [c('A1', '見える'), c('B1', '', { t: 'str', f: 'A1&"様"' })])];
    const before = '<cols><col min="2" max="2" hidden="1"/></cols>';
    const book = xlsx({ sheets: [{ name: '表', xml: sheet(cells, { before }) }] });
    expect(placesOf(readOffice(book, '.xlsx'))).toEqual({
      'hidden-columns': ['シート『表』のB列'],
    });
  });

  it('stays small however large it is', () => {
    const line = '研究推進課が受け付けた件数。'.repeat(100);
    const rows = Array.from({ length: 3000 }, (_none, at) => row(at + 1, [c(`A${at + 1}`, line)]));
    const book = xlsx({
      sheets: [
        { name: '大', xml: sheet(rows) },
        { name: '次', xml: sheet([row(1, [c('A1', '隠す')], 'hidden="1"')]) },
      ],
    });
    const reading = readOffice(book, '.xlsx');
    expect(reading.pages[0]?.text.length).toBeGreaterThan(1_900_000);
    expect(reading.pages[0]?.text.length).toBeLessThan(2_100_000);
    expect(placesOf(reading)).toEqual({ 'hidden-rows': ['シート『次』の1行目'] });
  });
});

describe('what only looks hidden or outside', () => {
  it('is the drawing of a check box', () => {
    const extension =
      '<a:extLst><a:ext uri="{63B3BB69-23CF-44E3-9099-C40C66FF867C}"><a14:compatExt xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" spid="_x0000_s1025"/></a:ext></a:extLst>';
    const drawing = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="Check Box 1" hidden="1">${extension}</xdr:cNvPr></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>確認した</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>`;
    const book = xlsx({
      sheets: [
        {
          name: '表',
          xml: sheet([], { after: '<drawing r:id="d"/>' }),
          relations: [['d', 'drawing', '../drawings/drawing1.xml']],
        },
      ],
      files: { 'xl/drawings/drawing1.xml': drawing },
    });
    expect(readOffice(book, '.xlsx')).toMatchObject({
      pages: [{ text: '確認した' }],
      findings: [],
    });
  });
});

describe('what a presentation holds besides', () => {
  it('is nothing in sound slides, nor the numbers of a chart', () => {
    const { pages, ...reading } = read('slides.pptx');
    expect(pages.map(({ number, label }) => [number, label])).toEqual([
      [1, '留学生を受け入れる前の確認'],
      [2, '二つの課が並んで確かめる'],
      [3, '図で見る流れ'],
    ]);
    expect(reading).toMatchObject({
      unit: 'slide',
      pageCount: 4,
      // Nothing on the slide leads to the address that its relationships name.
      findings: [{ kind: 'records', places: ['使われていないリンク'] }],
    });
    expect(reading.outline[1]).toEqual({ title: '二つの課が並んで確かめる', level: 1, page: 2 });
  });

  it('is found with the place of each', () => {
    expect(placesOf(read('talk.pptx'))).toEqual({
      comments: ['スライド1', 'スライド3'],
      'hidden-text': ['スライド3'],
      'hidden-slides': ['スライド2'],
      script: ['スライド4'],
      // On the third, the workbook of the chart holds more than the chart shows.
      'earlier-content': ['一覧にないスライド', 'どこにも表示していない図「image1.jpg」'],
      'embedded-files': ['スライド4', 'スライド3のグラフの元のブック（シート『Sheet1』のA9）'],
      'outside-link': ['スライド3'],
      'photograph-place': ['スライド3'],
      records: [
        '文書のプロパティ（作成者）',
        '文書に関わった人の一覧',
        'どこにも使われていない部分',
      ],
      authors: ['もみじ大学'],
      notes: ['スライド1'],
    });
  });

  it('is found where LibreOffice wrote it', () => {
    expect(placesOf(read('libreoffice/talk.pptx'))).toMatchObject({
      comments: ['スライド1'],
      'hidden-text': ['スライド3'],
      'hidden-slides': ['スライド2'],
      notes: ['スライド1'],
    });
  });
});

describe('the text of a Word file', () => {
  it('is that of parts inside others, and of signs', () => {
    const body = [
      `<w:sdt><w:sdtPr/><w:sdtContent>${p('欄の中')}</w:sdtContent></w:sdt>`,
      p(
        '<w:r><w:sym w:font="MS Gothic" w:char="2610"/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' +
          r('はい'),
      ),
      `<w:customXml>${p(`<w:smartTag>${r('札の中')}</w:smartTag>`)}</w:customXml>`,
      '<w:altChunk r:id="chunk"/>',
    ].join('');
    const files = { 'word/part.docx': 'x' };
    const reading = readOffice(
      docx({ body, relations: [['chunk', 'aFChunk', 'part.docx']], files }),
      '.docx',
    );
    expect(reading.pages[0]?.text).toBe('欄の中\n☐☑はい\n札の中');
    expect(placesOf(reading)).toEqual({ 'embedded-files': ['「札の中」の次'] });
  });
});

describe('slides of nothing but pictures', () => {
  it('cannot be searched', () => {
    const parts = { slides: [{ xml: slide('') }], files: { 'ppt/media/image1.png': 'x' } };
    expect(readOffice(pptx(parts), '.pptx')).toMatchObject({ searchable: 'scan', pages: [] });
  });
});

describe('links', () => {
  it.each([
    ['https://www.sakura-u.example/', false],
    ['mailto:desk@sakura-u.example', false],
    ['tel:+81-3-0000-0000', false],
    ['file:///C:/Users/hanako/a.docx', true],
    ['\\\\server\\share\\a.docx', true],
    ['onenote:///a.one', true],
  ])('to %s', (address, isFound) => {
    const body = p(`<w:hyperlink r:id="l">${r('読む文')}</w:hyperlink>`);
    const file = docx({ body, relations: [['l', 'hyperlink', address]] });
    expect(placesOf(readOffice(file, '.docx'))).toEqual(
      isFound ? { 'outside-link': ['「読む文」'] } : {},
    );
  });
});
