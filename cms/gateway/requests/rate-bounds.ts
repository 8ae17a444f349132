import type { Context, MiddlewareHandler } from 'hono';
import type { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Contributor } from '../permissions/contributor.ts';
import { type GatewaySettings, isLoopback } from '../settings.ts';
import { RefusedRequest } from './refused-request.ts';
import { senderOf } from './sender.ts';
import { sentences } from './sentences.ts';

/** Bounds on how many requests come in a minute. */
export type RateBounds = {
  /** For each address of the network; goes before all else. */
  readonly ofAddress: MiddlewareHandler;
  /** For each person and each institution; goes after the sign-in, which tells who it is (`c.var.who`). */
  readonly ofPerson: MiddlewareHandler;
};

const secondsOfCount = 60;

/**
 * Makes the bounds. They are this process's own: with two gateways a sender has twice as much. On one desk, where nobody
 * else is served, nothing is counted.
 * @param onRefused hears which bound it was
 */
export const createRateBounds = (
  { origin, operation }: Pick<GatewaySettings, 'origin' | 'operation'>,
  onRefused: (bound: 'address' | 'person' | 'institution') => void = () => {},
): RateBounds => {
  if (origin === null) {
    const free: MiddlewareHandler = (_, next) => next();
    return { ofAddress: free, ofPerson: free };
  }
  const bound = (name: Parameters<typeof onRefused>[0], points: number) => {
    const limiter = createLimiter(points);
    return async (key: string): Promise<void> => {
      const wait = await (await limiter()).consume(key).then(
        () => null,
        ({ msBeforeNext }: { msBeforeNext: number }) => msBeforeNext,
      );
      if (wait === null) return;
      onRefused(name);
      throw new RefusedRequest(429, sentences.tooOften, {}, Math.max(1, Math.ceil(wait / 1000)));
    };
  };
  const address = bound('address', operation.mostOfAddress);
  const person = bound('person', operation.mostOfPerson);
  const institution = bound('institution', operation.mostOfInstitution);
  return {
    async ofAddress(c, next) {
      const sender = senderOf(c);
      // A proxy that is not named in the settings brings everybody over the loopback address.
      if (sender !== '' && !isLoopback(sender)) await address(sender);
      await next();
    },
    async ofPerson(c, next) {
      const who = whoOf(c);
      if (who) {
        await person(c.get('session')?.knownAs?.key ?? JSON.stringify(who));
        if ('institution' in who) await institution(who.institution);
      }
      await next();
    },
  };
};

const whoOf = (c: Context): Contributor | undefined => c.get('who');

/** The library knows a dozen databases, which take their time to load: it is asked for when somebody is counted. */
const createLimiter = (points: number): (() => Promise<RateLimiterMemory>) => {
  let made: Promise<RateLimiterMemory> | null = null;
  return () => {
    made ??= import('rate-limiter-flexible').then(
      (library) => new library.RateLimiterMemory({ points, duration: secondsOfCount }),
    );
    return made;
  };
};
