import { expect, it } from 'vitest';
import { personKeys } from './person-key.ts';
import { scopesIn } from './scope.ts';

it('reads each scope once, in lower case', () => {
  expect(scopesIn(['who@Sakura-U.example', 'member@sakura-u.example'], 'scoped')).toEqual([
    'sakura-u.example',
  ]);
  expect(scopesIn(['Sakura-U.example'], 'bare')).toEqual(['sakura-u.example']);
});

it.each([
  'who@momiji-u.example@sakura-u.example',
  '@sakura-u.example',
  'who@',
  'sakura-u.example',
  'who@sakura-u.example ',
  'who@sakura-u.example\n',
  'who@.sakura-u.example',
  'who@sakura-u.example.',
  // The Kelvin sign, which would become a k.
  'who@sa\u{212a}ura-u.example',
  'who@sakura-u。example',
  `who@${'a.'.repeat(200)}example`,
])('reads nothing of %j', (value) => expect(scopesIn([value], 'scoped')).toEqual([]));

it('takes no address for a bare domain', () => {
  expect(scopesIn(['who@sakura-u.example'], 'bare')).toEqual([]);
});

it('keeps issuer and subject apart', () => {
  const ring = [{ id: 'a', secret: 's'.repeat(32) }] as const;
  const key = (issuer: string, subject: string) => personKeys(ring, { issuer, subject })[0];
  expect(key('https://a', 'bc')).not.toBe(key('https://ab', 'c'));
  expect(key('https://a', 'é')).not.toBe(key('https://a', 'e\u{301}'));
  expect(key('https://a', 'b')).toMatch(/^a-[0-9a-f]{64}$/);
});
