import { expect, test } from 'vitest';
import type { VocabularyTerm } from '../index-files.ts';
import { synonymsOf } from './synonyms.ts';

const term = (one: Partial<VocabularyTerm>): VocabularyTerm => ({
  url: '/',
  term: '',
  reading: '',
  synonyms: [],
  related: [],
  present: [0, 1, 2, 3, 4],
  ...one,
});
const { sameAs, nearTo } = synonymsOf([
  term({
    term: '利益相反',
    reading: 'りえきそうはん',
    synonyms: ['COI'],
    related: ['責務相反'],
    present: [0, 2],
  }),
  term({
    term: '安全保障輸出管理',
    reading: 'あんぜん',
    synonyms: ['輸出管理', '安全保障貿易管理'],
  }),
]);

test('every form of a term finds the others that are on the site', () => {
  expect(sameAs('ＣＯＩ')).toEqual(['利益相反']);
  expect(sameAs('リエキソウハン')).toEqual(['利益相反', 'COI']);
  expect(sameAs('利益')).toEqual([]);
});

test('a form that only lengthens the term need not be looked up', () => {
  expect(sameAs('輸出管理')).toEqual(['あんぜん', '安全保障貿易管理']);
  expect(sameAs('安全保障輸出管理')).toContain('輸出管理');
});

test('words near in meaning are known', () => {
  expect(nearTo('coi')).toEqual(['責務相反']);
});
