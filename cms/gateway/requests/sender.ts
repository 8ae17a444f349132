import { isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { TrustedProxies } from '../settings/operation-settings.ts';
import { requestUnderWay } from './under-way.ts';

/** What a connection and its headers say of who sends. */
export type Sent = {
  /** The other end of the connection. */
  readonly remoteAddress: string;
  /** `X-Forwarded-For`; lines of one name are joined by commas. */
  readonly forwardedFor: string | undefined;
};

/**
 * From which address of the network a request comes: the other end of the connection; where that is a trusted proxy, what
 * it names, and so on from the right. Whatever stands left of the first that is not trusted was written by anybody.
 * `Forwarded` (RFC 7239) is not looked at: a proxy that sets one of the two passes the other on as it came.
 */
export const addressOf = (
  { remoteAddress, forwardedFor }: Sent,
  trusted: TrustedProxies | null,
): string => {
  let address = plainAddress(remoteAddress);
  const named = forwardedFor?.split(',') ?? [];
  while (isTrusted(address, trusted)) {
    const before = plainAddress(named.pop()?.trim() ?? '');
    // A proxy that names nobody, or something that is no address, speaks for itself.
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
};

/** Whether an address is that of a proxy whose word counts. */
export const isTrusted = (address: string, trusted: TrustedProxies | null): boolean => {
  const plain = plainAddress(address);
  const version = isIP(plain);
  return version !== 0 && (trusted?.check(plain, version === 6 ? 'ipv6' : 'ipv4') ?? false);
};

/** Whom an address of the network belongs to: of IPv6 a whole network (/64) is one subscriber's. */
export const subscriberAt = (address: string): string => {
  const plain = plainAddress(address);
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const between = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(between).fill('0'), ...after]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':');
};

/** Whose request it is, by where it comes from: one notion for all that is bounded for each sender. */
export const senderOf = (c: Context): string =>
  requestUnderWay()?.sender ??
  subscriberAt((c.env as Partial<HttpBindings> | undefined)?.incoming?.socket?.remoteAddress ?? '');

/** An address of IPv4 as it is written where a connection says it as one of IPv6. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=[\d.]+$)/i, '');
