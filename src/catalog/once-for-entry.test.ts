import { expect, test } from 'vitest';
import { onceForEntry } from './once-for-entry.ts';
import { type Shown, shownEntry } from './shown-content.ts';

const term = (name: string): Shown =>
  shownEntry('glossary', { id: 'pledge', data: { term: name, synonyms: [] } });

test('something is made of an entry once, also where it is nothing, and anew of another', () => {
  let times = 0;
  const firstOf = onceForEntry(({ id }) => {
    times += 1;
    return id === 'pledge' ? null : id;
  });
  const entry = term('誓約書');
  expect([firstOf(entry), firstOf(entry)]).toEqual([null, null]);
  expect(times).toBe(1);
  firstOf(term('誓約書'));
  expect(times).toBe(2);
});
