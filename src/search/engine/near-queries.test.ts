import { expect, test } from 'vitest';
import type { VocabularyTerm } from '../index-files.ts';
import { parseQuery } from '../text/query.ts';
import { nearQueries } from './near-queries.ts';

const term = (name: string, reading: string, synonyms: string[] = []): VocabularyTerm => ({
  url: '/',
  term: name,
  reading,
  synonyms,
  related: [],
  present: [],
});
const glossary = [
  term('みなし輸出', 'みなしゆしゅつ'),
  term('利益相反', 'りえきそうはん', ['COI']),
  term('誓約書', 'せいやくしょ'),
];
const near = (typed: string, terms = glossary) => nearQueries(parseQuery(typed), terms);

test('of a compound the beginnings and the ends are tried, longest first, after the compound', () => {
  expect(near('研究生規程')).toEqual([
    ['研究生規程', '研究生規', '研究生', '研究'],
    ['研究生規程', '究生規程', '生規程', '規程'],
  ]);
});

test.each(['新幹線', 'フォーム', 'abcdef'])('%s is no compound: only itself is tried', (typed) => {
  expect(near(typed)).toEqual([[typed], [typed]]);
});

test.each([
  ['みなし輸入', 'みなし輸出'],
  ['ミナシユシツ', 'みなし輸出'],
  ['りえきそうはつ', '利益相反'],
  ['ＣＯＩＩ', '利益相反'],
])('%s may be a slip for %s', (typed, meant) => {
  expect(near(typed)[0]).toEqual([meant]);
});

test('of the glossary the most alike are offered first, and three at most', () => {
  const terms = ['輸出管理法', '輸出管理令', '輸出管理規程集', '輸出管理'].map((name) =>
    term(name, ''),
  );
  const offered = near('輸出管理報', terms).slice(0, 3);
  expect(offered).toHaveLength(3);
  expect(offered[0]).toEqual(['輸出管理']);
  expect(offered).not.toContainEqual(['輸出管理規程集']);
});

test('of a question its words are tried, together and one by one', () => {
  expect(near('誓約書の様式について', [])).toEqual([['誓約書 様式'], ['誓約書'], ['様式']]);
});

test('each term of a query is tried, ten rows at most', () => {
  expect(near('新幹線 電車', [])).toEqual([['新幹線'], ['新幹線'], ['電車'], ['電車']]);
  expect(near('一号 二号 三号 四号 五号 六号 七号', [])).toHaveLength(10);
});

test.each(['', '、。', '-誓約書'])('for %j nothing is tried', (typed) => {
  expect(near(typed)).toEqual([]);
});
