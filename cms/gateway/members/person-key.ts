import { createHmac } from 'node:crypto';
import type { KeyRing, NamedKey } from '../settings/key-ring.ts';
import type { ProviderClaims } from './provider-claims.ts';

/**
 * By what somebody is known again: the name of a key, and the HMAC-SHA256 of issuer and subject under it. Without the key
 * nobody finds out whose it is, even who holds a list of all people of an institution.
 */
export type PersonKey = string & { readonly __brand: 'PersonKey' };

/** Whether a text has the form of a key. */
export const isPersonKey = (text: string): text is PersonKey =>
  /^[a-z0-9]{1,12}-[0-9a-f]{64}$/.test(text);

/** The keys of a person: first that under which they are written, then those under which they may have been. */
export const personKeys = (
  ring: KeyRing,
  who: Pick<ProviderClaims, 'issuer' | 'subject'>,
): readonly [PersonKey, ...PersonKey[]] => {
  const [first, ...others] = ring;
  return [keyUnder(first, who), ...others.map((key) => keyUnder(key, who))];
};

const keyUnder = (
  { id, secret }: NamedKey,
  { issuer, subject }: Pick<ProviderClaims, 'issuer' | 'subject'>,
): PersonKey => {
  const digest = createHmac('sha256', secret);
  for (const part of [issuer, subject]) {
    const bytes = Buffer.from(part);
    // With its length before it, no end of one text is the beginning of the other.
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    digest.update(length).update(bytes);
  }
  return `${id}-${digest.digest('hex')}` as PersonKey;
};

/** What a page calls a binding, which has no name: the first signs of the key, without that of the ring's. */
export const shortKey = (key: PersonKey): string => key.slice(key.indexOf('-') + 1).slice(0, 6);
