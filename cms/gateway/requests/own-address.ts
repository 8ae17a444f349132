import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { type GatewaySettings, isLoopback } from '../settings.ts';
import { RefusedRequest } from './refused-request.ts';
import { sentences } from './sentences.ts';

type Place = Pick<GatewaySettings, 'address' | 'origin'>;

/**
 * What a browser sends of itself, and programs as curl. A closed list, since every proxy has a name of its own for what
 * it adds: `Via`, `Forwarded`, `X-Real-IP`, `CF-Connecting-IP` …
 */
const ofBrowsers = new Set(
  [
    'host connection keep-alive upgrade-insecure-requests user-agent accept accept-charset accept-encoding',
    'accept-language cookie origin referer cache-control pragma priority purpose dnt save-data range te trailer expect',
    'if-match if-none-match if-modified-since if-unmodified-since if-range service-worker last-event-id',
    'content-length content-type content-encoding content-language transfer-encoding',
    'access-control-request-method access-control-request-headers device-memory downlink ect rtt dpr width viewport-width',
  ]
    .join(' ')
    .split(' '),
);
/** No script of a page and no program in between may set these: `Sec-Fetch-Site`, `Sec-CH-UA` … */
const ofBrowsersAlone = /^sec-/;

/**
 * Whether a request came over this machine alone: straight to a loopback address, under a loopback name, and from nothing
 * that passes on what others sent. A page elsewhere can have its own name lead to 127.0.0.1 (DNS rebinding), but cannot
 * change what the browser calls the host. A proxy gives itself away by a header that no browser sends, or by HTTP/1.0
 * (nginx where nothing else is set); never where an origin is set, since then others are expected.
 */
export const isLocalRequest = (c: Context, { address, origin }: Place): boolean => {
  const incoming = incomingOf(c);
  if (!incoming || origin !== null || incoming.httpVersion !== '1.1') return false;
  const { localAddress = '', remoteAddress = '' } = incoming.socket;
  return (
    [address, localAddress, remoteAddress, hostName(hostOf(c))].every(isLoopback) &&
    isAskedPlainly(c) &&
    namesOf(incoming.rawHeaders).every((name) => ofBrowsers.has(name) || ofBrowsersAlone.test(name))
  );
};

/**
 * Refuses requests under a name that is not the portal's, so that no other page can have its name lead here. A proxy in
 * front has to pass the name on. The edition of the network is for this machine alone, until its members can sign in.
 */
export const ownHostOnly =
  (settings: Place & Pick<GatewaySettings, 'edition'>): MiddlewareHandler =>
  async (c, next) => {
    if (!isAskedPlainly(c)) throw new RefusedRequest(400, sentences.unreadable);
    const host = hostOf(c).toLowerCase();
    const isOurs = hostsOf(settings).includes(host) || isLoopback(hostName(host));
    if (!isOurs) throw new RefusedRequest(403, sentences.otherHost);
    if (settings.edition === 'network' && !isLocalRequest(c, settings)) {
      throw new RefusedRequest(403, sentences.thisMachineOnly);
    }
    await next();
  };

/** The host that a request names. */
export const hostOf = (c: Context): string => c.req.header('host') ?? '';

/** The host without its port. */
export const hostName = (host: string): string => host.replace(/:\d{1,5}$/, '');

/** Several times as many as any browser sends. */
const mostHeaders = 100;

/** By a path, as a browser asks a server and not a proxy, under one name, and with no more headers than that takes. */
const isAskedPlainly = (c: Context): boolean => {
  const incoming = incomingOf(c);
  if (!incoming) return true;
  const isPath = incoming.url?.startsWith('/') ?? false;
  const names = namesOf(incoming.rawHeaders);
  const hosts = names.filter((name) => name === 'host');
  return isPath && hosts.length === 1 && names.length <= mostHeaders;
};

const incomingOf = (c: Context) => (c.env as Partial<HttpBindings> | undefined)?.incoming;

/** The names of a request's headers; they stand before their values. */
const namesOf = (rawHeaders: readonly string[]): string[] =>
  rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());

/** How a browser, or a program that names the port in any case, calls the portal. */
const hostsOf = ({ origin }: Pick<Place, 'origin'>): string[] => {
  if (origin === null) return [];
  const { protocol, hostname, host, port } = new URL(origin);
  return port === '' ? [host, `${hostname}:${protocol === 'https:' ? 443 : 80}`] : [host];
};
