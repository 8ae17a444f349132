import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';

const era = '[$-411]ge.m.d';
const longEra = '[$-411]ggge"年"m"月"d"日"';
const yearMonth = 'yyyy"年"m"月"';
const monthDay = 'm"月"d"日"';

/** The formats that a workbook names only by number, as Excel in Japanese shows them (ECMA-376 part 1, 18.8.30). */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '¥#,##0;¥-#,##0',
  6: '¥#,##0;¥-#,##0',
  7: '¥#,##0.00;¥-#,##0.00',
  8: '¥#,##0.00;¥-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: era,
  28: longEra,
  29: longEra,
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  34: yearMonth,
  35: monthDay,
  36: era,
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '¥#,##0;¥-#,##0;"¥-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '¥#,##0.00;¥-#,##0.00;"¥-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: era,
  51: longEra,
  52: yearMonth,
  53: monthDay,
  54: longEra,
  55: yearMonth,
  56: monthDay,
  57: era,
  58: longEra,
};

/** The code of the number format in which a cell of a style is shown. */
export type CellFormats = (style: number) => string;

/** @param part `xl/styles.xml`; a workbook without it shows every number as it is */
export const readCellFormats = (part: XmlElement | null): CellFormats => {
  const own = new Map(
    childrenOf(childOf(part, 'x:numFmts'), 'x:numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  );
  const codes = childrenOf(childOf(part, 'x:cellXfs'), 'x:xf').map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? 0);
    // A code that is empty says nothing: some programs write it for the general format.
    return own.get(id) || builtIn[id] || 'General';
  });
  return (style) => codes[style] ?? 'General';
};
