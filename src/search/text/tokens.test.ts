import { expect, test } from 'vitest';
import { decode, encode } from './token-alphabet.ts';
import { lookupOf, tokens } from './tokens.ts';

const read = (text: string) => tokens(text).map(decode);
const plan = (text: string, whole = false) => {
  const { row, beginning } = lookupOf(text, whole);
  return { row: row.map(decode), beginning: beginning && decode(beginning) };
};

test('a token is a unit with the one after it', () => {
  expect(read('利益相反')).toEqual(['利益', '益相', '相反', '反']);
  expect(read('2015年度')).toEqual(['2015 年', '年度', '度']);
  expect(read('研究費2015')).toEqual(['研究', '究費', '費2015 ', '2015 ']);
});

test('nothing reaches across punctuation', () => {
  expect(read('規程。COI、規程')).toEqual(['規程', '程', 'coi ', '規程', '程']);
});

test('a row of tokens holds every unit but needs one token less', () => {
  expect(plan('第4条')).toEqual({ row: ['第4 ', '4 条'], beginning: undefined });
  expect(plan('open science')).toEqual({ row: ['open science '], beginning: undefined });
});

test('a single unit is the beginning of tokens', () => {
  expect(plan('管')).toEqual({ row: [], beginning: '管' });
  expect(plan('COI')).toEqual({ row: [], beginning: 'coi' });
  expect(plan('COI', true)).toEqual({ row: [], beginning: 'coi ' });
  expect(plan('27')).toEqual({ row: [], beginning: '27 ' });
  expect(plan('、。')).toEqual({ row: [], beginning: undefined });
});

test('a text that is part of another is a part of its tokens', () => {
  const text = '平成27年度のCOI委員会は、ISO 27001を3か月ごとに見直す';
  for (const part of ['27年', 'のCOI委', 'ISO27001', 'か月ごと']) {
    const { row } = lookupOf(part, false);
    expect(tokens(text).join(' ')).toContain(row.join(' '));
  }
});

test.each(['利益相反', 'バス', 'ー々〇', 'abc0129', '𠮷', 'αβ', '한글'])(
  '%s is read back',
  (text) => {
    expect(decode(encode(text))).toBe(text);
  },
);

test('one token begins with another exactly when its letters do', () => {
  const words = ['a', 'ab', '1', '利', '利益', '益', 'a利', '𠮷', '𠮷利'];
  for (const one of words) {
    for (const other of words) {
      expect(encode(one).startsWith(encode(other))).toBe(one.startsWith(other));
    }
  }
});
