import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { routeGroupOf } from '../requests/route-group.ts';
import { addressOf, isTrusted, subscriberAt } from '../requests/sender.ts';
import { type RequestUnderWay, whileUnderWay } from '../requests/under-way.ts';
import type { TrustedProxies } from '../settings/operation-settings.ts';
import { isLoopback } from '../settings.ts';
import { healthAnswer, type Readiness } from './health.ts';
import type { Answered } from './log.ts';

/** What is seen of every request. */
export type Watch = {
  readonly trustedProxies: TrustedProxies | null;
  /** The path that the site stands under. */
  readonly basePath: string;
  readonly readiness: Readiness;
  /** Hears of each request when it is over. */
  answered(request: Answered): void;
};

/** Where nobody looks, as in tests of a part. */
export const unwatched: Watch = {
  trustedProxies: null,
  basePath: '/',
  readiness: async () => [],
  answered: () => {},
};

/**
 * Stands before all that answers: gives each request its number and its sender, has it noted when it is over, and answers
 * questions about the portal's health itself.
 */
export const watched = (answers: RequestListener, watch: Watch): RequestListener => {
  const answer: RequestListener = (request, response) => {
    const underWay = underWayOf(request, watch);
    const began = performance.now();
    response.once('close', () =>
      watch.answered({
        id: underWay.id,
        group: underWay.group,
        method: methods.has(request.method ?? '') ? (request.method ?? '') : 'OTHER',
        status: response.writableFinished ? response.statusCode : null,
        milliseconds: performance.now() - began,
      }),
    );
    whileUnderWay(underWay, () => answers(request, response));
  };
  return (request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    if (path === '/healthz' || path === '/readyz')
      void answerHealth(path, request, response, watch);
    else answer(request, response);
  };
};

const methods = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']);

const underWayOf = (
  { headers, socket, url = '' }: IncomingMessage,
  { trustedProxies, basePath }: Watch,
): RequestUnderWay => {
  const { remoteAddress = '' } = socket;
  const forwarded = headers['x-forwarded-for'];
  const forwardedFor = Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
  const given = headers['x-request-id'];
  const isGiven =
    typeof given === 'string' && usableId.test(given) && isTrusted(remoteAddress, trustedProxies);
  return {
    id: isGiven ? given : randomBytes(9).toString('base64url'),
    group: routeGroupOf(url, basePath),
    sender: subscriberAt(addressOf({ remoteAddress, forwardedFor }, trustedProxies)),
  };
};

/** The number that a proxy gives a request: nothing that could be read as something else in a log. */
const usableId = /^[\w-]{8,64}$/;

const answerHealth = async (
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { readiness, trustedProxies }: Watch,
): Promise<void> => {
  const { method, headers, socket } = request;
  request.resume();
  const fixed = {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { ...fixed, Allow: 'GET, HEAD' }).end();
    return;
  }
  const { remoteAddress = '' } = socket;
  const isPassedOn = headers['x-forwarded-for'] !== undefined;
  const isOfTrusted = isTrusted(remoteAddress, trustedProxies);
  const answer = await healthAnswer(path, readiness, {
    // A proxy's own question, and not one that it passes on.
    isOperator: !isPassedOn && (isLoopback(remoteAddress) || isOfTrusted),
    through: isPassedOn ? (isOfTrusted ? 'trusted-proxy' : 'unknown-proxy') : 'direct',
  });
  if (answer) response.writeHead(answer.status, fixed).end(method === 'HEAD' ? '' : answer.body);
};
