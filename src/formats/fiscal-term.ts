import { japaneseDate, westernDate } from './japanese-date.ts';

const era = (year: number) => {
  const stated = `FY${year}`;
  // 2015年度（平成27年度） → 平成27
  return japaneseDate(stated).slice(westernDate(stated).length + 1, -'年度）'.length);
};

/** A stretch of Japanese fiscal years in both eras: 2015〜2016年度（平成27〜28年度）. */
export function fiscalTerm(from: number, to: number): string {
  if (from === to) return japaneseDate(`FY${from}`);
  const name = era(from).replace(/[\d元]+$/, '');
  const end = era(to).startsWith(name) ? era(to).slice(name.length) : era(to);
  return `${from}〜${to}年度（${era(from)}〜${end}年度）`;
}
