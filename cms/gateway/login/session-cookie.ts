import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** Where a browser keeps the key of its session. */
export type SessionCookie = {
  /** What a request brings; empty where it brings nothing. */
  of(c: Context): string;
  set(c: Context, key: string): void;
  clear(c: Context): void;
};

const httpOnly = true;
const sameSite = 'Strict';
/** Over http, on one's own machine: what other sites there get to see is as little as can be. */
const plain = { name: 'portal-session', options: { path: '/admin', httpOnly, sameSite } } as const;
/**
 * Over https. By the prefix a browser takes it from this host alone, over https alone, so that no neighbouring host and
 * nobody on the way can put a session of theirs in its place; that asks for the path `/` (RFC 6265bis, 4.1.3.2).
 */
const secure = {
  name: '__Host-portal-session',
  options: { path: '/', secure: true, httpOnly, sameSite },
} as const;

/** Names the cookie, and says how it is kept. @param isSecure whether the portal is reached by https */
export const createSessionCookie = (isSecure: boolean): SessionCookie => {
  const { name, options } = isSecure ? secure : plain;
  return {
    of: (c) => getCookie(c, name) ?? '',
    set(c, key) {
      setCookie(c, name, key, options);
      // What was set before there was https, or by somebody else.
      if (isSecure) deleteCookie(c, plain.name, plain.options);
    },
    clear(c) {
      deleteCookie(c, name, options);
      if (isSecure) deleteCookie(c, plain.name, plain.options);
    },
  };
};
