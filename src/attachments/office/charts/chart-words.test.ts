import { expect, it } from 'vitest';
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
