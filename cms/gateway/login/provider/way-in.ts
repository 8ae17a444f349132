import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Seal } from '../seal.ts';
import { createSealedCookie, type SealedCookie } from '../session-cookie.ts';

/** How long a way to the provider and back may take, and how long somebody may think about their office, in seconds. */
export const longestWay = 15 * 60;

const wayIn = z.strictObject({
  state: z.string().max(200),
  nonce: z.string().max(200),
  verifier: z.string().max(200),
  /** Where it goes on; null where it ends in a window of its own. */
  back: z.string().max(1000).nullable(),
  /** The invitation that is used by it; null for none. */
  invitation: z.string().max(200).nullable(),
});

/** A way in that somebody has begun in this browser. */
export type WayIn = z.infer<typeof wayIn>;

/** Keeps what ways to the provider have begun in a browser, each in a cookie of its own: two windows may go at once. */
export type WaysIn = {
  begin(c: Context, way: WayIn): Promise<void>;
  /** Takes the way that a state was made for: once in a browser. Null where this browser began none. */
  take(c: Context, state: string): Promise<WayIn | null>;
};

/** @param isSecure whether the portal is reached by https */
export const createWaysIn = (seal: Seal, isSecure: boolean): WaysIn => {
  // A state is for this browser alone to know: its cookie has a name made from it.
  const cookieOf = (state: string): SealedCookie =>
    createSealedCookie(
      `portal-way-${createHash('sha256').update(state).digest('hex').slice(0, 12)}`,
      { isSecure, isFromElsewhere: true },
    );
  return {
    async begin(c, way) {
      cookieOf(way.state).set(c, await seal.close('way-in', way, longestWay), longestWay);
    },
    async take(c, state) {
      const cookie = cookieOf(state);
      const found = await seal.open('way-in', cookie.of(c), wayIn);
      if (!found || found.state !== state) return null;
      cookie.clear(c);
      return found;
    },
  };
};
