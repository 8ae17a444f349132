import { expect, test } from 'vitest';
import { japaneseDate, yearOf } from './japanese-date.ts';

test.each([
  ['2016-03-30', '2016年3月30日（平成28年）'],
  ['2019-04-30', '2019年4月30日（平成31年）'],
  ['2019-05-01', '2019年5月1日（令和元年）'],
  ['2019', '2019年（平成31年・令和元年）'],
  ['2023-01', '2023年1月（令和5年）'],
  ['FY2014', '2014年度（平成26年度）'],
  ['FY2019', '2019年度（令和元年度）'],
  ['1989-01', '1989年1月（昭和64年・平成元年）'],
  ['1949', '1949年（昭和24年）'],
])('%s', (stated, shown) => expect(japaneseDate(stated)).toBe(shown));

test('a fiscal year and a calendar year stand in the same year', () => {
  expect(yearOf('FY2014')).toBe('2014');
  expect(yearOf('2014-12-01')).toBe('2014');
});
