import { expect, test } from 'vitest';
import type { TermMatches } from './matching.ts';
import { hasTypedTitle, scores } from './ranking.ts';

type Standing = { count?: number; inTitle?: number[]; isSynonym?: boolean };

/** A term that stands on the given pages. */
function term(on: Record<number, Standing>, pagesWithTerm = Object.keys(on).length): TermMatches {
  const matches = Object.entries(on).map(([page, standing]) => {
    const { count = 1, inTitle = [], isSynonym = false } = standing;
    const lookup = { row: ['語'], beginning: undefined };
    return [
      Number(page),
      { form: { text: '語', lookup, whole: false, isSynonym }, count, inTitle },
    ] as const;
  });
  return { pagesWithTerm, on: new Map(matches) };
}

const lengths = Array.from({ length: 20 }, () => 100);
const titleLengths = lengths.map(() => 4);

/** The pages, best first, with their scores. */
function ranked(terms: TermMatches[], pages: number[], given = { lengths, titleLengths }) {
  const scored = scores({ terms, pages, ...given });
  return {
    scored,
    order: [...scored.keys()].sort((a, b) => (scored.get(b) ?? 0) - (scored.get(a) ?? 0)),
  };
}

test('a rare term tells more than a common one', () => {
  const { order } = ranked([term({ 0: {} }, 15), term({ 1: {} }, 1)], [0, 1]);
  expect(order).toEqual([1, 0]);
});

test('a page that has a term more often comes first, each mention counting less', () => {
  const { order, scored } = ranked([term({ 0: {}, 1: { count: 2 }, 2: { count: 3 } })], [0, 1, 2]);
  expect(order).toEqual([2, 1, 0]);
  const [one = 0, two = 0, three = 0] = [0, 1, 2].map((page) => scored.get(page));
  expect(two - one).toBeGreaterThan(three - two);
});

test('of two pages that have a term as often the shorter comes first', () => {
  const given = { lengths: [400, 50, ...lengths], titleLengths: [4, 4, ...titleLengths] };
  expect(ranked([term({ 0: {}, 1: {} })], [0, 1], given).order).toEqual([1, 0]);
});

test('a title counts more than the text, and a title with little else still more', () => {
  const given = { lengths, titleLengths: [4, 8, 2] };
  const terms = [term({ 0: { count: 3 }, 1: { inTitle: [0] }, 2: { inTitle: [0] } })];
  expect(ranked(terms, [0, 1, 2], given).order).toEqual([2, 1, 0]);
});

test('a synonym counts less than what was typed', () => {
  const { order } = ranked([term({ 0: { isSynonym: true }, 1: {} })], [0, 1]);
  expect(order).toEqual([1, 0]);
});

test('a title that says what was typed and nothing else comes before every other page', () => {
  const both = [
    term({ 0: { count: 90 }, 1: { inTitle: [0, 1] }, 2: { inTitle: [0, 1] } }),
    term({ 0: { count: 90 }, 1: { inTitle: [2, 3] }, 2: { inTitle: [2] } }),
  ];
  const { order, scored } = ranked(both, [0, 1, 2]);
  expect(order[0]).toBe(1);
  expect([0, 1, 2].map((page) => hasTypedTitle(scored.get(page) ?? 0))).toEqual([
    false,
    true,
    false,
  ]);
});

test('a title that is a synonym of what was typed comes first, but is not what was typed', () => {
  const { order, scored } = ranked(
    [term({ 0: { count: 90 }, 1: { inTitle: [0, 1, 2, 3], isSynonym: true } })],
    [0, 1],
  );
  expect(order).toEqual([1, 0]);
  expect(hasTypedTitle(scored.get(1) ?? 0)).toBe(false);
});

test('every page that was asked about has a number, and no other page', () => {
  const noTerms = scores({ terms: [], pages: [3], lengths, titleLengths: [] });
  expect([...noTerms]).toEqual([[3, 0]]);
  const { scored } = ranked([term({ 1: {}, 2: {} })], [2, 5]);
  expect([...scored.keys()]).toEqual([2, 5]);
  expect(scored.get(5)).toBe(0);
  expect(scores({ terms: [], pages: [], lengths: [], titleLengths: [] }).size).toBe(0);
});
