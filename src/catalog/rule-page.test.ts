import { expect, test } from 'vitest';
import { pageOfEntry } from './entry-page.ts';
import { sampleEntry } from './fixtures/sample-entries.ts';
import { entriesOf, listItem } from './lists.ts';
import { rulesPages } from './rule-timeline.ts';
import { catalogOf, type Shown, type ShownEntry } from './shown-content.ts';

const guide = (slug: string, data: object) =>
  sampleEntry('guidelines', `sakura-u/${slug}`, {
    level: 'ministry',
    issuer: 'さくら省',
    reviewBasis: 'law',
    published: '2026-01-10',
    updated: '2026-01-10',
    missingBefore: false,
    ...data,
  });
const first = guide('first', {
  title: '第一版',
  effectiveFrom: '2020-04-01',
  updated: '2026-03-01',
});
const second = guide('second', {
  title: '第二版',
  supersedes: 'guidelines/sakura-u/first',
  announced: '2027-01-15',
  effectiveFrom: '2027-04-01',
  asOf: '2027-01-15',
  checkedCurrent: '2027-01-15',
  published: '2027-01-16',
});
const practice = (slug: string, data: object) =>
  sampleEntry('case-studies', `momiji-u/${slug}`, {
    asOf: '2026-05',
    cites: [{ guideline: 'guidelines/sakura-u/first' }],
    ...data,
  });
const citing = practice('citing', {});
const judged = practice('judged', { lawImpact: 'no', updated: '2027-02-01' });
const judgedBefore = practice('judged-before', { lawImpact: 'no', updated: '2026-12-01' });
const ofTheNew = practice('of-the-new', {
  asOf: '2027-02',
  cites: [{ guideline: 'guidelines/sakura-u/second' }],
});
const writtenBefore = practice('written-before', {
  cites: [{ guideline: 'guidelines/sakura-u/second' }],
});
const on = (day: string) =>
  catalogOf([first, second, citing, judged, judgedBefore, ofTheNew, writtenBefore] as Shown[], day);

/** The amendments that a page tells of on a day. */
const told = (entry: unknown, day: string) =>
  pageOfEntry(entry as ShownEntry, on(day))
    .amendments.filter(({ status, whileIts }) => whileIts.includes(status))
    .map(({ by }) => by.title);

test('who cites an edition that was replaced is told of the amendment, from its first day on', () => {
  expect(told(citing, '2027-03-31')).toEqual([]);
  expect(told(citing, '2027-04-01')).toEqual(['第二版']);
});

test('who wrote before an amendment was known is told; who wrote later knew of it', () => {
  expect(told(writtenBefore, '2027-03-31')).toEqual([]);
  expect(told(writtenBefore, '2027-04-01')).toEqual(['第二版']);
  expect(told(ofTheNew, '2027-04-01')).toEqual([]);
});

test('法令影響 なし ends the notice of what was shown by then, and of nothing later', () => {
  expect(told(judged, '2027-04-01')).toEqual([]);
  expect(told(judgedBefore, '2027-04-01')).toEqual(['第二版']);
});

test('lists mark what is not in force, and have what is in force first, whichever was changed last', () => {
  const order = (day: string) => entriesOf(on(day), 'guidelines').map(({ data }) => data.title);
  expect(order('2027-03-31')).toEqual(['第一版', '第二版']);
  expect(order('2027-04-01')).toEqual(['第二版', '第一版']);
  expect(listItem(first as ShownEntry, on('2027-04-01')).edition).toMatchObject({
    until: '2027-04-01',
    judged: '2027-04-01',
  });
  expect(listItem(citing as ShownEntry, on('2027-04-01'))).not.toHaveProperty('edition');
});

test('いまのルール has what is in use, what is to come, and who cites it', () => {
  const [all, ...others] = rulesPages(on('2027-03-31'));
  expect(others).toEqual([]);
  expect(all?.timeline.map(({ title, status }) => [title, status])).toEqual([
    ['第二版', 'announced'],
    ['第一版', 'unchecked'],
  ]);
  expect(all?.timeline[1]?.citedBy).toHaveLength(3);
  // Both may be in use when somebody reads it: which, the reader's day says.
  expect(all?.inUse).toHaveLength(2);
  const [later] = rulesPages(on('2027-04-01'));
  expect(later?.inUse.map(({ title, status }) => [title, status])).toEqual([['第二版', 'current']]);
});
