import { expect, test } from 'vitest';
import { occurrences } from './occurrences.ts';

const found = (text: string, sought: string, whole = false) =>
  occurrences(text, [{ text: sought, whole }]).map(({ start, end }) => text.slice(start, end));

test.each([
  ['ＣＯＩの管理とcoiの委員会', 'COI', ['ＣＯＩ', 'coi']],
  ['ﾊﾞｽとハスとバス', 'バス', ['ﾊﾞｽ', 'バス']],
  ['HTML フォームで', 'HTMLフォーム', ['HTML フォーム']],
  ['第4条と第40条', '第4', ['第4']],
  ['利益。相反', '利益相反', []],
  ['coin coi recoil', 'coi', ['coin', 'coi']],
  ['', '利', []],
  ['利益', '、', []],
])('%s has %s at %j', (text, sought, expected) => {
  expect(found(text, sought)).toEqual(expected);
});

test('a whole word is not the beginning of another', () => {
  expect(found('coin coi recoil', 'coi', true)).toEqual(['coi']);
});
