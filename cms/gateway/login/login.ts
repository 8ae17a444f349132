import type { Context, Hono } from 'hono';
import type { SignInOffer } from '../../wire/session.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { GatewayEnv } from './signed-in.ts';

/**
 * A way to tell who somebody is. Today a person chooses; a certified provider (OIDC) can stand beside it, which answers
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
  identify(c: Context, form: unknown): Promise<Contributor>;
  /** Mounted at /admin/session/. */
  readonly routes?: Hono<GatewayEnv>;
};
