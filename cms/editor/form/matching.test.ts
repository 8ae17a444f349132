import { expect, it } from 'vitest';
import { matching } from './matching.ts';

const options = ['さくら大学', 'もみじ大学', 'ＪＡＥＡ（研究機関）'].map((label) => ({
  value: label,
  label,
}));
const labels = (typed: string, most = 50) =>
  matching(options, typed, most).map(({ label }) => label);

it('finds what has every word that was typed, whatever its width or case', () => {
  expect(labels('大学')).toEqual(['さくら大学', 'もみじ大学']);
  expect(labels('大学　もみ')).toEqual(['もみじ大学']);
  expect(labels('jaea')).toEqual(['ＪＡＥＡ（研究機関）']);
  expect(labels('かえで')).toEqual([]);
});

it('shows all while nothing is typed, and no more than asked for', () => {
  expect(labels('', 2)).toEqual(['さくら大学', 'もみじ大学']);
});
