import { expect, test } from 'vitest';
import { openChosenEntries } from './chosen-entries.ts';

const store = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};
const id = (name: string) => `practices/sakura-u/${name}`;

test.each([store(), null])(
  'a choice takes up to four, and lets go of what is pressed again',
  (kept) => {
    const chosen = openChosenEntries('/compare/', kept);
    expect(['a', 'b', 'c', 'd', 'e'].map((name) => chosen.toggle(id(name)))).toEqual([
      'added',
      'added',
      'added',
      'added',
      'full',
    ]);
    expect(chosen.toggle(id('b'))).toBe('removed');
    expect(chosen.ids()).toEqual([id('a'), id('c'), id('d')]);
    chosen.replace([]);
    expect(chosen.ids()).toEqual([]);
  },
);

test('nothing is left behind where nothing is chosen, and what others wrote is no choice', () => {
  const { kept, ...storage } = store();
  const chosen = openChosenEntries('/compare/', storage);
  chosen.toggle(id('a'));
  chosen.toggle(id('a'));
  expect([...kept.keys()]).toEqual([]);
  kept.set('compare:/compare/', 'e=//evil.example/&e=practices/sakura-u/a&e=<script>');
  expect(chosen.ids()).toEqual([id('a')]);
});
