import { expect, it } from 'vitest';
import { endOfDayInJapan } from '../../../src/formats/time-in-japan.ts';
import { digestOf, newToken } from '../permissions/link-token.ts';
import { subscriberAt as senderAt } from '../requests/sender.ts';
import { filesOfLink, linkAddress, sheetAddresses } from './addresses.ts';

it('lies below the path that the site stands under', () => {
  expect(linkAddress('/', 'a')).toBe('/approve/a');
  expect(filesOfLink('/portal/', 'a')).toBe('/portal/approve/a/files/');
  expect(sheetAddresses('/portal/').said).toBe('/portal/approve/said.css');
});

it('has 192 bits that fit into an address, and is kept as what nobody can go back from', () => {
  const zeros = newToken((bytes) => Buffer.alloc(bytes));
  expect(Buffer.from(zeros, 'base64url')).toHaveLength(24);
  expect(new Set(Array.from({ length: 100 }, () => newToken())).size).toBe(100);
  expect(digestOf(zeros)).toMatch(/^[0-9a-f]{64}$/);
  expect(digestOf(zeros)).not.toContain(zeros);
});

it('is open to the end of its last day in Japan', () => {
  const at = (from: string, days: number) => endOfDayInJapan(new Date(from), days).toISOString();
  expect(at('2026-11-30T14:59:59Z', 1)).toBe('2026-12-01T14:59:59.999Z');
  expect(at('2026-11-30T15:00:00Z', 1)).toBe('2026-12-02T14:59:59.999Z');
});

it('counts a network of IPv6 as one sender, and an address of IPv4 as itself', () => {
  expect(senderAt('::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(senderAt('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(senderAt('2001:db8::9')).toBe('2001:db8:0:0');
  expect(senderAt('::1')).toBe(senderAt('::2'));
});
