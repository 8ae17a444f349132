/**
 * Dates as the portal shows them: the Western year first, the Japanese era beside it.
 * Eras: 明治 (1868-01-25 by the solar calendar from 1873), 大正 1912-07-30, 昭和 1926-12-25, 平成 1989-01-08, 令和 2019-05-01.
 */

const eras = [
  { name: '令和', from: '2019-05-01' },
  { name: '平成', from: '1989-01-08' },
  { name: '昭和', from: '1926-12-25' },
  { name: '大正', from: '1912-07-30' },
  { name: '明治', from: '1868-01-25' },
] as const;

const eraYear = (year: number, name: string, from: string) => {
  const count = year - Number(from.slice(0, 4)) + 1;
  return `${name}${count === 1 ? '元' : count}年`;
};

/** The era of a day; for a month or a year alone, that of its last day, and both where the era changed within it. */
function eraOf(stated: string): string {
  const [year = '', month, day] = stated.split('-');
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const last = `${year}-${month ?? '12'}-${day ?? '31'}`;
  const at = (when: string) => eras.find(({ from }) => from <= when);
  const [begins, ends] = [at(first), at(last)];
  if (!ends) return '';
  const names = begins && begins !== ends ? [begins, ends] : [ends];
  return names.map(({ name, from }) => eraYear(Number(year), name, from)).join('・');
}

/**
 * A date as far as it is known (`2016`, `2016-03`, `2016-03-30`, `FY2016`), in both eras:
 * 2016年3月30日（平成28年）, 2016年度（平成28年度）.
 */
export function japaneseDate(stated: string): string {
  const western = westernDate(stated);
  if (stated.startsWith('FY')) {
    // A fiscal year is called by the era of its first day, 1 April, but for 2019, which began as 平成31 and is 令和元年度.
    const year = stated.slice(2);
    const era = year === '2019' ? '令和元年' : eraOf(`${year}-04-01`);
    return `${western}（${era}度）`;
  }
  const era = eraOf(stated);
  return era ? `${western}（${era}）` : western;
}

/** The Western half alone: 2016年3月30日, 2016年度. */
export function westernDate(stated: string): string {
  if (stated.startsWith('FY')) return `${stated.slice(2)}年度`;
  const [year, month, day] = stated.split('-');
  return [`${year}年`, month ? `${Number(month)}月` : '', day ? `${Number(day)}日` : ''].join('');
}

/** The year that a date belongs to in a list of years. */
export const yearOf = (stated: string): string => stated.replace('FY', '').slice(0, 4);
