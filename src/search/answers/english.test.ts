import { expect, test } from 'vitest';
import { isInEnglish, isLittleWord, stemmed } from './english.ts';

test.each([
  ['policies', 'policy'],
  ['mailed', 'mail'],
  ['controlled', 'control'],
  ['licensing', 'license'],
  ['carried', 'carry'],
  ['making', 'make'],
  ['foreign scholars', 'foreign scholar'],
])('%s and %s are compared as one', (a, b) => expect(stemmed(a)).toBe(stemmed(b)));

test.each([
  ['bring', 'br'],
  ['need', 'ne'],
  ['process', 'pro'],
  ['status', 'statu'],
])('%s is no form of %s', (a, b) => expect(stemmed(a)).not.toBe(stemmed(b)));

test('words that only hold a sentence together are told from those that say something', () => {
  expect(['against', 'wants', 'please'].every(isLittleWord)).toBe(true);
  expect(['appeal', 'spouse', 'salary'].some(isLittleWord)).toBe(false);
});

test('a question with a Latin word in it is not in English', () => {
  expect(isInEnglish('AMEDのCOIの申告はいつまでですか')).toBe(false);
  expect(isInEnglish('who signs the MTA?')).toBe(true);
});
