import { expect, test } from 'vitest';
import { report } from './report.ts';

const took = (live: number) => ({ live, found: live + 0.1, seen: 0.2, cpu: 2 * live });
const publish = (live: number) => ({
  kinds: new Map([['sentence', took(live)]] as const),
  first: took(6),
  afterIdling: took(5),
  gatewayPeak: 2e8,
  siteProcessPeak: 9e8,
  idle: 3e8,
  copyUpdate: 15_000,
  start: 12,
});
const nothing = { publish: null, build: null, kill: null };

test('the sizes stand side by side, with what was aimed for and how it grows', () => {
  const told = report([
    { ...nothing, entries: 300, publish: publish(1) },
    { ...nothing, entries: 1000, publish: publish(4) },
  ]);
  expect(told).toContain('| sentence | 1.00 / 1.10 / 2.00 | 4.00 / 4.10 / 8.00 |');
  expect(told).toContain('met      300, sentence live: 1.00 s, aim 2 s');
  expect(told).toContain('not met  1000, sentence live: 4.00 s, aim 2 s');
  expect(told).toContain('not met  CPU of a sentence at 1000 against 300: 4.00 ×, aim 3 ×');
  expect(told).not.toContain('whole build, cold');
});
