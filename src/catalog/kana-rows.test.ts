import { expect, test } from 'vitest';
import { kanaRows } from './kana-rows.ts';

const filled = (readings: (string | undefined)[]) =>
  kanaRows(readings, (reading) => reading)
    .filter(({ items }) => items.length > 0)
    .map(({ label, items }) => `${label}：${items.join('・')}`);

test('a voiced letter stands in the row of its plain one', () => {
  expect(
    filled(['あいち', 'がくない', 'ばいお', 'ぱぶりっく', 'ぢ', 'ゔぁいす', 'わせだ']),
  ).toEqual([
    'あ：あいち・ゔぁいす',
    'か：がくない',
    'た：ぢ',
    'は：ばいお・ぱぶりっく',
    'わ：わせだ',
  ]);
});

test('what has no reading stands last', () => {
  expect(filled([undefined, 'あいち']).at(-1)).toBe('その他：');
  expect(kanaRows(['あいち'], (reading) => reading)).toHaveLength(10);
});
