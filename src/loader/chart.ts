import * as Plot from '@observablehq/plot';
import type { Element, ElementContent, Root } from 'hast';
import { parseHTML } from 'linkedom';
import { htmlToHast } from 'satteri';
import { holdableInXml } from '../formats/xml-text.ts';
import { readCsvTable } from '../source/csv-table.ts';

/** What is told of one item: a number for each column of numbers; null where the source states none. */
export type ChartRow = { item: string; values: readonly (number | null)[] };

export type ChartSource = {
  title: string;
  /** Who the numbers are out of, as it stands in the caption. */
  denominator: string;
  unit: string;
  rows: readonly ChartRow[];
  /** The head of the items, and that of each column of numbers. */
  columns: readonly string[];
  /** Where the reader gets the numbers as a file. */
  csvAddress: string;
};

/** More answers than can be told apart side by side. */
const mostColumns = 6;

/** A cell after the second may be empty, where the source tells an answer of some items alone. */
const isNumberOrEmpty = (cell: string): boolean => /^(?:-?\d{1,15}(?:\.\d{1,15})?)?$/.test(cell);

/**
 * Reads a CSV, header row first: the items, their numbers, and further columns for as long as they hold nothing but numbers.
 * The check has already refused one whose second column is not so.
 */
export function chartRows(csv: string): { columns: string[]; rows: ChartRow[] } {
  const table = readCsvTable(csv);
  if ('mistake' in table) return { columns: [], rows: [] };
  const { head, rows } = table;
  const stop = head.findIndex(
    (name, index) =>
      index > 1 && (name === '' || !rows.every(({ cells }) => isNumberOrEmpty(cells[index] ?? ''))),
  );
  const columns = head.slice(0, stop < 0 ? undefined : stop).slice(0, 1 + mostColumns);
  return {
    columns,
    rows: rows.map(({ cells: [item = '', ...cells] }) => ({
      item: holdableInXml(item),
      values: columns.slice(1).map((_, index) => {
        const cell = cells[index] ?? '';
        return cell === '' ? null : Number(cell);
      }),
    })),
  };
}

/** One bar of the drawing: of an item alone, or of one answer about it. */
type Bar = { key: string; item: string; value: number; label: string };

const barsOf = ({ rows, columns, unit }: ChartSource): Bar[] =>
  rows.flatMap(({ item, values }, row) =>
    values.flatMap((value, column) => {
      if (value === null) return [];
      const answer = columns.length > 2 ? `　${holdableInXml(columns[column + 1] ?? '')}` : '';
      return {
        key: `${row} ${column}`,
        item: `${item}${answer}`,
        value,
        label: `${value}${holdableInXml(unit)}`,
      };
    }),
  );

/** Words under a chart. */
const words = {
  table: '数値を表で見る',
  file: '数値をCSVで受け取る',
  notStated: '確認した範囲に記載なし',
} as const;

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
  const rows = barsOf(source);
  const figure = Plot.plot({
    document,
    width,
    height: rows.length * rowHeight + 8,
    marginLeft: 0,
    marginRight: 90,
    marginTop: 0,
    marginBottom: 8,
    x: { axis: null, domain: [0, Math.max(1, ...rows.map(({ value }) => value))] },
    y: { axis: null, domain: rows.map(({ key }) => key), padding: 0 },
    marks: [
      Plot.barX(rows, {
        x: 'value',
        y: 'key',
        insetTop: 28,
        insetBottom: 6,
        fill: 'currentColor',
      }),
      Plot.text(rows, {
        x: 0,
        y: 'key',
        text: 'item',
        textAnchor: 'start',
        dy: -15,
        fill: 'currentColor',
      }),
      Plot.text(rows, {
        x: 'value',
        y: 'key',
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

/** A cell of the table under a drawing. */
const numberCell = (value: number | null): Element =>
  value === null
    ? element('td', {}, [words.notStated])
    : element('td', { className: ['number'] }, [String(value)]);

/** A figure: the drawing, what it is out of, and, folded under it, the same numbers as a table with the file they come from. */
export function chartFigure(source: ChartSource): Element {
  const [itemHead = '', ...heads] = source.columns;
  const table = element('table', {}, [
    element('thead', {}, [
      element('tr', {}, [
        element('th', { scope: 'col' }, [itemHead]),
        ...heads.map((head) =>
          element('th', { scope: 'col', className: ['number'] }, [`${head}（${source.unit}）`]),
        ),
      ]),
    ]),
    element(
      'tbody',
      {},
      source.rows.map(({ item, values }) =>
        element('tr', {}, [element('th', { scope: 'row' }, [item]), ...values.map(numberCell)]),
      ),
    ),
  ]);
  return element('figure', { className: ['chart'] }, [
    element('figcaption', {}, [
      element('span', { className: ['chart-title'] }, [source.title]),
      element('span', { className: ['chart-denominator'] }, [source.denominator]),
    ]),
    ...drawBars(source),
    element('details', {}, [
      element('summary', {}, [words.table]),
      table,
      element('p', { className: ['chart-file'] }, [
        element('a', { href: source.csvAddress }, [words.file]),
      ]),
    ]),
  ]);
}
