import type { Context, Hono } from 'hono';
import type { SignInOffer } from '../../wire/session.ts';
import type { Bodies } from '../requests/bodies.ts';
import type { Beginner, createSessions, Sessions } from './sessions.ts';
import type { GatewayEnv } from './signed-in.ts';

/**
 * A way to tell who somebody is: a person chooses, on their own machine; or a provider of OpenID Connect says it, which answers
 * the browser's way there and back with routes of its own.
 */
export type Login = {
  /** Whether it may be gone by this request. Somebody who came in by it stays in as long, and no longer. */
  isOpenTo(c: Context): boolean;
  offerTo(c: Context): Promise<SignInOffer>;
  /**
   * Tells who signs in with what the page sent.
   * @throws RefusedRequest where the way is not open to the request, or the form cannot be used
   */
  identify(c: Context, form: unknown): Promise<Beginner>;
  /** How its sessions are kept. */
  readonly sessionParts: Omit<Parameters<typeof createSessions>[0], 'clock' | 'isOpenTo'>;
  /** Mounted at /admin/session/. */
  readonly routes?: (parts: { sessions: Sessions; bodies: Bodies }) => Hono<GatewayEnv>;
  /** Where somebody signs out elsewhere as well; null where there is no such place. */
  readonly signOutAddress?: () => Promise<string | null>;
};
