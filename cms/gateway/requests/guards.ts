import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { type GatewaySettings, isLoopback } from '../settings.ts';
import { RefusedRequest } from './refused-request.ts';
import { sentences } from './sentences.ts';

/**
 * Whether a request came over this machine alone: to a loopback address, under a loopback name. A page elsewhere can
 * have its own name lead to 127.0.0.1 (DNS rebinding), but cannot change what the browser calls the host.
 */
export const isLocalRequest = (c: Context, { address }: GatewaySettings): boolean => {
  const socket = (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket;
  return (
    isLoopback(address) && isLoopback(socket?.localAddress ?? '') && isLoopback(hostName(hostOf(c)))
  );
};

/**
 * Refuses requests under a name that is not the portal's, so that no other page can have its name lead here: not even
 * to read, since the edition of the network is not for everyone. A proxy in front has to pass the name on.
 */
export const ownHostOnly =
  ({ origin }: GatewaySettings): MiddlewareHandler =>
  async (c, next) => {
    const host = hostOf(c).toLowerCase();
    const isOurs = origin !== null && host === new URL(origin).host;
    if (!isOurs && !isLoopback(hostName(host))) throw new RefusedRequest(403, sentences.otherHost);
    await next();
  };

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

const hostOf = (c: Context): string => c.req.header('host') ?? '';

/** The host without its port. */
const hostName = (host: string): string => host.replace(/:\d+$/, '');
