import type { WordCell, WordNode, WordRow } from '../word/word-tree.ts';
import { declared, nameOf } from './html-elements.ts';
import { isUnseen } from './html-line.ts';
import type { Reading } from './reading.ts';

/** As wide as Word makes a table; a copy may claim a billion columns. */
const widest = 100;

/**
 * Reads a table as rows of cells, without what a sheet hides.
 * @param blocksOf reads what stands in a cell
 * @returns what stands in it, one below the other, where it only arranges a page or is a single cell of a sheet
 */
export const tableIn = (
  table: Element,
  reading: Reading,
  blocksOf: (cell: Element) => WordNode[],
): WordNode[] => {
  const rows = rowsOf(table, reading);
  if (arranges(table, rows, reading)) return rows.flat().flatMap(blocksOf);
  const hidden = hiddenColumns(table, reading);
  const cells = rows.map((row, at) => cellsOf(row, rows.length - at));
  const children = visible(cells, hidden, reading).map(
    (row): WordRow => ({
      type: 'tableRow',
      children: row.map(
        ({ element, colSpan, rowSpan }): WordCell => ({
          type: 'tableCell',
          colSpan,
          rowSpan,
          children: blocksOf(element),
        }),
      ),
    }),
  );
  const filled = children.filter((row) => row.children.length > 0);
  return filled.length > 0 ? [{ type: 'table', children: filled }] : [];
};

const rowsOf = (table: Element, reading: Reading): Element[][] =>
  [...table.children]
    .flatMap((part) => (/^(?:thead|tbody|tfoot)$/.test(nameOf(part)) ? [...part.children] : [part]))
    .filter((row) => nameOf(row) === 'tr' && !isUnseen(row, reading))
    .map((row) =>
      [...row.children].filter(
        (cell) => ['td', 'th'].includes(nameOf(cell)) && !isUnseen(cell, reading),
      ),
    );

/** Pages and mails arrange what they show by tables; Office makes boxes of single cells, and sheets are all cells. */
const arranges = (table: Element, rows: readonly Element[][], { source }: Reading): boolean => {
  const isSingle = rows.length === 1 && rows[0]?.length === 1;
  if (source === 'excel') return isSingle;
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return true;
  return source !== 'word' && (isSingle || table.querySelector('table, h1, h2, h3') !== null);
};

type Spanned = { element: Element; colSpan: number; rowSpan: number };

const cellsOf = (row: readonly Element[], rowsLeft: number): Spanned[] =>
  row.map((element) => ({
    element,
    colSpan: span(element, 'colspan', widest),
    // 0 is all that are left.
    rowSpan:
      element.getAttribute('rowspan') === '0' ? rowsLeft : span(element, 'rowspan', rowsLeft),
  }));

const span = (cell: Element, name: string, most: number): number => {
  const written = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return Math.min(most, Math.max(1, Number.isFinite(written) ? written : 1));
};

const hiddenColumns = (table: Element, { styles }: Reading): ReadonlySet<number> => {
  const hidden = new Set<number>();
  let at = 0;
  for (const column of table.querySelectorAll('col')) {
    const wide = span(column, 'span', widest);
    if (declared(styles.of(column), 'display') === 'none') {
      for (let x = at; x < at + wide; x += 1) hidden.add(x);
    }
    at += wide;
  }
  return hidden;
};

const visible = (
  rows: readonly Spanned[][],
  hidden: ReadonlySet<number>,
  { losses }: Reading,
): Spanned[][] => {
  if (hidden.size === 0) return [...rows];
  const until: number[] = [];
  return rows.map((row, y) => {
    let x = 0;
    return row.flatMap((cell) => {
      while ((until[x] ?? 0) > y) x += 1;
      let seen = 0;
      for (let right = 0; right < cell.colSpan; right += 1) {
        until[x + right] = y + cell.rowSpan;
        if (!hidden.has(x + right)) seen += 1;
      }
      x += cell.colSpan;
      if (seen > 0) return [{ ...cell, colSpan: seen }];
      if ((cell.element.textContent ?? '').trim() !== '') losses.add('hidden');
      return [];
    });
  });
};
