import { expect, it } from 'vitest';
import { withFreeNotes } from './free-notes.ts';

it('gives notes numbers that the text before does not use', () => {
  const body = '文[^1]と\\[^1]と\\\\[^2]\n\n[^1]: 注\n\n[^2]: 注';
  expect(withFreeNotes(body, '前の文')).toBe(body);
  expect(withFreeNotes(body, '前[^2]と\\[^9]と[^名前]\n\n[^2]: 注')).toBe(
    '文[^3]と\\[^1]と\\\\[^4]\n\n[^3]: 注\n\n[^4]: 注',
  );
});
