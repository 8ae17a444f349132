import { describe, expect, it } from 'vitest';
import { people } from '../permissions/fixtures/people.ts';
import {
  type EntryLog,
  type LogEvent,
  logTextWith,
  openRequest,
  readLog,
  standingRefusal,
  standingStop,
} from './entry-log.ts';

const event = (what: LogEvent['what'], minute: number): LogEvent => ({
  what,
  by: people.sakura,
  at: new Date(minute * 60_000).toISOString(),
  reason: what,
});
const log = (...events: LogEvent['what'][]): EntryLog => events.map(event);
const open = (of: EntryLog, isWithdrawn: boolean) => openRequest(of, isWithdrawn)?.what ?? null;

describe('a request', () => {
  it('is open until it is taken back, refused or done', () => {
    expect(open(log('ask-withdrawal'), false)).toBe('ask-withdrawal');
    expect(open(log('ask-withdrawal', 'take-back'), false)).toBeNull();
    expect(open(log('ask-withdrawal', 'refuse'), false)).toBeNull();
    expect(open(log('ask-withdrawal', 'refuse', 'ask-withdrawal'), false)).toBe('ask-withdrawal');
    expect(open(log('ask-withdrawal', 'withdraw'), true)).toBeNull();
    expect(open(log('ask-withdrawal', 'withdraw', 'republish'), false)).toBeNull();
    expect(open(log('withdraw', 'ask-republication'), true)).toBe('ask-republication');
    expect(open(log('withdraw', 'ask-republication', 'republish'), false)).toBeNull();
    expect(open([], false)).toBeNull();
  });

  it('stays open where what would answer it was begun and did not come about', () => {
    expect(open(log('ask-withdrawal', 'withdraw'), false)).toBe('ask-withdrawal');
    expect(open(log('withdraw', 'ask-republication', 'republish'), true)).toBe('ask-republication');
  });
});

it('knows the last stop of what is not shown, and the last answer of no', () => {
  expect(standingStop(log('withdraw', 'republish', 'withdraw'), true)?.at).toContain('00:02:00');
  expect(standingStop(log('withdraw'), false)).toBeNull();
  expect(standingRefusal(log('ask-withdrawal', 'refuse'))?.what).toBe('refuse');
  expect(standingRefusal(log('ask-withdrawal', 'refuse', 'ask-withdrawal'))).toBeNull();
});

it('is read as it was written, a bounded number of events long, and what nobody can read says nothing', () => {
  let text: string | null = null;
  for (let count = 0; count < 205; count += 1)
    text = logTextWith(readLog(text), event('refuse', count));
  expect(readLog(text)).toHaveLength(200);
  expect(readLog(text).at(-1)).toEqual(event('refuse', 204));
  for (const broken of ['', '{', '[]', '{"events":[{"what":"x"}]}']) {
    expect(readLog(broken)).toEqual([]);
  }
});
