import { describe, expect, it } from 'vitest';
import { chartDocx, chartOf, newerChartOf, usualSeries } from '../fixtures/chart-files.ts';
import { relations } from '../fixtures/package-files.ts';
import { readOffice } from '../read-office.ts';

const words = (line: string) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`;
const textOf = (file: Uint8Array) => readOffice(file, '.docx').pages[0]?.text;

it('reads the titles of a chart, also where they are taken from a cell', () => {
  const written = `<c:title><c:tx><c:rich>${words('年度ごとの件数')}</c:rich></c:tx></c:title>`;
  const taken =
    '<c:title><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>件数</c:v></c:pt></c:strCache></c:strRef></c:tx></c:title>';
  expect(textOf(chartDocx(chartOf(usualSeries, written + taken)))).toBe(
    '件数の推移\n年度ごとの件数\n件数',
  );
});

it('reads the title of a chart of 2016 and after', () => {
  const chart = newerChartOf('<cx:strDim type="cat"><cx:f>Sheet1!$A$1:$B$4</cx:f></cx:strDim>');
  const title = '<cx:title><cx:tx><cx:txData><cx:v>内訳</cx:v></cx:txData></cx:tx></cx:title>';
  const whole = chart.replace('</cx:chartSpace>', `<cx:chart>${title}</cx:chart></cx:chartSpace>`);
  expect(textOf(chartDocx(whole))).toBe('件数の推移\n内訳');
});

it('reads what was drawn into a chart', () => {
  const shapes = `<c:userShapes xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:cdr="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"><cdr:relSizeAnchor><cdr:sp><cdr:txBody>${words('ここで制度が変わった')}</cdr:txBody></cdr:sp></cdr:relSizeAnchor></c:userShapes>`;
  const file = chartDocx(chartOf(usualSeries), undefined, {
    'word/drawings/drawing1.xml': shapes,
    'word/charts/_rels/chart1.xml.rels': relations(
      ['book', 'package', '../embeddings/book.xlsx'],
      ['s', 'chartUserShapes', '../drawings/drawing1.xml'],
    ),
  });
  expect(textOf(file)).toBe('件数の推移\nここで制度が変わった');
});

describe('letters of a title', () => {
  const fill = (colour: string) => `<a:solidFill>${colour}</a:solidFill>`;
  const white = '<a:srgbClr val="ffffff"/>';
  const paper = '<a:schemeClr val="bg1"/>';
  const title = (properties: string, more = '') =>
    `<c:title><c:tx><c:rich>${words('件数')}<a:p><a:r>${properties}<a:t>SECRET控え</a:t></a:r></a:p></c:rich></c:tx>${more}</c:title>`;
  const on = (area: string, titled: string) =>
    chartDocx(
      chartOf(usualSeries, titled).replace('</c:chart>', `</c:chart><c:spPr>${area}</c:spPr>`),
    );
  const run = (inner: string) => `<a:rPr>${inner}</a:rPr>`;

  it.each([
    ['in the colour of the chart', on(fill(white), title(run(fill('<a:srgbClr val="FFFFFF"/>'))))],
    ['in the paper of the theme', on(fill(paper), title(run(fill('<a:schemeClr val="lt1"/>'))))],
    ['of a point', on('', title('<a:rPr sz="100"/>'))],
    ['without a fill', on('', title(run('<a:noFill/>')))],
  ])('are found, and no text: %s', (_name, file) => {
    const { findings, pages } = readOffice(file, '.docx');
    expect(findings).toEqual([
      { kind: 'hidden-text', places: [expect.stringMatching(/グラフの題にある、見えない文字$/)] },
    ]);
    expect(JSON.stringify(pages)).not.toContain('SECRET');
  });

  it.each([
    ['on another colour', on(fill('<a:srgbClr val="203864"/>'), title(run(fill(white))))],
    ['on what lies behind the chart', on('<a:noFill/>', title(run(fill(white))))],
    ['over what is drawn', on(fill(white), title(run(fill(white)), '<c:overlay val="1"/>'))],
    [
      'on a ground of their own',
      on(
        fill(white),
        title(run(fill(white)), `<c:spPr>${fill('<a:srgbClr val="203864"/>')}</c:spPr>`),
      ),
    ],
    [
      'in a lighter paper',
      on(
        fill(paper),
        title(run(fill('<a:schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr>'))),
      ),
    ],
  ])('are seen %s', (_name, file) => {
    const { findings, pages } = readOffice(file, '.docx');
    expect(findings).toEqual([]);
    expect(JSON.stringify(pages)).toContain('SECRET');
  });
});
