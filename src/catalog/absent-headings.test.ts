import { expect, test } from 'vitest';
import { absentHeadings } from './absent-headings.ts';

const nothing = { headings: [], html: '', attachments: [], contactSettled: false };
const all = ['課題', '体制', '手順', '様式', 'つまずき', '工数・費用', '問い合わせ先'];

test('names what a practice says nothing about', () => {
  expect(absentHeadings(nothing)).toEqual(all);
  expect(absentHeadings({ ...nothing, headings: [{ text: '体制' }] })).toEqual(
    all.filter((name) => name !== '体制'),
  );
});

test.each([
  ['an office to ask, named by the entry or for its institution', { contactSettled: true }],
  ['a heading of another name', { html: '<h3 id="窓口">窓口</h3><p>研究推進課</p>' }],
  ['a sentence of its text', { html: '<p>相談窓口は研究推進課です。</p>' }],
])('calls 問い合わせ先 not absent beside %s', (_, told) => {
  expect(absentHeadings({ ...nothing, ...told })).not.toContain('問い合わせ先');
});

test.each([
  ['a form among its files', { attachments: [{ kind: 'form' }] }],
  ['a form that its text names', { html: '<p>様式第1号を出します。</p>' }],
])('calls 様式 not absent beside %s', (_, told) => {
  expect(absentHeadings({ ...nothing, ...told })).not.toContain('様式');
});

test('takes no word of an address for one of the text', () => {
  expect(absentHeadings({ ...nothing, html: '<a href="/様式/">規程</a>' })).toContain('様式');
});
