import { describe, expect, it } from 'vitest';
import { docx, p, r } from '../../fixtures/word-files.ts';
import { readOffice } from '../../read-office.ts';

const words = 'カナリア';
const lines = (count: number): string =>
  Array.from({ length: count }, (_, at) => p(`行${at + 1}`)).join('');

const read = (body: string) => {
  const { findings, pages } = readOffice(docx({ body: p('見える文') + body }), '.docx');
  return { findings: findings.map(({ kind }) => kind), text: pages[0]?.text ?? '' };
};

const point = 12_700;
/** A text box of so many points across and down. */
const box = (content: string, [width, height]: readonly number[], body = '', text = ''): string => {
  const extent = `cx="${(width ?? 0) * point}" cy="${(height ?? 0) * point}"`;
  return p(
    `<w:r><w:drawing><wp:inline><wp:extent ${extent}/><wp:docPr id="9" name="枠"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx ${text}><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr>${body}</wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
  );
};
const row = (height: string, content: string): string =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2400"/></w:tblGrid><w:tr><w:trPr><w:trHeight ${height}/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>${content}</w:tc></w:tr></w:tbl>`;

describe('what has no room', () => {
  it.each([
    ['in a box of no size', box(p(words), [0, 0])],
    ['in a box of no height', box(p(words), [200, 0.5])],
    ['below the end of a box', box(lines(30) + p(words), [200, 80])],
    [
      'below the end of a box, by the size of its letters',
      box(p(r('大きな字', '<w:sz w:val="96"/>')).repeat(2) + p(words), [200, 80]),
    ],
    ['below the end of a row', row('w:val="300" w:hRule="exact"', lines(4) + p(words))],
  ])('is hidden %s', (_, body) => {
    const { findings, text } = read(body);
    expect(findings).toEqual(['hidden-text']);
    expect(text).not.toContain(words);
  });
});

describe('what has room, or may have', () => {
  it.each([
    ['in a box', box(lines(4) + p(words), [200, 80])],
    ['in a box that grows', box(lines(30) + p(words), [200, 80], '<a:spAutoFit/>')],
    ['in a box that goes on in another', box(lines(30) + p(words), [200, 80], '', 'id="1"')],
    ['in a row', row('w:val="300" w:hRule="exact"', p(words))],
    ['in a row that grows', row('w:val="300" w:hRule="atLeast"', lines(9) + p(words))],
  ])('is seen %s', (_, body) => {
    const { findings, text } = read(body);
    expect(findings).toEqual([]);
    expect(text).toContain(words);
  });
});
