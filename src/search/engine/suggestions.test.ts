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
const day = '2026-11-30';
const found = (typed: string, limit = 8) =>
  suggestions(typed, sources, limit, day).map(({ kind, text }) => `${kind} ${text}`);

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
  expect(suggestions(typed, sources, 8, day)[0]).toMatchObject(expected);
});

test('of one rule the edition in force comes first, and the others say what they are', () => {
  const chain = 'guidelines/momiji/a';
  const titles = [
    { title: 'もみじ規程', url: '/a/', kind: '規程' },
    { title: 'もみじ規程（旧）', url: '/b/', kind: '規程', edition: `2016 2027-04-01   ${chain}` },
    {
      title: 'もみじ規程（新しい版）',
      url: '/c/',
      kind: '規程',
      edition: `2027-04-01    ${chain}`,
    },
  ];
  const notes = (today: string) =>
    suggestions('もみじ', { terms: [], scenes: [], titles }, 8, today).map(
      ({ url, note }) => `${url} ${note}`,
    );
  expect(notes('2027-03-31')).toEqual(['/a/ 規程', '/b/ 規程', '/c/ 予告・規程']);
  expect(notes('2027-04-01')).toEqual(['/a/ 規程', '/c/ 規程', '/b/ 旧版・規程']);
});

test('carries what a box shows and nothing else', () => {
  expect(suggestions('せいやく', sources, 8, day)).toEqual([
    { kind: 'term', text: '誓約書', note: 'せいやくしょ', url: '/glossary/誓約書/' },
  ]);
});

test('no more come than were asked for, of terms and scenes only some', () => {
  expect(found('利益相反', 1)).toEqual(['term 利益相反']);
  expect(found('利益相反', 0)).toEqual([]);
  const many = Array.from({ length: 9 }, (_, index) => term(`語${index}`, ''));
  expect(suggestions('語', { ...sources, terms: many }, 8, day)).toHaveLength(4);
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
