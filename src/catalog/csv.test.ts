import { csvParse } from 'd3-dsv';
import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

const cell = (value: Parameters<typeof csvText>[1][number][string]) =>
  csvParse(csvText(['a', 'b'], [{ a: 'x', b: value }]).slice(1))[0]?.b;

test('the file begins with a byte order mark and a line of names', () => {
  expect(csvText(['題名', '数'], [{ 題名: '「引用」, と"符"', 数: 3 }])).toBe(
    '\uFEFF題名,数\n"「引用」, と""符""",3\n',
  );
});

test.each([
  ['=HYPERLINK("https://example.org")', '\'=HYPERLINK("https://example.org")'],
  ['+81', "'+81"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['＝1+1', "'＝1+1"],
  ['2+2', '2+2'],
])('%j is never run as a formula', (value, shown) => expect(cell(value)).toBe(shown));

test('a list that begins like a formula is guarded as a whole', () => {
  expect(cell(['=1', '=2'])).toBe("'=1;=2");
});

test('lists and records are flattened, and what is missing stays empty', () => {
  expect(cell(['規程', '様式'])).toBe('規程;様式');
  expect(cell([{ title: '規程集', url: null, kind: '写し' }, { title: '要項' }])).toBe(
    '規程集 写し;要項',
  );
  expect(cell(null)).toBe('');
  expect(cell(false)).toBe('false');
});
