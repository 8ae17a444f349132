import { describe, expect, it } from 'vitest';
import type { FileTable } from '../../reading.ts';
import { nothingSaid, tableWithHeads } from './heads.ts';
import { laidTable, newCellBudget, type PlacedCell } from './laid-table.ts';

/** Cells by what they say; `!` before it sets one apart. */
const cells = (rows: readonly (readonly string[])[]): PlacedCell[] =>
  rows.flatMap((row, at) =>
    row.map((written, column) => ({
      row: at,
      column,
      across: 1,
      down: 1,
      text: written.replace(/^!/, ''),
      isMarked: written.startsWith('!'),
    })),
  );
const tableOf = (rows: readonly (readonly string[])[], said = nothingSaid): FileTable | null => {
  const laid = laidTable(cells(rows), rows.length, newCellBudget());
  return laid && tableWithHeads(laid, said);
};
/** Heads with what they are heads of: `c` of columns, `r` of rows. */
const headsOf = (table: FileTable | null) =>
  table?.rows.map((row) => row.map(({ text, head }) => (head ? `${head[0]}:${text}` : text)));

describe('the heads of a table', () => {
  it('are the rows that the file calls so, and no empty cell', () => {
    expect(
      headsOf(
        tableOf(
          [
            ['', '項目'],
            ['1', '装置'],
          ],
          { rows: 1, column: false },
        ),
      ),
    ).toEqual([
      ['', 'c:項目'],
      ['1', '装置'],
    ]);
  });

  it('are first rows that are set apart, an empty cell of them too', () => {
    expect(
      headsOf(
        tableOf([
          ['!', '!項目'],
          ['1', '装置'],
        ]),
      ),
    ).toEqual([
      ['', 'c:項目'],
      ['1', '装置'],
    ]);
  });

  it('are the labels of a form, also where two stand in a row', () => {
    expect(
      headsOf(
        tableOf([
          ['!氏名', '', '!所属', ''],
          ['!期間', '', '!身分', ''],
        ]),
      ),
    ).toEqual([
      ['r:氏名', '', 'r:所属', ''],
      ['r:期間', '', 'r:身分', ''],
    ]);
  });

  it('are no cells that are marked within a row', () => {
    expect(
      headsOf(
        tableOf([
          ['!甲', '!乙', '!丙'],
          ['1', '!2', '3'],
        ]),
      )?.[1],
    ).toEqual(['1', '2', '3']);
  });

  it('are the first of two columns where nothing is said or shown', () => {
    expect(
      headsOf(
        tableOf([
          ['氏名', ''],
          ['所属', ''],
        ]),
      ),
    ).toEqual([
      ['r:氏名', ''],
      ['r:所属', ''],
    ]);
  });

  it('are the first of several rows where it says something in each cell', () => {
    expect(
      headsOf(
        tableOf([
          ['部署', '役割', '期限'],
          ['国際課', '', '5日'],
        ]),
      )?.[0],
    ).toEqual(['c:部署', 'c:役割', 'c:期限']);
  });

  it('are not made up: what only lays things out is no table', () => {
    expect(
      tableOf([
        ['', '2', ''],
        ['', '', '文'],
      ]),
    ).toBeNull();
    expect(tableOf([['一つの枠']])).toBeNull();
  });
});

it('rows at the end that hold nothing are counted', () => {
  const table = tableOf([
    ['!番号', '!企業'],
    ['', ''],
    ['', ''],
  ]);
  expect(table?.blankRows).toBe(2);
  expect(headsOf(table)).toEqual([['c:番号', 'c:企業']]);
});

describe('cells in their places', () => {
  const placed = (changes: Partial<PlacedCell>): PlacedCell => ({
    row: 0,
    column: 0,
    across: 1,
    down: 1,
    text: '',
    isMarked: false,
    ...changes,
  });

  it('fill each row to the same width, whatever it leaves out', () => {
    const laid = laidTable(
      [placed({ across: 2, down: 9, text: '縦横' }), placed({ row: 1, column: 3, text: '右' })],
      3,
      newCellBudget(),
    );
    expect(
      laid?.rows.map((row) => row.map(({ column, across, down }) => [column, across, down])),
    ).toEqual([
      [
        [0, 2, 3],
        [2, 1, 1],
        [3, 1, 1],
      ],
      [
        [2, 1, 1],
        [3, 1, 1],
      ],
      [
        [2, 1, 1],
        [3, 1, 1],
      ],
    ]);
  });

  it('are lines where one covers what another says', () => {
    expect(
      laidTable([placed({ down: 2 }), placed({ row: 1, text: '下' })], 2, newCellBudget()),
    ).toBeNull();
    expect(
      laidTable([placed({ across: 2 }), placed({ column: 1, text: '右' })], 1, newCellBudget()),
    ).toBeNull();
  });

  it('are lines once more than the most is kept, however far apart they stand', () => {
    const budget = newCellBudget();
    expect(laidTable([placed({ column: 150, text: '右' })], 1_000_000, budget)).toBeNull();
    expect(laidTable([placed({ column: 16_383, text: '右' })], 1, budget)).toBeNull();
    expect(budget).toEqual(newCellBudget());
    expect(laidTable([placed({ text: '上' })], budget.left, budget)).not.toBeNull();
    expect(laidTable([placed({ text: '上' })], 1, budget)).toBeNull();
  });
});
