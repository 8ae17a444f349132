import { describe, expect, it } from 'vitest';
import { completed } from './completed.ts';

const today = '2026-11-23';

describe('a save', () => {
  it('dates a new entry, and names its folder', () => {
    expect(completed({ title: '題名' }, today, '202611-abcde')).toEqual({
      updated: today,
      published: today,
      address: '202611-abcde',
    });
  });

  it('leaves the first day and the address that there are', () => {
    const fields = { published: '2025-01-01', address: 'overseas-travel' };
    expect(completed(fields, today, '202611-abcde')).toEqual({ updated: today });
    expect(completed(fields, today, null)).toEqual({ updated: today });
  });

  it('says when to look at the entry again, unless somebody has', () => {
    const reviewOf = (reviewBasis: string, day: string) =>
      completed({ published: day, reviewBasis }, day, null)['reviewBy'];
    expect(reviewOf('law', today)).toBe('2027-11-23');
    expect(reviewOf('own-rules', today)).toBe('2028-11-23');
    expect(reviewOf('law', '2028-02-29')).toBe('2029-02-28');
    expect(reviewOf('event', today)).toBeUndefined();
    const set = { reviewBasis: 'law', reviewBy: '2027-03-31' };
    expect(completed(set, today, null)).not.toHaveProperty('reviewBy');
  });
});
