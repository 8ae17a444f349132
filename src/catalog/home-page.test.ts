import { expect, test } from 'vitest';
import { sampleEntry } from './fixtures/sample-entries.ts';
import { homePage } from './home-page.ts';
import { catalogOf, type Shown } from './shown-content.ts';

const rule = (slug: string, fields: object) =>
  sampleEntry('guidelines', `sakura-u/${slug}`, {
    level: 'law',
    issuer: 'さくら省',
    reviewBasis: 'law',
    ...fields,
  });
const world = catalogOf(
  [
    sampleEntry('symposia', 'sakura-u/ours', { date: '2016-03-30' }),
    sampleEntry('symposia', 'sakura-u/another', { date: '2020-01-01' }),
    sampleEntry('pages', 'programme', {
      timeline: [{ date: '平成28年3月', text: '開かれた。', links: ['symposia/sakura-u/ours'] }],
    }),
    rule('coming', { announced: '2026-10-01' }),
    rule('old', { effectiveFrom: '2010-04-01' }),
    rule('new', { effectiveFrom: '2025-10-09' }),
    rule('undated', { asOf: '2026-11-01' }),
  ] as Shown[],
  '2026-11-30',
);

test('the home page counts what there is, and leads to no list that is empty', () => {
  expect(homePage(world).held).toEqual([
    { label: '規程・指針', count: 4, address: '/guidelines/' },
    { label: 'シンポジウム', count: 2, address: '/symposia/' },
  ]);
});

test('it leads to the symposia that the page of the programme names', () => {
  expect(homePage(world).symposia.map(({ id }) => id)).toEqual(['sakura-u/ours']);
});

test('rules changed lately where they came into force or are announced, and not by the date of a document', () => {
  expect(homePage(world).rules.map(({ contentPath }) => contentPath.split('/')[2])).toEqual([
    'coming',
    'new',
    'old',
  ]);
});
