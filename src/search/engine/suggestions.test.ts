import { expect, test } from 'vitest';
import type { VocabularyTerm } from '../index-files.ts';
import { type SuggestionSources, suggestions } from './suggestions.ts';

const term = (name: string, reading: string, synonyms: string[] = []): VocabularyTerm => ({
  url: `/glossary/${name}/`,
  term: name,
  reading,
  synonyms,
  related: [],
  present: [],
});
const sources: SuggestionSources = {
  terms: [
    term('組織としての利益相反', 'そしきとしてのりえきそうはん'),
    term('利益相反', 'りえきそうはん', ['COI']),
    term('誓約書', 'せいやくしょ'),
  ],
  scenes: [
    { page: 1, title: '留学生等の受入れ', url: '/scenes/accepting/', words: ['研究生', '装置'] },
    { page: 2, title: '利益相反の定期申告', url: '/scenes/declaration/', words: ['COI'] },
  ],
  titles: [
    { title: '利益相反', url: '/glossary/利益相反/', kind: '用語' },
    { title: '利益相反の規程', url: '/guidelines/rule/', kind: '規程・指針' },
    { title: '留学生の誓約書', url: '/practices/pledge/', kind: '取組' },
    { title: '来月、研究生を受け入れる。誓約書は要る？', url: '/scenes/accepting/', kind: '問い' },
    { title: '兼業を頼まれた。何が要る？', url: '/search/?q=x', kind: '問い' },
  ],
};
const found = (typed: string, limit = 8) =>
  suggestions(typed, sources, limit).map(({ kind, text }) => `${kind} ${text}`);

test('terms come before scenes, scenes before titles; a page comes once', () => {
  expect(found('利益相反')).toEqual([
    'term 利益相反',
    'term 組織としての利益相反',
    'scene 利益相反の定期申告',
    'title 利益相反の規程',
  ]);
});

test('what begins with what was typed comes before what has it inside', () => {
  expect(found('りえき')).toEqual(['term 利益相反', 'term 組織としての利益相反']);
});

test.each([
  ['セイヤク', { text: '誓約書', note: 'せいやくしょ' }],
  ['ｃｏｉ', { text: '利益相反', note: 'COI' }],
  ['誓約', { text: '誓約書', note: 'せいやくしょ' }],
  ['研究', { text: '留学生等の受入れ', note: '研究生' }],
  ['留学生等', { text: '留学生等の受入れ', note: '' }],
  ['留学生の', { text: '留学生の誓約書', note: '取組' }],
])('%s is known, with what tells it apart', (typed, expected) => {
  expect(suggestions(typed, sources, 8)[0]).toMatchObject(expected);
});

test('carries what a box shows and nothing else', () => {
  expect(suggestions('せいやく', sources, 8)).toEqual([
    { kind: 'term', text: '誓約書', note: 'せいやくしょ', url: '/glossary/誓約書/' },
  ]);
});

test('no more come than were asked for, of terms and scenes only some', () => {
  expect(found('利益相反', 1)).toEqual(['term 利益相反']);
  expect(found('利益相反', 0)).toEqual([]);
  const many = Array.from({ length: 9 }, (_, index) => term(`語${index}`, ''));
  expect(suggestions('語', { ...sources, terms: many }, 8)).toHaveLength(4);
});

test.each(['', ' ', '、。', '新幹線', '\ud800'])('for %j there are none', (typed) => {
  expect(found(typed)).toEqual([]);
});

test('a question is suggested by any of its words', () => {
  expect(found('受け入れ 研究生')).toEqual(['question 来月、研究生を受け入れる。誓約書は要る？']);
  expect(found('頼まれた')).toEqual(['question 兼業を頼まれた。何が要る？']);
  expect(found('要る 兼業')).toEqual(['question 兼業を頼まれた。何が要る？']);
  expect(found('要')).not.toContain('question 兼業を頼まれた。何が要る？');
});
