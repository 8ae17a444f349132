import { describe, expect, it } from 'vitest';
import { head } from '../fixtures/package-files.ts';
import { docx, p, r } from '../fixtures/word-files.ts';
import { readOffice } from '../read-office.ts';

const words = 'カナリア';
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const read = (body: string, more: Partial<Parameters<typeof docx>[0]> = {}) => {
  const reading = readOffice(docx({ body: p('見える文') + body, ...more }), '.docx');
  return { findings: reading.findings, text: reading.pages[0]?.text ?? '' };
};

describe('the numbers of a list', () => {
  const list = (text: string, look: string) => ({
    files: {
      'word/numbering.xml': `${head}<w:numbering ${w}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/><w:rPr>${look}</w:rPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    },
  });
  const item = p(r('項目'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
  it.each(['<w:vanish/>', '<w:sz w:val="2"/>'])(
    'are hidden by %s, with what stands by them',
    (look) => {
      const { findings, text } = read(item, list(`${words}%1`, look));
      expect(findings).toEqual([{ kind: 'hidden-text', places: ['段落番号の隠し文字'] }]);
      expect(text).toBe('見える文\n項目');
    },
  );
  const white = '<w:color w:val="FFFFFF"/>';
  const marked = (look: string) =>
    p(
      r('項目'),
      `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>${look}</w:rPr>`,
    );
  it.each([
    ['their own white', item, white],
    ['the white of the mark of their paragraph', marked(white), ''],
    ['a mark of their paragraph that is hidden', marked('<w:vanish/>'), ''],
  ])('are hidden by %s', (_, body, look) => {
    const { findings, text } = read(body, list(`${words}%1`, look));
    expect(findings).toEqual([{ kind: 'hidden-text', places: ['段落番号の隠し文字'] }]);
    expect(text).toBe('見える文\n項目');
  });
  it('are seen in their own colour, whatever the mark says', () => {
    const red = '<w:color w:val="FF0000"/>';
    const { findings, text } = read(marked(white), list('項目%1', red));
    expect({ findings, text }).toEqual({ findings: [], text: '見える文\n項目1 項目' });
  });
  it('say nothing where they are numbers alone', () => {
    const { findings, text } = read(item, list('第%1条', '<w:vanish/>'));
    expect(findings).toEqual([]);
    expect(text).toBe('見える文\n項目');
    expect(read(item, list('第%1条', '<w:sz w:val="21"/>')).text).toBe('見える文\n第1条 項目');
  });
});

describe('a formula', () => {
  const phantom = (show: string, letters: string): string =>
    p(
      `<m:oMath><m:r><m:t>x</m:t></m:r><m:phant><m:phantPr><m:show m:val="${show}"/></m:phantPr><m:e><m:r><m:t>${letters}</m:t></m:r></m:e></m:phant></m:oMath>`,
    );
  it.each(['0', 'off'])('keeps words that it does not show (%s)', (show) => {
    const { findings, text } = read(phantom(show, words));
    expect(findings).toEqual([
      { kind: 'hidden-text', places: ['「見える文」の次の数式の、表示されない文字'] },
    ]);
    expect(text).toBe('見える文\nx');
  });
  it('keeps room for signs, and shows the others', () => {
    expect(read(phantom('0', 'ab'))).toEqual({ findings: [], text: '見える文\nx' });
    expect(read(phantom('1', words))).toEqual({ findings: [], text: `見える文\nx${words}` });
  });
});

describe('a table', () => {
  const table = (look: string, ...cells: readonly string[]): string =>
    `<w:tbl><w:tblPr>${look}</w:tblPr><w:tblGrid>${cells.map(() => '<w:gridCol w:w="2400"/>').join('')}</w:tblGrid><w:tr>${cells.join('')}</w:tr></w:tbl>`;
  const cell = (text: string, merge = ''): string =>
    `<w:tc><w:tcPr>${merge && `<w:hMerge w:val="${merge}"/>`}</w:tcPr>${p(text)}</w:tc>`;
  it('covers what stands in a cell that goes on with another', () => {
    const { findings, text } = read(table('', cell('甲', 'restart'), cell(words, 'continue')));
    expect(findings).toEqual([
      { kind: 'covered-content', places: ['表の「甲」の次（結合したセルの下）'] },
    ]);
    expect(text).not.toContain(words);
    expect(read(table('', cell('甲', 'restart'), cell('', 'continue'))).findings).toEqual([]);
  });
  it.each([-30_000, 30_000])('may be pushed from the page: %s', (indent) => {
    const { findings, text } = read(table(`<w:tblInd w:w="${indent}" w:type="dxa"/>`, cell(words)));
    expect(findings).toEqual([
      { kind: 'covered-content', places: ['「見える文」の次（ページの外）'] },
    ]);
    expect(text).not.toContain(words);
  });
  it.each([-200, 900])('stands on the page: %s', (indent) => {
    const { findings, text } = read(table(`<w:tblInd w:w="${indent}" w:type="dxa"/>`, cell('甲')));
    expect(findings).toEqual([]);
    expect(text).toContain('甲');
  });
});

it('is refused where another file stands in it', () => {
  const within = read(p('<w:subDoc r:id="s"/>'), {
    relations: [['s', 'subDocument', 'sub.docx']],
    files: { 'word/sub.docx': docx({ body: p(words) }) },
  });
  expect(within.findings).toEqual([{ kind: 'embedded-files', places: ['「見える文」の次'] }]);
});
