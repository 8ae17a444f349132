import { expect, test } from 'vitest';
import type { Scene } from '../index-files.ts';
import { parseQuery } from '../text/query.ts';
import { scenesOfQuestion, scenesOfWholeQuestion } from './scenes-of-question.ts';

const scenes: Scene[] = [
  { page: 1, title: '留学生等の受入れ', url: '/1/', words: ['研究生', '中国', '装置を使わせる'] },
  { page: 2, title: '機器・試料の持出しと送付', url: '/2/', words: ['持ち帰り用ノートPC', '中国'] },
];
const first = (typed: string) =>
  scenesOfQuestion(scenes, parseQuery(typed)).map(({ page, words }) => [page, ...words]);

test('a question finds scenes by the words in it, most of them first', () => {
  expect(first('中国から外国人研究生を受け入れて、装置を使わせる予定です')).toEqual([
    [1, '研究生', '中国', '装置を使わせる'],
    [2, '中国'],
  ]);
  expect(first('中国料理を食べに行きたいです')).toEqual([]);
});

test('no scene is chosen for one word that is on many pages', () => {
  const chosen = (typed: string) =>
    scenesOfWholeQuestion(
      scenes,
      parseQuery(typed),
      (word) => (word === '中国' ? 0.3 : 0.01),
      (page) => (page === 1 ? 0.2 : 0.1),
    ).map(({ page }) => page);
  expect(chosen('中国の研究者と会うことになりました。何か要りますか')).toEqual([]);
  expect(chosen('中国の研究生と会うことになりました。何か要りますか')).toEqual([1]);
  expect(chosen('中国へ持ち帰り用ノートPCを持っていきたいのですが')[0]).toBe(2);
});

test('a word inside another one that is said counts no second time', () => {
  const visits = { page: 1, title: '来客', url: '/1/', words: ['短期滞在'] };
  const tours = { page: 2, title: '施設', url: '/2/', words: ['施設見学', '見学'] };
  const found = scenesOfQuestion(
    [visits, tours],
    parseQuery('短期滞在の研究者が来ます。施設見学だけでも要りますか'),
  );
  expect(found.map(({ page, words }) => [page, ...words])).toEqual([
    [1, '短期滞在'],
    [2, '施設見学'],
  ]);
});
