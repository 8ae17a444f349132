import { describe, expect, it } from 'vitest';
import { numberText, showsNothing, textInFormat } from './number-format.ts';

/** What Excel in Japanese shows. */
const shown: readonly (readonly [value: number, code: string, text: string])[] = [
  [0, 'General', '0'],
  [1234.5, 'General', '1234.5'],
  [0.1 + 0.2, 'General', '0.3'],
  [-12, 'General', '-12'],
  [1e20, 'General', '1E+20'],
  [1.5e-10, 'General', '1.5E-10'],
  [12, 'General"件"', '12件'],
  [5, '@', '5'],
  [0, '0', '0'],
  [0, '#', ''],
  [0.5, '#.0', '.5'],
  [1234567, '#,##0', '1,234,567'],
  [999, '#,##0', '999'],
  [-1234, '#,##0', '-1,234'],
  [1234567, '#,##0,"千円"', '1,235千円'],
  [1.005, '0.00', '1.01'],
  [2.5, '0.##', '2.5'],
  [2, '0.##', '2.'],
  [0.256, '0.0%', '25.6%'],
  [0.07, '0%', '7%'],
  [1600023, '000-0000', '160-0023'],
  [5, '000', '005'],
  [1234, '"¥"#,##0', '¥1,234'],
  [1234, '[$¥-411]#,##0', '¥1,234'],
  [-31, '#,##0;▲#,##0', '▲31'],
  [-31, '#,##0;[Red]"△"#,##0', '△31'],
  [0, '#,##0;-#,##0;"－"', '－'],
  [0, '0;-0;;@', ''],
  [80, '[>=60]"合格";"不合格"', '合格'],
  [40, '[>=60]"合格";"不合格"', '不合格'],
  [12345, '0.00E+00', '1.23E+04'],
  [0.00012, '0.0E+00', '1.2E-04'],
  [0.5, '# ?/?', '0.5'],
  [45748, 'yyyy/m/d', '2025/4/1'],
  [45748, 'yyyy-mm-dd', '2025-04-01'],
  [45748, 'yyyy"年"m"月"d"日"', '2025年4月1日'],
  [45748, 'yyyy年m月d日(aaa)', '2025年4月1日(火)'],
  [45748, 'aaaa', '火曜日'],
  [45748, 'ddd, mmm d', 'Tue, Apr 1'],
  [45748, '[$-411]ge.m.d', 'R7.4.1'],
  [45748, '[$-ja-JP-x-gannen]ggge"年"m"月"d"日"', '令和7年4月1日'],
  [43585, 'ggge"年"', '平成31年'],
  [43586, 'ggge"年"', '令和1年'],
  [45748.5625, 'yyyy/m/d h:mm', '2025/4/1 13:30'],
  [0.5625, 'h:mm AM/PM', '1:30 PM'],
  [0.5625, '[$-411]AM/PM h"時"mm"分"', '午後 1時30分'],
  [0.5, 'h"時"mm"分"ss"秒"', '12時00分00秒'],
  [1.25, '[h]:mm', '30:00'],
  [0.000011574, 'mm:ss', '00:01'],
  [45748, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2025年4月1日'],
  [0.5, '[$-F400]h:mm:ss\\ AM/PM', '12:00:00'],
  [59, 'yyyy/m/d', '1900/2/28'],
  [61, 'yyyy/m/d', '1900/3/1'],
  [-1, 'yyyy/m/d', '-1'],
];

describe('a number', () => {
  it.each(shown)('%s in %s is %s', (value, code, text) => {
    expect(numberText(value, code, false)).toBe(text);
  });

  it('counts days from 1904 where the workbook does', () => {
    expect(numberText(0, 'yyyy/m/d', true)).toBe('1904/1/1');
  });
});

describe('a text', () => {
  it.each([
    ['桜田', '@"様"', '桜田様'],
    ['桜田', '0;-0;0;"（"@"）"', '（桜田）'],
    ['桜田', '#,##0', '桜田'],
    ['桜田', 'General', '桜田'],
    ['桜田', ';;;', ''],
  ])('%s in %s is %s', (value, code, text) => {
    expect(textInFormat(value, code)).toBe(text);
  });
});

it('only a format of nothing shows nothing', () => {
  expect([';;;', ' ; ; ; ', '0;-0;;@', ';;', 'General'].map(showsNothing)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
