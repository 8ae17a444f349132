import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { contentPolicy } from '../../../src/file-policies.ts';
import { below } from '../../../src/schema/addresses.ts';
import { acceptAddress, invitationsFolder } from '../members/invitation-address.ts';
import type { InvitationRecord } from '../members/invitation-record.ts';
import type { Members } from '../members/members.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import { atOnce } from '../requests/at-once.ts';
import { createGuessBound, secondsToWait } from '../requests/guess-bound.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { senderOf } from '../requests/sender.ts';
import { gonePage, invitationPage, invitationSheet } from './invitation-pages.ts';
import { words } from './words.ts';

export type InvitationParts = {
  readonly invitations: Pick<Members['invitations'], 'find'>;
  readonly institutionName: InstitutionName;
  /** The path that the site stands under. */
  readonly basePath: string;
  readonly clock: () => Date;
};

/** How many questions of one sender are worked on at the same time. */
const mostAtOnce = 2;

/**
 * Makes the pages of an invitation, at `/invitation/<token>`. To open one changes nothing, however often and by whatever it
 * is opened; its link leads to the sign-in, which has to be begun from here, and only who comes back from there is bound.
 */
export const createInvitationRoutes = (parts: InvitationParts): Hono => {
  const { invitations, institutionName, basePath, clock } = parts;
  const guesses = createGuessBound(clock);
  const sheet = invitationSheet();
  const styleSheet = below(basePath, `${invitationsFolder}/invitation.css`);

  /**
   * What the request's token opens; null where it opens nothing, for which there is one answer after one and the same look.
   * @throws RefusedRequest where its sender has tried too many that lead nowhere
   */
  const held = async (c: Context): Promise<InvitationRecord | null> => {
    const sender = senderOf(c);
    const isOverBound = guesses.isExceeded(sender);
    const found = await invitations.find(c.req.param('token') ?? '', !isOverBound);
    if (found) return found;
    if (isOverBound) {
      throw new RefusedRequest(429, words.tooMany, {}, secondsToWait);
    }
    guesses.note(sender);
    return null;
  };
  const gone = (c: Context) => c.html(gonePage(styleSheet), 404);

  return new Hono()
    .use(
      invitationHeaders,
      atOnce(mostAtOnce, (c) => senderOf(c) || null),
    )
    .get('/invitation.css', (c) =>
      c.body(sheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
    )
    .get('/:token', async (c) => {
      const found = await held(c);
      if (!found) return gone(c);
      const address = acceptAddress(c.req.param('token'));
      return c.html(invitationPage(found, { address, styleSheet, institutionName }));
    })
    .get('/*', gone)
    .get('/', gone);
};

/** No script; nothing is kept, told to other sites, or found by a search engine. */
const invitationHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set('Cache-Control', 'no-store');
  // Of other sites none hears of it; the sign-in has to know that it was begun from here.
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('X-Robots-Tag', 'noindex, nofollow');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  headers.set('Content-Security-Policy', policy);
};

const policy = contentPolicy({
  'default-src': "'none'",
  'style-src': "'self'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
});
