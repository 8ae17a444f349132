import { expect, test } from 'vitest';
import { longVowelStems, spellings } from './spellings.ts';

const stems = ['サーバ', 'ユーザ'];

test.each([
  ['利益相反', []],
  ['平成27年', ['2015年']],
  ['平成27年度', ['2015年度']],
  ['平成二十七年', ['2015年', '平成27年']],
  ['2015年3月', ['平成27年3月']],
  ['2019年', ['平成31年', '令和元年', '令和1年']],
  ['令和元年', ['2019年', '平成31年', '令和1年']],
  ['平成31年', ['2019年', '令和元年', '令和1年']],
  ['H27年度', ['2015年度', '平成27年度']],
  ['2015', ['平成27年']],
  ['平成27', ['2015年', '平成27年']],
  ['R5', []],
  ['平成', []],
  ['平成40年', []],
  ['9001', []],
  ['サーバー', ['サーバ']],
  ['サーバ管理', ['サーバー管理']],
  ['サーバー管理', ['サーバ管理']],
  ['外国ユーザリスト', ['外国ユーザーリスト']],
  ['ユーザーリスト', ['ユーザリスト']],
  ['サーバ', []],
  ['エラー', []],
  ['シート', []],
  ['データ管理', []],
  ['インテグリティー規程', ['インテグリティ規程']],
])('%s is also written %j', (text, others) => {
  expect(spellings(text, stems)).toEqual([text, ...others]);
});

test('there are never more than can be looked up', () => {
  expect(spellings('2019年2019年2019年サーバ管理ユーザ管理', stems).length).toBeLessThanOrEqual(8);
});

test('the words of a text that end in a long vowel are known', () => {
  expect(longVowelStems('外国ユーザーリストとｻｰﾊﾞｰ、エラー、データベース、シート')).toEqual([
    'ユーザ',
    'サーバ',
  ]);
});
