import { describe, expect, it } from 'vitest';
import { head, relations } from '../fixtures/package-files.ts';
import {
  box,
  chartBook,
  chartFiles,
  chartFrame,
  chartRelation,
  pptx,
  slide,
} from '../fixtures/powerpoint-files.ts';
import { readOffice } from '../read-office.ts';

const words = 'カナリア';
const white = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>';
const run = (text: string, look = ''): string =>
  `<a:r><a:rPr>${look}</a:rPr><a:t>${text}</a:t></a:r>`;
const shape = (text: string, { attributes = '', fill = '' } = {}): string =>
  `<cdr:sp><cdr:nvSpPr><cdr:cNvPr id="2" name="注" ${attributes}/><cdr:cNvSpPr/></cdr:nvSpPr><cdr:spPr>${fill}</cdr:spPr><cdr:txBody><a:bodyPr/><a:p>${text}</a:p></cdr:txBody></cdr:sp>`;
const anchor = (inner: string, from = '0.1', to = '0.5'): string =>
  `<cdr:relSizeAnchor xmlns:cdr="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"><cdr:from><cdr:x>${from}</cdr:x><cdr:y>0.1</cdr:y></cdr:from><cdr:to><cdr:x>${to}</cdr:x><cdr:y>0.5</cdr:y></cdr:to>${inner}</cdr:relSizeAnchor>`;

const read = (shapes: string) => {
  const files = chartFiles(chartBook());
  const reading = readOffice(
    pptx({
      slides: [{ xml: slide(box(['題'], 'title') + chartFrame), relations: [chartRelation] }],
      files: {
        ...files,
        'ppt/charts/chart1.xml': (files['ppt/charts/chart1.xml'] as string).replace(
          '</c:chartSpace>',
          '<c:userShapes r:id="u"/></c:chartSpace>',
        ),
        'ppt/charts/_rels/chart1.xml.rels': relations(
          ['data', 'package', '../embeddings/book1.xlsx'],
          ['u', 'chartUserShapes', '../drawings/drawing1.xml'],
        ),
        'ppt/drawings/drawing1.xml': `${head}<c:userShapes xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${shapes}</c:userShapes>`,
      },
    }),
    '.pptx',
  );
  return { findings: reading.findings, text: reading.pages[0]?.text ?? '' };
};

describe('what was drawn into a chart', () => {
  it.each([
    ['a hidden shape', anchor(shape(run(words), { attributes: 'hidden="1"' }))],
    ['one beside the chart', anchor(shape(run(words)), '9.1', '9.9')],
    ['letters in the colour of their shape', anchor(shape(run(words, white), { fill: white }))],
    ['letters without a fill', anchor(shape(run(words, '<a:noFill/>')))],
    ['letters of a point', anchor(shape(run(words).replace('<a:rPr>', '<a:rPr sz="100">')))],
  ])('is refused where nobody sees it: %s', (_, shapes) => {
    const { findings, text } = read(shapes + anchor(shape(run('見える注'))));
    expect(findings).toEqual([
      { kind: 'hidden-text', places: ['スライド1のグラフに描いた、見えない文字'] },
    ]);
    expect(text).not.toContain(words);
    expect(text).toContain('見える注');
  });

  it.each([
    ['a shape', anchor(shape(run('見える注')))],
    ['white letters on no ground of their own', anchor(shape(run('見える注', white)))],
    ['one that reaches over the edge', anchor(shape(run('見える注')), '0.9', '1.2')],
  ])('is sound: %s', (_, shapes) => {
    const { findings, text } = read(shapes);
    expect(findings).toEqual([]);
    expect(text).toContain('見える注');
  });
});
