import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import type { Contributor } from '../permissions/contributor.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentences } from '../requests/sentences.ts';
import type { Session, Sessions } from './sessions.ts';

/** The session of somebody who works on entries. */
export type WorkSession = Session & { readonly who: Contributor };

/** What handlers below /admin/ find in their context once somebody is signed in. */
export type GatewayEnv = {
  Bindings: HttpBindings;
  Variables: { session: WorkSession; who: Contributor };
};

const worksOnEntries = (session: Session): session is WorkSession => session.who.role !== 'member';

/** Lets in who is signed in and works on entries, and tells handlers who it is. A member only reads. */
export const signedInOnly =
  (sessions: Sessions): MiddlewareHandler<GatewayEnv> =>
  async (c, next) => {
    const session = await sessions.of(c);
    if (!session) throw new RefusedRequest(401, sentences.signIn);
    if (!worksOnEntries(session)) throw new RefusedRequest(403, sentences.membersRead);
    c.set('session', session);
    c.set('who', session.who);
    await next();
  };

/** What a page asks by itself while it is open, which is no work of a person. */
const askedByItself = /^\/admin\/(?:at-work|session)$/;

/**
 * Has the session of whoever asked for something go on. Goes around everything else, and only where the answer is kept by nobody
 * on the way: no other would be given the cookie with it.
 */
export const goingOn =
  (sessions: Sessions): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const isKeptByNobody = c.res.headers.get('cache-control')?.includes('no-store') ?? false;
    if (isKeptByNobody && !askedByItself.test(c.req.path)) await sessions.goOn(c);
  };
