import { expect, it } from 'vitest';
import { numberIn } from './number-format.ts';

it.each([
  ['aiueoFullWidth', 23, 'ヌ'],
  ['aiueo', 47, '47'],
  ['irohaFullWidth', 4, 'ニ'],
  ['decimalEnclosedCircle', 21, '㉑'],
  ['decimalEnclosedCircle', 36, '㊱'],
  ['decimalEnclosedParen', 2, '⑵'],
  ['decimalFullWidth', 12, '１２'],
  ['decimalZero', 3, '03'],
  ['japaneseCounting', 10, '十'],
  ['japaneseCounting', 123, '百二十三'],
  ['japaneseLegal', 12, '壱拾弐'],
  ['ideographDigital', 12, '一二'],
  ['ideographTraditional', 3, '丙'],
  ['upperLetter', 27, 'AA'],
  ['lowerRoman', 14, 'xiv'],
  ['decimal', 7, '7'],
  ['constructor', 7, '7'],
  ['japaneseCounting', 0, '0'],
])('%s counts %i as %s', (format, number, shown) => {
  expect(numberIn(format, number)).toBe(shown);
});
