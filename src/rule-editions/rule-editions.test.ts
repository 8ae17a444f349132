import { expect, test } from 'vitest';
import { ruleChains } from './chains.ts';
import { currentFirst } from './current-first.ts';
import {
  canChangeAfter,
  type EditionDates,
  editionStatus,
  editionText,
  isEverMarked,
  readEdition,
  sureDay,
} from './edition-status.ts';

const dates = (own: Partial<EditionDates> = {}): EditionDates => ({
  from: null,
  until: null,
  announced: null,
  checked: null,
  ...own,
});

test.each([
  ['2027-04-01', '2027-04-01'],
  ['2027-02', '2027-02-31'],
  ['2027', '2027-12-31'],
  ['FY2027', '2028-03-31'],
])('%s has surely come on %s', (stated, day) => {
  expect(sureDay(stated)).toBe(day);
});

test('an amendment is 予告, then 現行; what it replaces is in force until that day', () => {
  const newer = dates({ from: '2027-04-01', announced: '2027-01-15', checked: '2027-01-15' });
  const older = dates({ until: '2027-04-01', checked: '2026-06-01' });
  const on = (day: string) => [editionStatus(newer, day), editionStatus(older, day)];
  expect(on('2027-03-31')).toEqual(['announced', 'current']);
  expect(on('2027-04-01')).toEqual(['current', 'superseded']);
  expect(on('2029-12-31')).toEqual(['current', 'superseded']);
});

test('what nobody has checked is 未確認; what is announced for no day replaces nothing', () => {
  expect(editionStatus(dates(), '2026-11-30')).toBe('unchecked');
  expect(editionStatus(dates({ from: '2022-05-01' }), '2026-11-30')).toBe('unchecked');
  expect(editionStatus(dates({ announced: '2026-11-01' }), '2099-01-01')).toBe('announced');
});

test('what was replaced on a day that nobody states is 旧版', () => {
  expect(editionStatus(dates({ until: '?' }), '1999-01-01')).toBe('superseded');
});

test('only dates to come can change anything', () => {
  expect(canChangeAfter(dates({ from: '2027-04' }), '2027-04-15')).toBe(true);
  expect(canChangeAfter(dates({ from: '2025-10-09', until: '?' }), '2026-11-30')).toBe(false);
  expect(isEverMarked(dates({ from: '2025-10-09' }), '2026-11-30')).toBe(false);
  expect(isEverMarked(dates({ until: '2099-01-01' }), '2026-11-30')).toBe(true);
});

test('dates go through an attribute unchanged, and nothing else is read', () => {
  for (const one of [
    dates(),
    dates({ from: 'FY2027', until: '?', chain: 'guidelines/sakura-u/rules' }),
    dates({ announced: '2027', checked: '2026-11-30' }),
  ]) {
    expect(readEdition(editionText(one))).toEqual(one);
  }
  for (const text of [null, undefined, 'soon', '2027-04-01 <b>', '2027-4-1']) {
    expect(readEdition(text)).toBeNull();
  }
});

const rule = (slug: string, data: object = {}) => ({
  contentPath: `guidelines/momiji/${slug}`,
  data,
});

test('three editions are one chain, newest first, each in force until the next', () => {
  const first = rule('first', { effectiveFrom: '2016' });
  const second = rule('second', { supersedes: first.contentPath });
  const third = rule('third', { supersedes: second.contentPath, effectiveFrom: '2027-04-01' });
  const chains = ruleChains([first, third, second, rule('other')]);
  expect(chains.chainOf(second.contentPath)).toEqual([third, second, first]);
  const until = (path: string) => chains.editionOf(path)?.until;
  expect(until(first.contentPath)).toBe('?');
  expect(until(second.contentPath)).toBe('2027-04-01');
  expect(until(third.contentPath)).toBeNull();
  expect(chains.editionOf(third.contentPath)?.chain).toBe(first.contentPath);
  expect(chains.editionOf('guidelines/momiji/other')).toEqual(dates());
  expect(chains.editionOf('case-studies/momiji/other')).toBeUndefined();
});

test('a circle and a fork come to an end', () => {
  const a = rule('a', { supersedes: 'guidelines/momiji/b' });
  const b = rule('b', { supersedes: 'guidelines/momiji/a' });
  const self = rule('self', { supersedes: 'guidelines/momiji/self' });
  const root = rule('root');
  const left = rule('left', { supersedes: root.contentPath });
  const right = rule('right', { supersedes: root.contentPath });
  const chains = ruleChains([a, b, self, root, left, right]);
  expect(chains.chainOf(a.contentPath)).toEqual([a]);
  expect(chains.chainOf(self.contentPath)).toEqual([self]);
  expect(chains.chainOf(right.contentPath)).toEqual([right, root]);
  expect(chains.chainOf(left.contentPath)).toEqual([left]);
});

test('of one rule the edition in force stands first, and nothing else moves', () => {
  const chain = 'guidelines/momiji/first';
  const editions: Record<string, EditionDates> = {
    old: dates({ until: '2025-01-01', chain }),
    now: dates({ from: '2025-01-01', until: '2027-04-01', chain }),
    soon: dates({ from: '2027-04-01', chain }),
  };
  const list = ['x', 'old', 'y', 'soon', 'now', 'z'];
  const on = (day: string) => currentFirst(list, (name) => editions[name], day).join(' ');
  expect(on('2026-11-30')).toBe('x now y soon old z');
  expect(on('2027-04-01')).toBe('x soon y old now z');
});
