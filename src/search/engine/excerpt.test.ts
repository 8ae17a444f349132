import { expect, test } from 'vitest';
import type { Section } from '../index-files.ts';
import { excerptOf, marked } from './excerpt.ts';

const section = (text: string, more: Partial<Section> = {}): Section => ({
  heading: '',
  anchor: '',
  text,
  ...more,
});
const page = (...sections: Section[]) => ({ url: '/a/', title: '題名', sections });
const sought = (...texts: string[]) => texts.map((text) => ({ text, whole: false }));

test('text is escaped, marks are not', () => {
  expect(marked('<b>利益&"相反', sought('利益', 'b'))).toBe(
    '&lt;<mark>b</mark>&gt;<mark>利益</mark>&amp;&quot;相反',
  );
});

test('an excerpt begins with its sentence and shows most of the words', () => {
  const { excerpt } = excerptOf(
    page(section('兼業のこと。'.repeat(30)), section(`${'前置き。'.repeat(20)}兼業の申告をする。`)),
    sought('兼業', '申告'),
  );
  expect(excerpt).toBe('<mark>兼業</mark>の<mark>申告</mark>をする。');
});

test('a long sentence is cut on both sides, never through a letter', () => {
  const { excerpt } = excerptOf(
    page(section(`${'𠮷'.repeat(99)}兼業${'𠮷'.repeat(99)}`)),
    sought('兼業'),
  );
  expect(excerpt).toMatch(/^…𠮷+<mark>兼業<\/mark>𠮷+…$/u);
  expect(excerpt.isWellFormed()).toBe(true);
});

test('what stands beside the text is shown only where nothing else is', () => {
  const aside = section('兼業規程', { aside: true });
  expect(excerptOf(page(aside, section('兼業の申告')), sought('兼業')).excerpt).toContain('申告');
  expect(excerptOf(page(aside, section('その他')), sought('兼業')).excerpt).toContain('規程');
  expect(excerptOf(page(aside, section('その他')), sought('兼業', '題名')).excerpt).toBe('その他');
});

test('headings with matches are named, with where they are', () => {
  const { headings } = excerptOf(
    page(
      section('兼業の申告'),
      section('なし', { heading: '兼業の手順', anchor: 'steps' }),
      section('ほか', { heading: 'つまずき', anchor: 'trouble' }),
    ),
    sought('兼業'),
  );
  expect(headings.map(({ url, title }) => [url, title])).toEqual([['/a/#steps', '兼業の手順']]);
});
