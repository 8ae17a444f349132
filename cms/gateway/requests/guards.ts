import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
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
        (isLoopback(hostName(host)) && from === `http://${host}`);
      if ((site !== undefined && site !== 'same-origin') || !isOurs) {
        throw new RefusedRequest(403, sentences.otherSite);
      }
    }
    await next();
  };

/** Refuses bodies of another kind than these, and those that are too large, before they are read. */
export const bodyOf = (
  type: 'application/json' | 'application/x-www-form-urlencoded',
  { maxRequestBytes, maxFileBytes }: GatewaySettings,
): MiddlewareHandler => {
  const limited = bodyLimit({
    maxSize: maxRequestBytes,
    onError: () => {
      throw new RefusedRequest(413, sentences.tooLarge(Math.floor(maxFileBytes / 1024 / 1024)));
    },
  });
  return async (c, next) => {
    const given = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (c.req.method === 'POST' && given !== type) {
      throw new RefusedRequest(415, sentences.contentType);
    }
    return limited(c, next);
  };
};

/**
 * Reads a body as JSON.
 * @throws RefusedRequest where it is none
 */
export const jsonOf = async (c: Context): Promise<unknown> => {
  try {
    return JSON.parse(await c.req.text());
  } catch {
    throw new RefusedRequest(400, sentences.unreadable);
  }
};
