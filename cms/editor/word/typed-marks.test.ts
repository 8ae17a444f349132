import { expect, it } from 'vitest';
import { numberOf, typedNumberOf, withoutTypedMark } from './typed-marks.ts';

it.each([
  ['第１章　総則', 'chapter', 1],
  ['第二節 手続', 'section', 2],
  ['第12条（目的）', 'article', 12],
  ['３．範囲', 'dot', 3],
  ['(4) 窓口', 'bracket', 4],
  ['⑸窓口', 'bracket', 5],
  ['⑥窓口', 'circle', 6],
  ['7) 窓口', 'closing', 7],
  ['８　日時', 'space', 8],
  ['ウ　試料', null, 0],
  ['（エ）試料', 'kana', 4],
  ['3.5 mm', null, 0],
  ['2.5万円', null, 0],
  ['Ⅲ．方法', 'roman', 3],
  ['１．２　対象', 'parts-2', 2],
  ['2-1 体制', 'parts-2', 1],
  ['1.2.3（例外）', 'parts-3', 3],
  ['第一印象', null, 0],
  ['2026年', null, 0],
])('%s begins with its number', (line, form, number) => {
  const found = typedNumberOf(line);
  expect(found?.form ?? null).toBe(form);
  expect(found?.number ?? 0).toBe(number);
});

it('numbers are read in every way in which they are written', () => {
  expect(['１２', '⑳', '二十三', '百', 'ウ', '？'].map(numberOf)).toEqual([12, 20, 23, 100, 3, 0]);
});

it('a line that is only a mark stays', () => {
  expect(['①', '・', '- ', '文'].map(withoutTypedMark)).toEqual(['①', '・', '- ', '文']);
});
