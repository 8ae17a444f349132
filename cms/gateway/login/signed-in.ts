import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import type { Contributor } from '../permissions/contributor.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentences } from '../requests/sentences.ts';
import type { Session, Sessions } from './sessions.ts';

/** What handlers below /admin/ find in their context once somebody is signed in. */
export type GatewayEnv = {
  Bindings: HttpBindings;
  Variables: { session: Session; who: Contributor };
};

/** Lets in who is signed in, and tells handlers who it is. */
export const signedInOnly =
  (sessions: Sessions): MiddlewareHandler<GatewayEnv> =>
  async (c, next) => {
    const session = sessions.of(c);
    if (!session) throw new RefusedRequest(401, sentences.signIn);
    c.set('session', session);
    c.set('who', session.who);
    await next();
  };
