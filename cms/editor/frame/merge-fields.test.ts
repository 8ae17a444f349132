import { describe, expect, it } from 'vitest';
import { isSame, mergeFields, unlikeNames } from './merge-fields.ts';

const base = { title: '題名', summary: '要約', body: '本文', updated: '2026-11-01' };

describe('two changed versions', () => {
  it('come together where each changed something else', () => {
    const mine = { ...base, title: '私の題名', updated: '2026-11-02' };
    const theirs = { ...base, summary: '国際課の要約', contact: { office: '国際課' } };
    expect(mergeFields(base, mine, theirs)).toMatchObject({
      data: { ...mine, summary: '国際課の要約', contact: { office: '国際課' } },
      toChoose: [],
    });
  });

  it('ask where both changed the same', () => {
    const merged = mergeFields(base, { ...base, title: '私の' }, { ...base, title: '国際課の' });
    expect(merged.toChoose).toEqual([{ id: 0, name: 'title', mine: '私の', theirs: '国際課の' }]);
    expect(merged.data['title']).toBe('私の');
    expect(merged.settled(() => true)['title']).toBe('国際課の');
    expect(merged.settled(() => false)['title']).toBe('私の');
  });

  it('ask nothing where both changed it alike', () => {
    const same = { ...base, title: '同じ' };
    expect(mergeFields(base, same, { ...same }).toChoose).toEqual([]);
  });

  it('keep what one of them took away', () => {
    const { summary: _, ...theirs } = base;
    expect(mergeFields(base, base, theirs).data['summary']).toBeUndefined();
  });

  it('ask about every difference where nobody knows what they began from', () => {
    const { toChoose } = mergeFields(null, { title: 'a', summary: 'b' }, { title: 'c' });
    expect(toChoose.map(({ name }) => name)).toEqual(['title', 'summary']);
  });
});

it.each([
  ['', undefined],
  [null, undefined],
  [[], undefined],
  [{ office: '' }, undefined],
  [' 題名\n', '題名'],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
])('%j is the same as %j', (one, other) => {
  expect(isSame(one, other)).toBe(true);
});

it('no is not blank', () => {
  expect(isSame(false, undefined)).toBe(false);
  expect(isSame(0, undefined)).toBe(false);
});

it('what the form fills in by itself makes no difference', () => {
  expect(unlikeNames({ updated: '2026-11-01', address: 'a' }, { updated: '2026-11-02' })).toEqual(
    [],
  );
});
