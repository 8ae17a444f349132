import { describe, expect, it } from 'vitest';
import { dayInJapan } from '../../src/formats/time-in-japan.ts';
import { slug } from '../../src/schema/field.ts';
import { choices } from './fixtures/choices.ts';
import { addressProblem, addressWords, newAddress, proposedAddress } from './new-address.ts';

describe('the address of a new entry', () => {
  it('is the month in Japan and a few signs', () => {
    expect(newAddress(new Date('2026-11-30T15:30:00Z'), () => 0)).toBe('202612-22222');
  });

  it('is what the schema takes for one, whatever the signs', () => {
    for (let step = 0; step < 31; step++) {
      const address = newAddress(new Date('2026-11-23T00:00:00Z'), () => step / 31);
      expect(slug.safeParse(address).success).toBe(true);
    }
    expect(slug.safeParse(newAddress(new Date(), () => 0.999999)).success).toBe(true);
  });
});

it('tells the day in Japan', () => {
  expect(dayInJapan(new Date('2026-11-22T15:00:00Z'))).toBe('2026-11-23');
  expect(dayInJapan(new Date('2026-11-22T14:59:59Z'))).toBe('2026-11-22');
});

describe('an address that is chosen', () => {
  it('is proposed from what is written in Latin letters', () => {
    expect(proposedAddress('institutions', { signInScopes: ['kaede-u.ac.jp'] })).toBe('kaede-u');
    expect(proposedAddress('institutions', { nameEn: 'Kaédé University' })).toBe('kaede-u');
    expect(proposedAddress('institutions', { nameEn: 'University of Kaede' })).toBe('u-kaede');
    expect(proposedAddress('glossary', { english: 'Deemed export (EAR)' })).toBe(
      'deemed-export-ear',
    );
    expect(proposedAddress('scenes', { title: 'PDFの受取り' })).toBeNull();
    expect(proposedAddress('scenes', { title: '海外出張' })).toBeNull();
  });

  it('is asked for where it is empty, wrong or taken, before anything is stored', () => {
    const [institution] = choices.institutions;
    const of = (address: unknown) => addressProblem(choices, 'institutions', address);
    expect(of('')).toBe(addressWords.empty);
    expect(of(undefined)).toBe(addressWords.empty);
    expect(of('-a')).toBe(addressWords.wrong);
    expect(of(institution?.id)).toBe(addressWords.taken(institution?.name ?? ''));
    expect(of('kaede-u')).toBeNull();
    expect(addressProblem(choices, 'case-studies', '')).toBeNull();
  });
});
