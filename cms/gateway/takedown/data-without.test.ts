import { expect, it } from 'vitest';
import { blankItems, type Overlay } from '../../../src/search/overlay/overlay.ts';
import { calendarWithout, csvWithout, jsonWithout, saidInCalendar } from './data-without.ts';
import { overlayWithout, tableWithout, vocabularyWithout } from './search-without.ts';
import { tracesOf } from './traces.ts';

const traces = tracesOf(
  {
    folders: ['/symposia/sakura-u/forum/', '/glossary/training/'],
    entries: ['symposia/sakura-u/forum'],
    files: [],
    words: ['産学連携フォーラム2025'],
  },
  { basePath: '/', siteUrl: undefined },
);

it('takes items of lists from JSON, and keeps its form', () => {
  const written = (value: unknown) => JSON.stringify(value, null, 1);
  const other = { address: '/symposia/momiji-u/day/', entry: { title: '一' } };
  const list = [
    { address: '/symposia/sakura-u/forum/' },
    { file: 'a.pdf', entry: { address: '/symposia/sakura-u/forum/' } },
    { ...other, related: ['symposia/sakura-u/forum', 'glossary/other'] },
  ];
  expect(jsonWithout(written({ list, note: null }), traces)).toBe(
    written({ list: [{ ...other, related: ['glossary/other'] }], note: null }),
  );
});

it('takes rows and values from a table', () => {
  const rows = (...lines: string[]) => `\uFEFF${lines.join('\n')}\n`;
  expect(
    csvWithout(
      rows(
        'address,title,cites',
        '/symposia/sakura-u/forum/,"産学連携フォーラム, 2025",',
        '/symposia/momiji-u/day/,"""一"", 二",前 /symposia/sakura-u/forum/;次',
      ),
      traces,
    ),
  ).toBe(rows('address,title,cites', '/symposia/momiji-u/day/,"""一"", 二",次'));
});

it('takes events from a calendar, whose lines are folded', () => {
  const event = (summary: string) => `BEGIN:VEVENT\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\n`;
  const calendar = (events: string) => `BEGIN:VCALENDAR\r\n${events}END:VCALENDAR\r\n`;
  const other = event('研修\\, 一');
  expect(saidInCalendar(other)).toContain('研修, 一');
  expect(calendarWithout(calendar(event('産学連携フォー\r\n ラム2025') + other), traces)).toBe(
    calendar(other),
  );
});

it('marks pages of the search, and keeps every number in its place', () => {
  const table = {
    titleLengths: [1, 2, 3],
    profiles: [[], [], []],
    days: [null, 1, 2],
    facets: { institution: { values: ['さくら大学', 'もみじ大学'], pages: [[0], [1], [0, 1]] } },
  };
  expect(tableWithout(table, [0, 2])).toEqual({
    ...table,
    facets: { institution: { values: ['', 'もみじ大学'], pages: [[], [1], []] } },
    gone: [0, 2],
  });
  const term = {
    reading: 'けん',
    synonyms: ['ア'],
    present: [0],
    related: ['産学連携フォーラム2025', '一'],
  };
  const vocabulary = {
    longVowelStems: [],
    scenes: [],
    terms: [
      { ...term, url: '/glossary/training/', term: '研修' },
      { ...term, url: '/glossary/other/', term: '他' },
    ],
  };
  expect(vocabularyWithout(vocabulary, traces).terms).toEqual([
    blankItems.term,
    { ...term, url: '/glossary/other/', term: '他', related: ['一'] },
  ]);
});

it('takes pages from what has changed since an index was made, and keeps every number in its place', () => {
  const row = { titleLength: 3, day: 1, facets: { institution: ['さくら大学'] }, profile: [] };
  const [gone, other] = ['/symposia/sakura-u/forum/', '/symposia/momiji-u/day/'];
  const overlay: Overlay = {
    basePages: 4,
    pages: [[1, 1, 'gone', 'other']],
    removed: [],
    files: ['symposia/momiji-u/day/index.html', 'symposia/sakura-u/forum/index.html'],
    rows: [[1, 1, row, row]],
    terms: [
      [
        0,
        0,
        {
          url: '/glossary/training/',
          term: '研修',
          reading: 'けん',
          synonyms: [],
          related: [],
          present: [],
        },
      ],
    ],
    scenes: [],
    longVowelStems: [],
    titles: [[1, 1, { title: '一', url: gone, kind: '' }, { title: '二', url: other, kind: '' }]],
    rings: [],
    okurigana: [],
    english: [[0, 1, ['/glossary/training/', 'training']]],
    medical: [],
    pageTitles: [[1, 1, '産学連携フォーラム2025', '二']],
  };
  expect(overlayWithout(overlay, traces, [1])).toEqual({
    ...overlay,
    files: ['symposia/momiji-u/day/index.html'],
    rows: [[1, 1, blankItems.row, row]],
    terms: [[0, 0, blankItems.term]],
    titles: [[1, 1, blankItems.title, { title: '二', url: other, kind: '' }]],
    english: [[0, 1, blankItems.english]],
    pageTitles: [[1, 1, '', '二']],
    gone: [1],
  });
});
