import { expect, it } from 'vitest';
import { people } from '../permissions/fixtures/people.ts';
import { contentVersion } from '../repository/repository.ts';
import {
  type ApprovalLink,
  approvalLinkForEditors,
  approvalLinkOf,
  standingOf,
} from './approval-link.ts';

const [shown, other] = ['a', 'b'].map((sign) => contentVersion.parse(sign.repeat(40)));
const until = '2026-12-07T14:59:59.999Z';
const before = new Date('2026-12-07T14:59:59Z');
const after = new Date('2026-12-07T15:00:00Z');
const linked = (answer: ApprovalLink['answer'] = null, content = shown ?? null) => ({
  content,
  record: {
    approvalLink: {
      digest: 'c'.repeat(64),
      content: contentVersion.parse('a'.repeat(40)),
      madeBy: people.sakura,
      madeAt: '2026-11-30T03:00:00Z',
      until,
      begunOn: '2026-11-24',
      answer,
    },
  },
});
const approved = {
  kind: 'approved',
  at: '2026-12-01T00:00:00Z',
  on: '2026-12-01',
  office: '研究担当理事室',
} as const;
const returned = { kind: 'returned', at: '2026-12-01T00:00:00Z', reason: '様式が古い。' } as const;

it('is open until its time, for what it shows alone', () => {
  expect(standingOf(linked(), before)?.kind).toBe('open');
  expect(standingOf(linked(), after)?.kind).toBe('expired');
  expect(standingOf(linked(null, other ?? null), before)?.kind).toBe('void');
  expect(standingOf(linked(null, null), before)?.kind).toBe('void');
  expect(standingOf({ content: null, record: { approvalLink: null } }, before)).toBeNull();
});

it('stays approved after its time, and no longer than the text says what was approved', () => {
  expect(approvalLinkOf(linked(approved), after)).toEqual({
    state: 'approved',
    on: '2026-12-01',
    office: '研究担当理事室',
  });
  expect(approvalLinkOf(linked(approved, other ?? null), before)).toBeNull();
});

it('tells its office of the end of its time and of a return, which stays while that is mended', () => {
  expect(approvalLinkOf(linked(), after)).toEqual({ state: 'expired', at: until });
  for (const content of [shown, other]) {
    expect(approvalLinkOf(linked(returned, content ?? null), after)).toMatchObject({
      state: 'returned',
      reason: '様式が古い。',
    });
    expect(approvalLinkForEditors(linked(returned, content ?? null), after)).toBeNull();
  }
});
