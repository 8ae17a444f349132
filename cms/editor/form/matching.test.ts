import { expect, it } from 'vitest';
import { institutionOption } from '../choices.ts';
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

it('finds an institution by how its name is read, by a part of it, in Latin letters and by a former name', () => {
  const [named] = [
    institutionOption({
      id: 'kaede-u',
      name: '楓大学',
      also: ['かえでだいがく', 'Kaédé University', '楓工業専門学校'],
    }),
  ];
  const found = (typed: string) =>
    matching([...options, named], typed, 9).map(({ value }) => value);
  for (const typed of [
    'かえで',
    'カエデ',
    'ｶｴﾃﾞ',
    'kaede-u',
    'KAEDE',
    'ＫＡＥＤＥ',
    '楓',
    '楓工業',
  ]) {
    expect({ typed, found: found(typed) }).toEqual({ typed, found: ['kaede-u'] });
  }
  expect(found('だいがく　かえで')).toEqual(['kaede-u']);
  expect(found('もみじ')).toEqual(['もみじ大学']);
});
