import { expect, test } from 'vitest';
import { onceForCatalog } from './once-for-catalog.ts';
import { catalogOf } from './shown-content.ts';

test('something is made once of each content', () => {
  let made = 0;
  const days = onceForCatalog((from) => {
    made += 1;
    return [from.day];
  });
  const [one, other] = [catalogOf([], '2026-11-22'), catalogOf([], '2026-11-23')];
  expect([days(one), days(other), days(one)]).toEqual([
    ['2026-11-22'],
    ['2026-11-23'],
    ['2026-11-22'],
  ]);
  expect(days(one)).toBe(days(one));
  expect(made).toBe(2);
});
