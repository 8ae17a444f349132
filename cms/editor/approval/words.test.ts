import { expect, it } from 'vitest';
import { dayWords, linkSentence, linkWords } from './words.ts';

it('says how a link stands, with days in Japan', () => {
  expect(linkSentence(null)).toBeNull();
  expect(linkSentence({ state: 'open', until: '2026-12-07T14:59:59.999Z' })).toBe(
    '学内の承認を待っています（12月7日まで）。文を直すと、このリンクは無効になります。',
  );
  expect(linkSentence({ state: 'expired', at: '2026-12-07T14:59:59.999Z' })).toContain('12月7日に');
  expect(linkSentence({ state: 'approved', on: '2026-11-28', office: '研究担当理事室' })).toContain(
    '11月28日に研究担当理事室が承認しました。',
  );
  expect(
    linkSentence({ state: 'returned', at: '2026-11-28T00:00:00Z', reason: '分母を書いて。' }),
  ).toContain('理由：「分母を書いて。」');
});

it('takes a day for what it is, wherever the machine stands', () => {
  expect(dayWords('2026-12-01')).toBe('12月1日');
  expect(dayWords('2026-11-30T15:00:00Z')).toBe('12月1日');
});

it('knows no word of the inside', () => {
  for (const word of Object.values(linkWords).filter((word) => typeof word === 'string')) {
    expect(word).not.toMatch(/[a-z]{3}/i);
  }
});
