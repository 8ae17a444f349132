import { expect, it } from 'vitest';
import { people } from '../permissions/fixtures/people.ts';
import type { LogEvent } from '../proposals/entry-log.ts';
import type { Proposal } from '../proposals/proposal.ts';
import { deedOf, newRecord } from '../proposals/proposal-record.ts';
import { entry } from '../repository/fixtures/temporary-repository.ts';
import { type CommitId, contentVersion } from '../repository/repository.ts';
import { officeNews, recipientName, type Standing } from './office-news.ts';

const { sakura, momiji, editor } = people;
const desk = entry('best-practices/sakura-u/desk');
const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));
const version = contentVersion.parse('a'.repeat(40));
const proposal = (changed: Partial<Proposal['record']>): Proposal => ({
  entry: desk,
  commit: 'b'.repeat(40) as CommitId,
  content: version,
  savedAt: at(1),
  record: { ...newRecord(sakura, 'entry', 'draft'), ...changed },
});
const told = (standing: Partial<Standing>) =>
  officeNews({ proposals: [], published: [], logs: [], ...standing }).map(
    ({ kind, to, waits, reason }) => [kind, recipientName(to), waits, reason],
  );
const event = (what: LogEvent['what'], by: LogEvent['by'], hour: number): LogEvent => ({
  what,
  by,
  at: at(hour).toISOString(),
  reason: null,
});

it('tells what was said inside an institution to the office that asked there alone', () => {
  const link = {
    digest: 'c'.repeat(64),
    content: version,
    madeBy: sakura,
    madeAt: at(1).toISOString(),
    until: at(9).toISOString(),
    begunOn: '2026-11-24',
  };
  const answer = { kind: 'returned', at: at(2).toISOString(), reason: '部長の指示です' } as const;
  expect(told({ proposals: [proposal({ approvalLink: { ...link, answer } as never })] })).toEqual([
    ['returned-inside', 'sakura-u/研究推進課', true, '部長の指示です'],
  ]);
});

it('tells nobody what their own office did, and nothing to an office that did not ask', () => {
  const byEditor = { startedBy: editor, asked: deedOf(editor, at(1)) };
  expect(told({ proposals: [proposal({ ...byEditor, state: 'in-review' })] })).toEqual([]);
  const record = { ...newRecord(editor, 'entry', 'approved') };
  expect(told({ published: [{ entry: desk, record, changedAt: at(3) }] })).toEqual([]);
});

it('answers who asked for 掲載停止, or whoever answers for the institution; a stop that did not come about is none', () => {
  const asked = [event('ask-withdrawal', sakura, 1), event('refuse', editor, 2)];
  expect(told({ logs: [{ entry: desk, log: asked, isWithdrawn: false }] })).toEqual([
    ['withdrawal-asked', 'network', true, null],
    ['request-refused', 'sakura-u/研究推進課', false, null],
  ]);
  const stopped = [event('withdraw', editor, 3)];
  expect(told({ logs: [{ entry: desk, log: stopped, isWithdrawn: true }] })).toEqual([
    ['withdrawn', 'sakura-u/', false, null],
  ]);
  expect(told({ logs: [{ entry: desk, log: stopped, isWithdrawn: false }] })).toEqual([]);
});

it('names the same thing the same, whoever finds it, and another thing otherwise', () => {
  const keys = (record: Partial<Proposal['record']>) =>
    officeNews({ proposals: [proposal(record)], published: [], logs: [] }).map(({ key }) => key);
  const first = { state: 'in-review', asked: deedOf(sakura, at(1)) } as const;
  expect(keys(first)).toEqual(keys({ ...first, changedBy: momiji }));
  expect(keys(first)).not.toEqual(keys({ ...first, asked: deedOf(sakura, at(2)) }));
});
