import { expect, test } from 'vitest';
import { fiscalTerm } from './fiscal-term.ts';

test.each([
  [2015, 2016, '2015〜2016年度（平成27〜28年度）'],
  [2017, 2017, '2017年度（平成29年度）'],
  [2018, 2020, '2018〜2020年度（平成30〜令和2年度）'],
  [2019, 2021, '2019〜2021年度（令和元〜3年度）'],
])('%i to %i', (from, to, shown) => expect(fiscalTerm(from, to)).toBe(shown));
