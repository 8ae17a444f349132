import { expect, test } from 'vitest';
import { parseQuery } from './query.ts';

const terms = (typed: string) => {
  const { wanted, unwanted } = parseQuery(typed);
  const written = ({ text, exact }: { text: string; exact: boolean }) =>
    exact ? `"${text}"` : text;
  return [...wanted.map(written), ...unwanted.map((term) => `-${written(term)}`)];
};

test.each([
  ['利益相反 兼業　申告', ['利益相反', '兼業', '申告']],
  [
    '「利益相反の管理」 『研究 公正』 "open science" “x y”',
    ['"利益相反の管理"', '"研究 公正"', '"open science"', '"x y"'],
  ],
  ['利益相反 -臨床 －"個人 情報"', ['利益相反', '-臨床', '-"個人 情報"']],
  ['研究-規程', ['研究-規程']],
  ['- 規程', ['規程']],
  ['大学における「輸出管理」の実施', ['大学における', '"輸出管理"', 'の実施']],
  ['"閉じない 引用', ['"閉じない 引用"']],
  ['ﾊﾞｽ', ['バス']],
  ['""「」、。 -', []],
  ['\ud800', []],
])('%s', (typed, expected) => {
  expect(terms(typed)).toEqual(expected);
});

test('what is longer than a page could be looked through for says so', () => {
  expect(parseQuery('利'.repeat(160)).tooLong).toBe(false);
  expect(parseQuery('利'.repeat(161)).tooLong).toBe(true);
  expect(parseQuery('利 '.repeat(17)).tooLong).toBe(true);
  expect(parseQuery('、'.repeat(20_000)).tooLong).toBe(true);
});
