import { expect, test } from 'vitest';
import { kit } from './kit.ts';

const sound = {
  title: '持出しの様式例',
  summary: '持出しの前に確かめます。',
  order: 1,
  asOf: '2026-11-22',
  published: '2026-11-23',
  updated: '2026-11-23',
  attachments: [{ file: '台帳.xlsx', title: '台帳', kind: 'form', rights: 'CC0 1.0' }],
  drawnFrom: ['best-practices/sakura-u/travel'],
};
const choice = { aspect: 'means', text: 'メールで出す', says: ['best-practices/sakura-u/travel'] };
const isKit = (changes: object) => kit.safeParse({ ...sound, ...changes }).success;

test('a kit has files, the entries it was drawn from, and a day', () => {
  expect(isKit({})).toBe(true);
  expect(isKit({ choices: [choice] })).toBe(true);
  for (const field of ['attachments', 'drawnFrom']) expect(isKit({ [field]: [] })).toBe(false);
  for (const field of ['attachments', 'drawnFrom', 'asOf']) {
    expect(isKit({ [field]: undefined })).toBe(false);
  }
});

test('what an institution has settled is not there without an entry that says so', () => {
  expect(isKit({ choices: [{ ...choice, says: [] }] })).toBe(false);
  expect(isKit({ choices: [{ ...choice, says: undefined }] })).toBe(false);
  expect(isKit({ choices: [{ ...choice, aspect: 'cost' }] })).toBe(false);
});

test('a kit belongs to no institution', () => {
  expect(isKit({ institution: 'sakura-u' })).toBe(false);
});
