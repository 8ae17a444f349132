import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { criteria } from './criteria.ts';
import { type HumanCheck, humanChecks } from './human-checks.ts';
import { judgements } from './judgement.ts';
import { addressesByLot, chosenAddresses, drawnCount } from './lot.ts';
import { testResultsForm } from './test-results.ts';
import { accessibilityWords as words } from './words.ts';

const site = [
  ...chosenAddresses,
  ...Array.from({ length: 500 }, (_none, at) => `/practices/${at}/`),
];

describe('the lot', () => {
  it('draws 25 pages beside the 15 that are chosen, none twice', () => {
    const { chosen, drawn } = addressesByLot(site, '2031-04-05');
    expect(chosen).toEqual([...chosenAddresses]);
    expect(drawn).toHaveLength(drawnCount);
    expect(new Set([...chosen, ...drawn]).size).toBe(40);
  });

  it('draws the same for the same seed, in whatever order pages are given', () => {
    expect(addressesByLot(site.toReversed(), 'さくら')).toEqual(addressesByLot(site, 'さくら'));
    expect(addressesByLot(site, 'もみじ')).not.toEqual(addressesByLot(site, 'さくら'));
  });

  it('changes by one page where one that was drawn goes', () => {
    const before = addressesByLot(site, 'さくら').drawn;
    const gone = before[0] ?? '';
    const after = addressesByLot(
      site.filter((address) => address !== gone),
      'さくら',
    ).drawn;
    expect(before.filter((address) => !after.includes(address))).toEqual([gone]);
  });

  it('takes what there is where a site is small', () => {
    expect(addressesByLot(['/', '/a/'], 'さくら')).toEqual({ chosen: ['/'], drawn: ['/a/'] });
  });
});

it('the criteria are the 25 of level A and the 13 of level AA, each with a check by a person', () => {
  expect(criteria.filter(({ level }) => level === 'A')).toHaveLength(25);
  expect(criteria.filter(({ level }) => level === 'AA')).toHaveLength(13);
  const checked = new Set(humanChecks.flatMap((check) => check.criteria));
  expect([...checked].sort()).toEqual(criteria.map(({ number }) => number).sort());
});

describe('the result for a criterion', () => {
  const check = (done: HumanCheck['done']): HumanCheck => ({
    what: '確かめること',
    how: '方法',
    criteria: ['1.4.3', '1.2.1'],
    done,
  });
  const met = { by: '広報課', on: '2031-04-05', result: 'met', note: '' } as const;
  const fault = { ...met, result: 'fault' } as const;
  const verdict = (
    checks: readonly HumanCheck[],
    { faults = 0, media = 0, number = '1.4.3' } = {},
  ) =>
    judgements({ criteria: { '1.4.3': { rules: 1, faults, unclear: 0 } }, media }, checks).find(
      (one) => one.number === number,
    );

  it('is open until persons did every check, whatever a program passes', () => {
    expect(verdict([check(null)])).toMatchObject({ verdict: 'open', byPersons: 'none' });
    expect(verdict([check(met), check(null)])).toMatchObject({
      verdict: 'open',
      byPersons: 'some',
    });
    expect(verdict([])).toMatchObject({ verdict: 'open', byPersons: 'none' });
    expect(words.persons.none).toBe('未実施');
    expect(words.verdicts.open).toBe('未判定');
  });

  it('is met once they did, and no one found anything', () => {
    expect(verdict([check(met), check(met)])?.verdict).toBe('met');
    expect(verdict([check(met), check(fault)])?.verdict).toBe('fault');
    expect(verdict([check(met)], { faults: 1 })?.verdict).toBe('fault');
  });

  it('is that it does not apply only where no page plays anything', () => {
    const sounds = { number: '1.2.1' };
    expect(verdict([check(null)], sounds)?.verdict).toBe('not-applicable');
    expect(verdict([check(null)], { ...sounds, media: 1 })?.verdict).toBe('open');
  });
});

it('the sheet names offices and days where something is done, and never claims more', () => {
  for (const { done } of humanChecks) {
    if (done === null) continue;
    expect(done.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(done.by).toMatch(/[課室部局係委]$/);
  }
});

it('what is stored is what a run wrote: 15 pages that were chosen and 25 by lot', () => {
  const stored = readFileSync(join(import.meta.dirname, 'results.json'), 'utf8');
  const { pages, criteria: tried } = testResultsForm.parse(JSON.parse(stored));
  expect(pages.filter(({ isChosen }) => isChosen).map(({ address }) => address)).toEqual([
    ...chosenAddresses,
  ]);
  expect(pages).toHaveLength(40);
  expect(Object.keys(tried).length).toBeGreaterThan(10);
});
