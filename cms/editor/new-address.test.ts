import { describe, expect, it } from 'vitest';
import { dayInJapan } from '../../src/formats/time-in-japan.ts';
import { slug } from '../../src/schema/field.ts';
import { newAddress } from './new-address.ts';

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
