import { expect, it } from 'vitest';
import { z } from 'zod';
import { createSeal } from './seal.ts';

const older = { id: 'a', secret: 'a-secret-of-at-least-thirty-two-letters' };
const newer = { id: 'b', secret: 'another-one-of-at-least-thirty-two-letters' };
const form = z.strictObject({ a: z.int() });
let now = new Date('2026-11-24T00:00:00Z');
const clock = () => now;
const before = createSeal({ ring: [older], clock });
const between = createSeal({ ring: [newer, older], clock });
const after = createSeal({ ring: [newer], clock });

it('closes with the first key of its ring and opens with all of them', async () => {
  const sealed = await before.close('session', { a: 1 }, 60);
  expect(await between.open('session', sealed, form)).toEqual({ a: 1 });
  expect(await after.open('session', sealed, form)).toBeNull();
  const anew = await between.close('session', { a: 2 }, 60);
  expect(await before.open('session', anew, form)).toBeNull();
  expect(await after.open('session', anew, form)).toEqual({ a: 2 });
});

it('opens nothing that was closed for something else, too long ago, or is not whole', async () => {
  const sealed = await before.close('way-in', { a: 1 }, 60);
  expect(await before.open('session', sealed, form)).toBeNull();
  expect(await before.open('way-in', sealed, z.strictObject({ b: z.int() }))).toBeNull();
  for (const forged of ['', 'x', '....', `${sealed.slice(0, -4)}AAAA`, 'x'.repeat(10_000)]) {
    expect(await before.open('way-in', forged, form)).toBeNull();
  }
  now = new Date('2026-11-24T00:01:01Z');
  expect(await before.open('way-in', sealed, form)).toBeNull();
});
