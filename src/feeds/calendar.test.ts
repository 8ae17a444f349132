import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CalendarEvent, calendarText } from './calendar.ts';

const event = (data: Partial<CalendarEvent['symposium']['data']> = {}): CalendarEvent => ({
  first: '2027-03-05',
  last: '2027-03-06',
  symposium: {
    id: 'sakura-u/forum-2027',
    address: '/portal/symposia/sakura-u/forum-2027/',
    data: {
      title: '輸出管理フォーラム; 実務編, 第1回',
      summary: '留学生の受入れを扱う。\n申込みは不要。',
      venue: 'さくら大学 講堂',
      organisers: ['さくら大学', 'もみじ大学'],
      sessions: [],
      updated: '2026-11-22',
      ...data,
    },
  },
});
const oneDay = (...times: (string | undefined)[]): CalendarEvent => ({
  ...event({
    sessions: times.map((time) => ({ kind: 'lecture', speakers: [], materials: [], time })),
  }),
  last: '2027-03-05',
});
const unfolded = (text: string) => text.replaceAll('\r\n ', '');
const linesOf = (text: string, name: string) =>
  unfolded(text)
    .split('\r\n')
    .filter((line) => line.startsWith(name));

test('an event of two days, where the site knows its address', () => {
  const text = calendarText([event()], new URL('https://portal.example'));
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(unfolded(text).replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
    "BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//sangakukan-risk-portal//calendar//JA
    NAME:産学官連携リスクマネジメント共有ポータルの行事
    X-WR-CALNAME:産学官連携リスクマネジメント共有ポータルの行事
    BEGIN:VEVENT
    UID:symposia/sakura-u/forum-2027@sangakukan-risk-portal
    SEQUENCE:0
    DTSTAMP:20261121T150000Z
    DTSTART;VALUE=DATE:20270305
    DTEND;VALUE=DATE:20270307
    X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
    X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE
    SUMMARY:輸出管理フォーラム\\; 実務編\\, 第1回
    LOCATION:さくら大学 講堂
    DESCRIPTION:留学生の受入れを扱う。\\n申込みは不要。\\n主催：さくら大学、もみじ大学\\nポータルのページ：https://portal.example/portal/symposia/sakura-u/forum-2027/\\n日時や会場が変わることがあります。主催者の案内で確かめてください。\\n産学官連携リスクマネジメント共有ポータル
    URL;VALUE=URI:https://portal.example/portal/symposia/sakura-u/forum-2027/
    END:VEVENT
    END:VCALENDAR
    "
  `);
});

test('an event of one day ends on the next', () => {
  const text = calendarText([oneDay()], undefined);
  expect(linesOf(text, 'DT')).toEqual([
    'DTSTAMP:20261121T150000Z',
    'DTSTART;VALUE=DATE:20270305',
    'DTEND;VALUE=DATE:20270306',
  ]);
  expect(text).not.toContain('URL');
});

test.each([
  [['13:00〜13:40', '9:30～12:00'], '20270305T003000Z', '20270305T044000Z'],
  [['１３：００－１７：００'], '20270305T040000Z', '20270305T080000Z'],
])('hours that every session states are taken: %j', (times, start, end) => {
  const text = calendarText([oneDay(...times)], undefined);
  expect(linesOf(text, 'DT').slice(1)).toEqual([`DTSTART:${start}`, `DTEND:${end}`]);
});

test.each([
  [['13:00〜13:40', undefined]],
  [['13:00〜13:40', '午後']],
  [['13:00〜']],
  [['25:00〜26:00']],
  [['13:00〜13:75']],
  [['13:00〜13:00']],
])('hours that are not stated for all are not guessed: %j', (times) => {
  const text = calendarText([oneDay(...times)], undefined);
  expect(linesOf(text, 'DTSTART')).toEqual(['DTSTART;VALUE=DATE:20270305']);
});

test('the bytes do not depend on the time zone or the day of the build', () => {
  const module = join(import.meta.dirname, 'calendar.ts');
  const events = JSON.stringify([event(), oneDay('13:00〜13:40')]);
  const texts = ['Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((zone) => {
    const program = `import { calendarText } from ${JSON.stringify(module)};
      process.stdout.write(calendarText(${events}));`;
    const { stdout, stderr } = spawnSync('node', ['--input-type=module', '-e', program], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    });
    expect(stdout, stderr).toContain('BEGIN:VEVENT');
    return stdout;
  });
  expect(new Set(texts)).toEqual(new Set([calendarText(JSON.parse(events), undefined)]));
});

test('a calendar without events is one that can be subscribed to, and says that none is known', () => {
  const text = calendarText([], undefined);
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  expect(text).toContain('予定の掲載はありません。');
});
