import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { pathToGoOnTo, wayInAddress } from '../../../wire/session.ts';
import { invitationAddress } from '../../members/invitation-address.ts';
import type { Members } from '../../members/members.ts';
import type { PersonKey } from '../../members/person-key.ts';
import type { ProviderClaims } from '../../members/provider-claims.ts';
import { notLetInSentence } from '../../members/sentences.ts';
import type { KnownPerson, NotBound, NotLetIn, OfficeUnknown } from '../../members/standing.ts';
import { contentPolicies } from '../../pages/security-headers.ts';
import type { Bodies } from '../../requests/bodies.ts';
import { failureNumber } from '../../requests/failures.ts';
import { isFromOwnPage } from '../../requests/guards.ts';
import type { ProviderSettings } from '../../settings/provider-settings.ts';
import type { EndedSessions } from '../ended-sessions.ts';
import type { Seal } from '../seal.ts';
import { createSealedCookie } from '../session-cookie.ts';
import type { Sessions } from '../sessions.ts';
import type { GatewayEnv } from '../signed-in.ts';
import { beginnerOf, providerSessionName } from './beginner.ts';
import { doneScript } from './done-script.ts';
import type { Provider } from './provider.ts';
import { readClaims } from './read-claims.ts';
import { donePage, leavingPage, officePage, saidPage, signInSheet } from './sign-in-pages.ts';
import { SignInTrouble, troubleOf } from './sign-in-trouble.ts';
import { createWaysIn, longestWay } from './way-in.ts';
import { words } from './words.ts';

export type ProviderRouteParts = {
  readonly settings: ProviderSettings;
  readonly provider: Provider;
  readonly members: Pick<Members, 'standingOf' | 'nameOffice'> & {
    readonly invitations: Pick<Members['invitations'], 'accept'>;
  };
  /** Every key under which the register may have a person. */
  keysOf(who: Pick<ProviderClaims, 'issuer' | 'subject'>): readonly PersonKey[];
  readonly seal: Seal;
  readonly ended: EndedSessions;
  readonly sessions: Sessions;
  readonly bodies: Bodies;
  readonly isSecure: boolean;
  readonly onTrouble: (error: unknown, number?: string) => void;
};

/** What has come from the provider, and waits for somebody to name their office. */
const waiting = z.strictObject({
  claims: z.strictObject({
    issuer: z.string(),
    subject: z.string(),
    scopes: z.array(z.string()),
    identityProvider: z.string().nullable(),
    affiliations: z.array(z.string()),
    missing: z.array(z.string()),
  }),
  providerSession: z.string().nullable(),
  institution: z.string(),
  back: z.string().nullable(),
});
type Waiting = z.infer<typeof waiting>;

/** Where somebody goes on who asked for nothing else. */
const usualBack = '/admin/';

/**
 * Makes what is below /admin/session/ where a provider signs people in: the way there and back, the question for the office,
 * the way out, and the provider's own word that somebody is signed out there. All of it works without a script.
 */
export const createProviderRoutes = (parts: ProviderRouteParts): Hono<GatewayEnv> => {
  const { settings, provider, members, seal, ended, sessions, bodies, onTrouble } = parts;
  const ways = createWaysIn(seal, parts.isSecure);
  const officeCookie = createSealedCookie('portal-office', {
    isSecure: parts.isSecure,
    isFromElsewhere: true,
  });
  const sheet = signInSheet();

  /** Where one begins anew to get where one wanted. */
  const again = (back: string | null) => ({ label: words.again, address: wayInAddress(back) });

  const failed = (c: Context, error: unknown, back: string | null) => {
    const trouble: SignInTrouble = troubleOf(error);
    const number = failureNumber();
    onTrouble(new Error(`Sign-in: ${trouble.forLog()}`), number);
    const { title, sentence } = words.troubles[trouble.kind];
    const status = trouble.kind === 'provider-away' || trouble.kind === 'clock' ? 503 : 400;
    return c.html(saidPage({ title, sentence, number, way: again(back) }), status);
  };

  const notLetIn = (c: Context, sentence: string, back: string | null) =>
    c.html(saidPage({ title: words.notLetIn, sentence, way: again(back) }), 403);

  /** Goes on where somebody wanted to go, or tells the window that opened this one. */
  const goOn = (c: Context, back: string | null) => c.redirect(back ?? '/admin/session/done', 303);

  const letIn = async (
    c: Context,
    standing: KnownPerson | OfficeUnknown | NotLetIn | NotBound,
    asked: Omit<Waiting, 'institution'>,
  ) => {
    const { back, claims, providerSession } = asked;
    if (standing.kind === 'person') {
      await sessions.begin(c, beginnerOf(standing, claims, providerSession));
      return goOn(c, back);
    }
    if (standing.kind === 'office-unknown') {
      const content = { ...asked, institution: standing.institution.name } satisfies Waiting;
      officeCookie.set(c, await seal.close('office', content, longestWay), longestWay);
      return c.redirect('/admin/session/office', 303);
    }
    return notLetIn(c, notLetInSentence(standing), back);
  };

  const routes = new Hono<GatewayEnv>()
    .get('/begin', async (c) => {
      const back =
        c.req.query('window') === undefined
          ? (pathToGoOnTo(c.req.query('back') ?? '') ?? usualBack)
          : null;
      const invitation = /^[\w-]{20,200}$/.exec(c.req.query('invitation') ?? '')?.[0] ?? null;
      // Nobody is bound by a page elsewhere that sends them through a provider who knows them: they see whose it is.
      if (invitation && !isFromOwnPage(c))
        return c.redirect(invitationAddress('/', invitation), 303);
      try {
        const { address, journey } = await provider.begin();
        await ways.begin(c, { ...journey, back, invitation });
        return c.redirect(address, 303);
      } catch (error) {
        return failed(c, error, back);
      }
    })

    .get('/callback', async (c) => {
      const { search } = new URL(c.req.url);
      const way = await ways.take(c, c.req.query('state') ?? '');
      if (!way) {
        const { title, sentence } = words.troubles['no-way-begun'];
        return c.html(saidPage({ title, sentence, way: again(usualBack) }), 400);
      }
      const { back, invitation } = way;
      try {
        const answer = await provider.finish(search, way);
        const claims = readClaims(answer, settings);
        const isOfThese = claims.affiliations.some((each) => settings.affiliations.includes(each));
        // Who is invited needs no other to say who they are.
        if (settings.affiliations.length > 0 && !isOfThese && !invitation) {
          return notLetIn(c, words.affiliation, back);
        }
        const standing = invitation
          ? await members.invitations.accept(invitation, claims)
          : await members.standingOf(claims);
        const asked = { claims: { ...claims }, providerSession: answer.providerSession, back };
        return await letIn(c, standing, waiting.omit({ institution: true }).parse(asked));
      } catch (error) {
        if (!isOfTheWay(error)) throw error;
        return failed(c, error, back);
      }
    })

    .get('/office', async (c) => {
      const found = await seal.open('office', officeCookie.of(c), waiting);
      if (!found) return notLetIn(c, words.officeLate, usualBack);
      const { institution } = found;
      return c.html(officePage({ institution, office: '', complaint: null }));
    })
    .post('/office', bodies.of('answer'), async (c) => {
      const found = await seal.open('office', officeCookie.of(c), waiting);
      if (!found) return notLetIn(c, words.officeLate, usualBack);
      const sent = (await c.req.parseBody())['office'];
      const office = typeof sent === 'string' ? sent : '';
      const standing = await members.nameOffice(found.claims, office);
      if (standing.kind === 'unusable-office') {
        const { institution } = found;
        return c.html(officePage({ institution, office, complaint: words.officeUnusable }), 422);
      }
      officeCookie.clear(c);
      return letIn(c, standing, found);
    })

    .get('/done', (c) =>
      c.html(donePage(), 200, { 'Content-Security-Policy': contentPolicies.ownScript }),
    )
    .get('/done.js', (c) =>
      c.body(doneScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
    )
    .get('/sign-in.css', (c) => c.body(sheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }))

    .get('/end', (c) => c.html(leavingPage()))
    .post('/end', bodies.of('answer'), async (c) => {
      await sessions.end(c);
      // What a browser kept of pages to go back to was for a member (Clear Site Data, W3C; over https alone).
      c.header('Clear-Site-Data', '"cache"');
      const there = await provider.signOutAddress();
      const way = there === null ? null : { label: words.leaveThere, address: there };
      return c.html(saidPage({ title: words.leftTitle, sentence: words.left, way }));
    })
    .get('/left', (c) => c.html(saidPage({ title: words.leftTitle, sentence: words.left })))

    .post('/back-channel', bodies.of('answer'), async (c) => {
      const token = (await c.req.parseBody())['logout_token'];
      try {
        const told =
          typeof token === 'string' ? await provider.readLogoutToken(token.slice(0, 10_000)) : null;
        // OpenID Connect Back-Channel Logout 1.0, 2.8: 400 with an error where the token is not valid.
        if (!told) return c.json({ error: 'invalid_request' }, 400);
        const { issuer, subject, providerSession } = told;
        if (providerSession !== null) {
          const id = providerSessionName(issuer, providerSession);
          await ended.end({ kind: 'provider-session', id });
        } else if (subject !== null) {
          for (const key of parts.keysOf({ issuer, subject }))
            await ended.end({ kind: 'person', key });
        }
        return c.body(null, 200);
      } catch (error) {
        if (!isOfTheWay(error)) throw error;
        onTrouble(new Error(`Sign-out at the provider: ${troubleOf(error).forLog()}`));
        return c.json({ error: 'temporarily_unavailable' }, 503);
      }
    });
  return routes;
};

/** Whether it is a trouble of the way to the provider, and none of the portal. */
const isOfTheWay = (error: unknown): error is SignInTrouble => error instanceof SignInTrouble;
