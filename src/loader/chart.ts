import * as Plot from '@observablehq/plot';
import type { Element, ElementContent, Root } from 'hast';
import { parseHTML } from 'linkedom';
import { htmlToHast } from 'satteri';
import { holdableInXml } from '../formats/xml-text.ts';
import { readCsvTable } from '../source/csv-table.ts';

/** One bar of a chart. */
export type ChartRow = { item: string; value: number };

export type ChartSource = {
  title: string;
  /** Who the numbers are out of, as it stands in the caption. */
  denominator: string;
  unit: string;
  rows: readonly ChartRow[];
  columns: readonly string[];
  /** Where the reader gets the numbers as a file. */
  csvAddress: string;
};

/** Reads the first two columns of a CSV, header row first. The check has already refused one that is not so. */
export function chartRows(csv: string): { columns: string[]; rows: ChartRow[] } {
  const table = readCsvTable(csv);
  if ('mistake' in table) return { columns: [], rows: [] };
  return {
    columns: table.head.slice(0, 2),
    rows: table.rows.map(({ cells: [item = '', value = ''] }) => ({
      item: holdableInXml(item),
      value: Number(value),
    })),
  };
}

const width = 420;
const rowHeight = 58;

/** htmlToHast always answers with a whole document; what was asked for lies somewhere inside. */
function firstElement(parent: Root | Element, tagName: string): Element {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === tagName) return child;
    const inner = child.tagName === 'head' ? undefined : firstElement(child, tagName);
    if (inner) return inner;
  }
  throw new Error(`No <${tagName}> in what Plot drew. Look at drawBars() in chart.ts.`);
}

/**
 * Bars with their labels on the marks. The drawing is set for a phone's width and scaled up, never down, so that
 * its letters stay legible at 375 px. Colours and type come from the style sheet: Plot's own `<style>` would need
 * `unsafe-inline` in the content security policy, and is taken out.
 */
function drawBars(source: ChartSource): ElementContent[] {
  const { document } = parseHTML('<html><body></body></html>');
  const unit = holdableInXml(source.unit);
  const rows = source.rows.map((row) => ({ ...row, label: `${row.value}${unit}` }));
  const figure = Plot.plot({
    document,
    width,
    height: rows.length * rowHeight + 8,
    marginLeft: 0,
    marginRight: 90,
    marginTop: 0,
    marginBottom: 8,
    x: { axis: null, domain: [0, Math.max(1, ...rows.map(({ value }) => value))] },
    y: { axis: null, domain: rows.map(({ item }) => item), padding: 0 },
    marks: [
      Plot.barX(rows, {
        x: 'value',
        y: 'item',
        insetTop: 28,
        insetBottom: 6,
        fill: 'currentColor',
      }),
      Plot.text(rows, {
        x: 0,
        y: 'item',
        text: 'item',
        textAnchor: 'start',
        dy: -15,
        fill: 'currentColor',
      }),
      Plot.text(rows, {
        x: 'value',
        y: 'item',
        text: 'label',
        textAnchor: 'start',
        dx: 6,
        dy: 11,
        fill: 'currentColor',
      }),
    ],
  });
  for (const style of figure.querySelectorAll('style')) style.remove();
  for (const styled of figure.querySelectorAll('[style]')) styled.removeAttribute('style');
  figure.removeAttribute('class');
  figure.setAttribute('viewBox', `0 0 ${width} ${rows.length * rowHeight + 8}`);
  figure.setAttribute('aria-hidden', 'true');
  figure.querySelector('[aria-label="bar"]')?.setAttribute('class', 'bars');
  return [firstElement(htmlToHast(figure.outerHTML) as Root, 'svg')];
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: (ElementContent | string)[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) =>
    typeof child === 'string' ? { type: 'text', value: child } : child,
  ),
});

/** A figure: the drawing, what it is out of, the same numbers as a table, and the file they come from. */
export function chartFigure(source: ChartSource): Element {
  const [itemHead = '', valueHead = ''] = source.columns;
  return element('figure', { className: ['chart'] }, [
    element('figcaption', {}, [
      element('span', { className: ['chart-title'] }, [source.title]),
      element('span', { className: ['chart-denominator'] }, [source.denominator]),
    ]),
    ...drawBars(source),
    element('table', {}, [
      element('thead', {}, [
        element('tr', {}, [
          element('th', { scope: 'col' }, [itemHead]),
          element('th', { scope: 'col', className: ['number'] }, [
            `${valueHead}（${source.unit}）`,
          ]),
        ]),
      ]),
      element(
        'tbody',
        {},
        source.rows.map(({ item, value }) =>
          element('tr', {}, [
            element('th', { scope: 'row' }, [item]),
            element('td', { className: ['number'] }, [String(value)]),
          ]),
        ),
      ),
    ]),
    element('p', { className: ['chart-file'] }, [
      element('a', { href: source.csvAddress }, ['数値をCSVで受け取る']),
    ]),
  ]);
}
