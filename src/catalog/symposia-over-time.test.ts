import { expect, test } from 'vitest';
import { comingEvents, datedEvent } from './coming-events.ts';
import { materialsOf } from './event-page.ts';
import { eventsOverview } from './events-overview.ts';
import { attachments, sampleEntry } from './fixtures/sample-entries.ts';
import { missingMaterials } from './missing-materials.ts';
import { catalogOf, type Shown } from './shown-content.ts';

const symposium = (slug: string, fields: Record<string, unknown>) =>
  sampleEntry('symposia', `sakura-u/${slug}`, fields);
const lecture = (title: string, materials: object[] = []) => ({
  kind: 'lecture',
  title,
  materials,
});
const slides = [{ title: '資料', file: 'a.pdf' }];

const world = catalogOf([
  symposium('next-year', { date: '2027-03-05', sessions: [lecture('来年の講演')] }),
  symposium('under-way', {
    date: '2026-11-20',
    endDate: '2026-11-23',
    sessions: [lecture('今日の講演')],
  }),
  symposium('over', {
    date: '2026-11-20',
    endDate: '2026-11-22',
    sessions: [lecture('昨日の講演')],
  }),
  symposium('some-month', { date: '2026-12' }),
  symposium('some-year', { date: 'FY2019', sessions: [lecture('年度だけの講演')] }),
  symposium('undated', { sessions: [lecture('日付のない講演')] }),
  symposium('old', {
    date: '2016-03-30',
    attachments: attachments('a.pdf'),
    sessions: [lecture('資料のある講演', slides), lecture('古い講演')],
    contact: { office: '研究推進課' },
  }),
  symposium('complete', {
    date: '2016-03-31',
    attachments: attachments('a.pdf'),
    sessions: [lecture('資料のある講演', slides)],
  }),
] as Shown[]);
const today = '2026-11-23';

test('coming events are those that are known to the day and not over, the next one first', () => {
  expect(comingEvents(world, today).map(({ symposium: { id } }) => id)).toEqual([
    'sakura-u/under-way',
    'sakura-u/next-year',
  ]);
});

test('an event whose last day is not known to the day, or lies before its first', () => {
  expect(datedEvent(symposium('a', { date: '2027-03-05', endDate: '2027-03' }))).toBeUndefined();
  expect(datedEvent(symposium('b', { date: '2027-03-05', endDate: '2027-03-01' }))).toMatchObject({
    first: '2027-03-05',
    last: '2027-03-05',
  });
});

test('what is missed are talks without materials of events that are over, the newest first and the undated last', () => {
  const missed = missingMaterials(world, today).map(({ symposium: { id }, sessions, contact }) => [
    id,
    sessions.map(({ title }) => title),
    contact?.office,
  ]);
  expect(missed).toEqual([
    ['sakura-u/over', ['昨日の講演'], undefined],
    ['sakura-u/some-year', ['年度だけの講演'], undefined],
    ['sakura-u/old', ['古い講演'], '研究推進課'],
    ['sakura-u/undated', ['日付のない講演'], undefined],
  ]);
});

test('events stand by the day on which they were held, the latest first and the undated last', () => {
  expect(world.all('symposia').map(({ id }) => id.split('/')[1])).toEqual([
    'next-year',
    'some-month',
    'over',
    'under-way',
    'some-year',
    'complete',
    'old',
    'undated',
  ]);
});

test('what is to come is told with its days and place, and each year that has something leads to its page', () => {
  const years = [
    { value: '2026', label: '2026年', count: 2 },
    { value: '2017', label: '2017年', count: 0 },
    { value: 'unknown', label: '年不明', count: 1 },
  ];
  expect(eventsOverview(world, today, years)).toEqual({
    day: today,
    coming: [
      {
        title: 'sakura-u/under-way',
        address: '/symposia/sakura-u/under-way/',
        days: '2026年11月20日（令和8年）〜2026年11月23日（令和8年）',
        venue: '',
      },
      {
        title: 'sakura-u/next-year',
        address: '/symposia/sakura-u/next-year/',
        days: '2027年3月5日（令和9年）',
        venue: '',
      },
    ],
    years: [
      { year: '2026', count: 2, address: '/symposia/by/year/2026/' },
      { year: null, count: 1, address: '/symposia/by/year/unknown/' },
    ],
  });
});

test('what can be had of an event is counted once, wherever it is named', () => {
  const withFiles = {
    attachments: attachments('a.pdf', 'b.pdf'),
    sessions: [
      lecture('一', slides),
      lecture('二', [{ title: '別', url: 'https://example.jp/x' }]),
    ],
  };
  expect(materialsOf(symposium('files', withFiles))).toBe(3);
  expect(materialsOf(symposium('none', { sessions: [lecture('一')] }))).toBe(0);
});
