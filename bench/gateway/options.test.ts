import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('what is not given is as the aims are measured', () => {
  expect(readOptions([])).toEqual({
    entries: 1000,
    runs: 20,
    saves: 200,
    publications: 3,
    keep: false,
  });
});

test.each(['19', '1e9x', '', '2.5', '-1'])('%j is no number of entries', (written) => {
  expect(() => readOptions([`--entries=${written}`])).toThrow('give a whole number of at least 20');
});

test('publishing can be left out', () => {
  expect(readOptions(['--publications', '0']).publications).toBe(0);
});
