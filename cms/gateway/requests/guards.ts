import type { Context, MiddlewareHandler } from 'hono';
import { type GatewaySettings, isLoopback } from '../settings.ts';
import { hostName, hostOf } from './own-address.ts';
import { RefusedRequest } from './refused-request.ts';
import { sentences } from './sentences.ts';

/**
 * Refuses what another site made a browser send. Each browser in use names the origin of whatever is no plain reading;
 * a request that names none comes from a program, which has no cookie that it was not given.
 */
export const sameOriginOnly =
  ({ origin }: GatewaySettings): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const site = c.req.header('sec-fetch-site');
      const from = c.req.header('origin');
      const host = hostOf(c).toLowerCase();
      const isOurs =
        from === undefined ||
        from === origin ||
        // What a page sends that tells nobody where it was (`no-referrer`). No script can say of itself whose it is.
        (from === 'null' && site === 'same-origin') ||
        (isLoopback(hostName(host)) && from === `http://${host}`);
      if ((site !== undefined && site !== 'same-origin') || !isOurs) {
        throw new RefusedRequest(403, sentences.otherSite);
      }
    }
    await next();
  };

/**
 * Whether a page of the portal itself led here: for what is opened by a link and should begin nowhere else. Browsers of before
 * 2023 do not say so of each request (Fetch Metadata), but which page they come from, where that page lets them.
 */
export const isFromOwnPage = (c: Context): boolean => {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const page = c.req.header('referer') ?? '';
  return URL.canParse(page) && new URL(page).host === hostOf(c).toLowerCase();
};
