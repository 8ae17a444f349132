import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** Where a browser keeps its sealed session, or something else that was sealed. */
export type SealedCookie = {
  /** What a request brings; empty where it brings nothing. */
  of(c: Context): string;
  /** @param seconds for how long it is kept; until the browser is closed where they are left out */
  set(c: Context, sealed: string, seconds?: number): void;
  clear(c: Context): void;
};

/** How the portal is reached, and by whom. */
export type CookiePlace = {
  /** By https. */
  readonly isSecure: boolean;
  /** People come back from a provider of their own, which is another site. */
  readonly isFromElsewhere: boolean;
};

const httpOnly = true;

/**
 * Names a cookie, and says how it is kept. Over https by the prefix, a browser takes it from this host alone, over https
 * alone, so that no neighbouring host and nobody on the way can put one of theirs in its place; that asks for the path `/`
 * (RFC 6265bis, 4.1.3.2). Over http, on one's own machine, what other sites there get to see is as little as can be.
 * `Strict` would be missing where somebody comes back from a provider, and on the redirect after it.
 */
export const createSealedCookie = (
  plainName: string,
  { isSecure, isFromElsewhere }: CookiePlace,
): SealedCookie => {
  const sameSite = isFromElsewhere ? ('Lax' as const) : ('Strict' as const);
  const plain = { path: isFromElsewhere ? '/' : '/admin', httpOnly, sameSite };
  const name = isSecure ? `__Host-${plainName}` : plainName;
  const options = isSecure ? { path: '/', secure: true, httpOnly, sameSite } : plain;
  const clearPlain = (c: Context) => {
    // What was set before there was https, or by somebody else.
    if (isSecure) deleteCookie(c, plainName, { ...plain, path: '/admin' });
  };
  return {
    of: (c) => getCookie(c, name) ?? '',
    set(c, sealed, seconds) {
      setCookie(c, name, sealed, seconds === undefined ? options : { ...options, maxAge: seconds });
      clearPlain(c);
    },
    clear(c) {
      deleteCookie(c, name, options);
      clearPlain(c);
    },
  };
};

/** What the session is kept under. */
export const sessionCookieName = 'portal-session';
