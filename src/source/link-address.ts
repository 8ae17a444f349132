import { linkSchemes } from '../schema/body.ts';

/** What an address in a body is: where it leads, or what is wrong with it. */
export type LinkAddress =
  | { kind: 'web' | 'path' | 'anchor' }
  | { kind: 'other-scheme' }
  | { kind: 'disguised' };

/** Characters that a browser drops or that nobody sees: https://url.spec.whatwg.org/#url-parsing, and Unicode's Cf. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const scheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Tells what kind of address a link has, as a browser would read it.
 * @param address with character references already resolved, as the Markdown parser leaves it
 */
export const readLinkAddress = (address: string): LinkAddress => {
  const written = decodeUnseen(address);
  const seen = written.replace(unseen, '').trim();
  const found = scheme.exec(seen)?.[0].toLowerCase();
  if (found && !linkSchemes.some((allowed) => allowed === found)) return { kind: 'other-scheme' };
  if (seen !== written || /^[\\/]{2}/.test(seen) || seen.includes('\\')) {
    return { kind: 'disguised' };
  }
  if (found === 'http:' || found === 'https:') return webAddress(seen);
  if (found) return { kind: 'web' };
  return { kind: seen.startsWith('#') ? 'anchor' : 'path' };
};

/** The parser percent-encodes spaces and control characters that an author wrote; look at what was written. */
const decodeUnseen = (address: string): string =>
  address.replace(/%(?:0[0-9a-f]|1[0-9a-f]|20|7f)/gi, (encoded) => decodeURIComponent(encoded));

/** `https://www.mext.go.jp@elsewhere.example` leads elsewhere. */
const webAddress = (address: string): LinkAddress => {
  const parsed = URL.parse(address);
  return parsed && !parsed.username && !parsed.password && /^https?:\/\//i.test(address)
    ? { kind: 'web' }
    : { kind: 'disguised' };
};
