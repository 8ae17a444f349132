import { expect, test } from 'vitest';
import type { Scene } from '../index-files.ts';
import { parseQuery } from '../text/query.ts';
import { contentWords, isQuestion, scenesFirst } from './scene-words.ts';

const scenes: Scene[] = [
  { page: 1, title: '留学生等の受入れ', url: '/1/', words: ['研究生', '中国', '装置を使わせる'] },
  { page: 2, title: '機器・試料の持出しと送付', url: '/2/', words: ['持ち帰り用ノートPC', '中国'] },
];
const first = (typed: string, found: number[] = []) =>
  scenesFirst(scenes, parseQuery(typed), found).map(({ page, words }) => [page, ...words]);

test.each([
  ['来月、研究生を受け入れて装置を使わせる。何が要る？', true],
  ['中国に持ち帰り用ノートPCを持って行きたい', true],
  ['安全保障輸出管理の研修', false],
  ['利益相反マネジメントポリシー', false],
  ['受け入れ', false],
])('%s: a question is %s', (text, expected) => {
  expect(isQuestion({ text, exact: false })).toBe(expected);
});

test('a term brings a scene first only if the scene was found', () => {
  expect(first('研究生', [5, 1])).toEqual([[1, '研究生']]);
  expect(first('研究生', [5])).toEqual([]);
  expect(first('の', [1, 2])).toEqual([]);
});

test('the words that carry a meaning are found in a sentence', () => {
  expect(contentWords('来月、MTAでマウスの試料を送る')).toEqual(['来月', 'MTA', 'マウス', '試料']);
});
