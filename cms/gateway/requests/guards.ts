import type { MiddlewareHandler } from 'hono';
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
