import { expect, it } from 'vitest';
import { readGatewaySettings } from '../settings.ts';
import { addressOf, subscriberAt } from './sender.ts';

const { trustedProxies } = readGatewaySettings({
  TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8, 2001:db8:ffff::/48',
}).operation;

it.each([
  ['203.0.113.9', undefined, '203.0.113.9'],
  // Whoever is no proxy says nothing of who they are.
  ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['127.0.0.1', undefined, '127.0.0.1'],
  ['::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
  // What stands on the left was sent by the client itself.
  ['127.0.0.1', '192.0.2.1, 198.51.100.1', '198.51.100.1'],
  ['127.0.0.1', '192.0.2.1,198.51.100.1, 10.1.2.3', '198.51.100.1'],
  ['127.0.0.1', '10.1.2.3', '10.1.2.3'],
  ['127.0.0.1', 'unknown', '127.0.0.1'],
  ['127.0.0.1', '198.51.100.1, unknown', '127.0.0.1'],
  ['127.0.0.1', '198.51.100.1, ', '127.0.0.1'],
  ['127.0.0.1', '198.51.100.1:4711', '127.0.0.1'],
  ['2001:db8:ffff::1', '2001:db8:1::5', '2001:db8:1::5'],
  ['', '198.51.100.1', ''],
])(
  'takes a request from %s that names %j for one from %s',
  (remoteAddress, forwardedFor, address) => {
    expect(addressOf({ remoteAddress, forwardedFor }, trustedProxies)).toBe(address);
  },
);

it('believes nobody where no proxy is trusted', () => {
  const sent = { remoteAddress: '127.0.0.1', forwardedFor: '198.51.100.1' };
  expect(addressOf(sent, null)).toBe('127.0.0.1');
});

it('counts a network of IPv6 as one subscriber, however its address is written', () => {
  const written = ['2001:db8:0:2:3::9', '2001:DB8::2:0:0:0:1', '2001:0db8:0000:0002::'];
  expect(new Set(written.map(subscriberAt))).toEqual(new Set(['2001:db8:0:2']));
  expect(subscriberAt('2001:db8:0:3::')).not.toBe(subscriberAt('2001:db8:0:2::'));
});
