import { expect, it } from 'vitest';
import { readCsvTable } from './csv-table.ts';

it('reads a table with quoted cells, and the lines on which its rows begin', () => {
  expect(readCsvTable('\uFEFF項目,数\r\n"ある, または\r\n準備中",31\r\n\r\n"「""」",9')).toEqual({
    head: ['項目', '数'],
    rows: [
      { cells: ['ある, または\n準備中', '31'], line: 2 },
      { cells: ['「"」', '9'], line: 5 },
    ],
  });
});

it('keeps empty cells', () => {
  expect(readCsvTable('a,b,\n,,1\n')).toEqual({
    head: ['a', 'b', ''],
    rows: [{ cells: ['', '', '1'], line: 2 }],
  });
});

it('reads nothing as no table', () => {
  expect(readCsvTable('')).toEqual({ head: [], rows: [] });
});

it('tells where quotes do not match', () => {
  expect(readCsvTable('a,b\n"c,1\n')).toEqual({ line: 2, mistake: 'unclosed-quote' });
  expect(readCsvTable('a,b\nc"d,1\n')).toEqual({ line: 2, mistake: 'stray-quote' });
});
