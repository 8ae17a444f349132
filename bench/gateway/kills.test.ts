import { expect, test } from 'vitest';
import { aftermathOf } from './kills.ts';

const drafts = ['一', '二', '三', '四'].map((text) => ({ text }));

test('what was cut off may be there or not, but never in part', () => {
  const outcomes = ['answered', 'cut off', 'cut off', 'cut off'] as const;
  expect(aftermathOf(drafts, outcomes, ['一', '二', null, ''])).toEqual({
    answered: 1,
    refused: 0,
    lost: 0,
    halfWritten: 1,
  });
});

test('an answered save that is gone or says something else is lost', () => {
  const outcomes = ['answered', 'answered', 'answered', 'refused'] as const;
  expect(aftermathOf(drafts, outcomes, [null, 'に', '三', null])).toEqual({
    answered: 3,
    refused: 1,
    lost: 2,
    halfWritten: 1,
  });
});
