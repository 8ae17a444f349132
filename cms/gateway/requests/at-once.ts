import type { Context, MiddlewareHandler } from 'hono';
import { RefusedRequest } from './refused-request.ts';
import { sentences } from './sentences.ts';

/** Beyond these somebody only adds to a line in which nobody waits any more. */
const mostWaiting = 100;
/** After how many seconds whoever was sent away may try again. */
const secondsToWait = 5;

type Line = { underWay: number; readonly waiting: (() => void)[] };

/**
 * Works on so many requests of one sender at the same time, and has the others of that sender wait: what one sends at
 * once holds up nobody else, and least of all readers.
 * @param senderOf whose request it is: an object for as long as it lives, or a name; null for a request that never waits
 */
export const atOnce = (
  most: number,
  senderOf: (c: Context) => object | string | null,
): MiddlewareHandler => {
  const ofObjects = new WeakMap<object, Line>();
  const ofNames = new Map<string, Line>();
  const lineOf = (sender: object | string): Line => {
    const lines: Pick<Map<unknown, Line>, 'get' | 'set'> = typeof sender === 'string'
      ? ofNames
      : (ofObjects as never);
    const line = lines.get(sender) ?? { underWay: 0, waiting: [] };
    lines.set(sender, line);
    return line;
  };

  return async (c, next) => {
    const sender = senderOf(c);
    if (sender === null) return next();
    const line = lineOf(sender);
    if (line.waiting.length >= mostWaiting) {
      throw new RefusedRequest(429, sentences.tooMuchAtOnce, {}, secondsToWait);
    }
    if (line.underWay >= most) await new Promise<void>((resolve) => line.waiting.push(resolve));
    else line.underWay += 1;
    try {
      await next();
    } finally {
      const following = line.waiting.shift();
      if (following) following();
      else line.underWay -= 1;
      if (line.underWay === 0 && typeof sender === 'string') ofNames.delete(sender);
    }
  };
};
