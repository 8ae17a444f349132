import { expect, test } from 'vitest';
import { changedHeadwords, namesAny } from './headword-changes.ts';

test('headwords that come, go or lead elsewhere are told', () => {
  const before = new Map([
    ['誓約書', '/glossary/pledge/'],
    ['台帳', '/glossary/ledger/'],
    ['研修', '/glossary/training/'],
  ]);
  const now = new Map([
    ['研修', '/glossary/course/'],
    ['誓約書', '/glossary/pledge/'],
    ['様式', '/glossary/form/'],
  ]);
  expect(changedHeadwords(before, now).sort()).toEqual(['台帳', '様式', '研修'].sort());
  expect(changedHeadwords(now, now)).toEqual([]);
});

test('a text that may name a headword is told, whatever markup stands in it', () => {
  const html = '<p>研究<a class="term" href="/glossary/integrity/">インテグリティ</a>の規程</p>';
  expect(namesAny(html, ['インテグリティの'])).toBe(true);
  expect(namesAny(html, ['規程'])).toBe(true);
  expect(namesAny(html, ['term', '台帳'])).toBe(false);
  expect(namesAny(html, ['R&D'])).toBe(true);
  expect(namesAny(html, [])).toBe(false);
});
