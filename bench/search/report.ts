import { percentile } from '../percentile.ts';
import type { Candidate, Cost } from './browser-run.ts';
import type { IndexCost } from './index-cost.ts';
import type { Quality } from './quality.ts';

export type CandidateFigures = { index: IndexCost; quality: Quality; costs: Cost[] };

type Row = {
  name: string;
  value: (figures: CandidateFigures) => number;
  digits: number;
  aim: (ours: number, stock: number) => boolean;
  aimText: string;
};

const atLeast = (least: number) => ({
  aim: (ours: number) => ours >= least,
  aimText: `≥ ${least}`,
});
const timesStock = (most: number) => ({
  aim: (ours: number, stock: number) => ours <= stock * most,
  aimText: `≤ ${most} × stock`,
});
const cost = (key: keyof Cost, share: number, unit: number) => (figures: CandidateFigures) =>
  percentile(
    figures.costs.map((one) => one[key]),
    share,
  ) / unit;

const none = { aim: () => true, aimText: '' };
const rows: Row[] = [
  { name: 'recall', value: (f) => f.quality.recall, digits: 4, ...atLeast(0.999) },
  { name: 'precision', value: (f) => f.quality.precision, digits: 4, ...atLeast(0.99) },
  { name: 'P@5', value: (f) => f.quality.precisionAt5, digits: 4, ...atLeast(0.98) },
  {
    name: 'absent words found',
    value: (f) => f.quality.absentWordsFound,
    digits: 0,
    aim: (ours) => ours === 0,
    aimText: '0',
  },
  { name: 'title MRR', value: (f) => f.quality.titleMrr, digits: 4, ...atLeast(0.98) },
  {
    name: 'first query KB, median',
    value: cost('firstBytes', 0.5, 1000),
    digits: 1,
    ...timesStock(1.3),
  },
  { name: 'first query KB, p95', value: cost('firstBytes', 0.95, 1000), digits: 1, ...none },
  {
    name: 'next query KB, median',
    value: cost('nextBytes', 0.5, 1000),
    digits: 1,
    ...timesStock(1),
  },
  { name: 'next query KB, p95', value: cost('nextBytes', 0.95, 1000), digits: 1, ...none },
  { name: 'cold ms, median', value: cost('coldMs', 0.5, 1), digits: 0, ...timesStock(2) },
  { name: 'cold ms, p95', value: cost('coldMs', 0.95, 1), digits: 0, ...none },
  { name: 'warm ms, median', value: cost('warmMs', 0.5, 1), digits: 0, ...timesStock(2) },
  { name: 'warm ms, p95', value: cost('warmMs', 0.95, 1), digits: 0, ...none },
  { name: 'index build CPU s', value: (f) => f.index.cpuSeconds, digits: 1, ...timesStock(3) },
  {
    name: 'index build again CPU s',
    value: (f) => f.index.againCpuSeconds,
    digits: 1,
    ...timesStock(1),
  },
  { name: 'index on disk MB', value: (f) => f.index.bytes / 1e6, digits: 2, ...timesStock(1) },
];

/** The figures of both candidates side by side, with the ratio and whether the aim is met. */
export function report(
  corpus: string,
  queries: number,
  { stock, ours }: Record<Candidate, CandidateFigures>,
): string {
  const lines = rows.map(({ name, value, digits, aim, aimText }) => {
    const [s, o] = [value(stock), value(ours)];
    const ratio = s === 0 ? '' : (o / s).toFixed(2);
    const met = aimText === '' ? '' : aim(o, s) ? 'met' : 'NOT MET';
    return `| ${[name, s.toFixed(digits), o.toFixed(digits), ratio, aimText, met].join(' | ')} |`;
  });
  const worst = ours.quality.worst.map(
    ({ query, wrong, missed }) => `  ${query}: ${wrong} wrong, ${missed} missed`,
  );
  return [
    `## ${corpus}, ${queries} queries`,
    '| | stock Pagefind | ours | ratio | aim | |',
    '|---|---|---|---|---|---|',
    ...lines,
    ...(worst.length > 0 ? ['Where ours differs most from the truth:', ...worst] : []),
    '',
  ].join('\n');
}
