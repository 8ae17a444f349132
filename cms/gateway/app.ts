import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { every } from 'hono/combine';
import { compress } from 'hono/compress';
import type { AttachmentReader } from '../../src/attachments/reading.ts';
import { wayInAddress } from '../wire/session.ts';
import { linksFolder } from './approval-links/addresses.ts';
import { createApprovalLinks } from './approval-links/approval-links.ts';
import { createChoices } from './choices/choices.ts';
import { createDecapProtocol } from './decap-protocol/decap-protocol.ts';
import { createDraftRoutes } from './drafts/draft-routes.ts';
import type { DraftVersions } from './drafts/draft-versions.ts';
import { createUploadRoutes } from './drafts/upload-routes.ts';
import { createStateRoutes } from './entry-state/state-routes.ts';
import { createInvitationRoutes } from './invitations/invitation-routes.ts';
import type { LiveSite } from './live-site/live-site.ts';
import type { Login } from './login/login.ts';
import { createSessionRoutes } from './login/session-routes.ts';
import { createSessions } from './login/sessions.ts';
import { type GatewayEnv, goingOn, signedInOnly } from './login/signed-in.ts';
import { feedsFolder } from './mail/feed-routes.ts';
import { invitationsFolder } from './members/invitation-address.ts';
import type { Members } from './members/members.ts';
import { type Observer, unobserved } from './operation/observer.ts';
import { createEditorPages } from './pages/editor-pages.ts';
import { adminHeaders, securityHeaders } from './pages/security-headers.ts';
import { createSitePages, type ServedSite } from './pages/site-pages.ts';
import type { Contributor } from './permissions/contributor.ts';
import type { Presence } from './presence/presence.ts';
import type { Preview } from './preview/preview.ts';
import type { Intake } from './proposals/intake.ts';
import type { Proposals } from './proposals/proposals.ts';
import type { Judge } from './published-content/judge.ts';
import type { PublishedContent } from './published-content/published-content.ts';
import type { Repository } from './repository/repository.ts';
import { atOnce } from './requests/at-once.ts';
import { createBodies, flightsOf } from './requests/bodies.ts';
import { answerToFailure, type OnTrouble } from './requests/failures.ts';
import { sameOriginOnly } from './requests/guards.ts';
import { jsonOf } from './requests/json-body.ts';
import { ownHostOnly } from './requests/own-address.ts';
import { createRateBounds } from './requests/rate-bounds.ts';
import { RefusedRequest } from './requests/refused-request.ts';
import { sentences } from './requests/sentences.ts';
import { createReviewRoutes } from './review/review-routes.ts';
import type { GatewaySettings } from './settings.ts';
import type { Takedown } from './takedown/takedown.ts';
import type { Uploads } from './uploads/uploads.ts';
import { callAddress, createCallRoutes } from './upstream/call-routes.ts';
import type { OpenWishes } from './wishes/open-wishes.ts';
import { createWishRoutes } from './wishes/wish-routes.ts';

/** What the gateway is put together from. */
export type AppParts = {
  readonly settings: GatewaySettings;
  readonly login: Login;
  readonly repository: Repository;
  readonly proposals: Proposals;
  readonly content: PublishedContent;
  readonly intake: Intake;
  readonly reader: AttachmentReader;
  readonly judge: Pick<Judge, 'entries' | 'warmUp'>;
  readonly uploads: Uploads;
  readonly wishes: Omit<OpenWishes, 'close'>;
  readonly versions: DraftVersions;
  /** Who belongs to the portal; null where people choose who they are. */
  readonly members: Members | null;
  /** Who has which entry open. */
  readonly presence: Presence;
  readonly clock: () => Date;
  /** Where the editor was built; null where it was not. */
  readonly editorFolder: string | null;
  readonly preview?: Preview | null;
  readonly liveSite?: Pick<LiveSite, 'folder' | 'refresh' | 'stateOf' | 'warmUp'> | null;
  /** Keeps from readers what is taken down before the site is built anew. */
  readonly takedown?: Takedown | null;
  /** What members read at the addresses of the site; null where all readers get the same. */
  readonly membersSite?: ServedSite | null;
  /** The pages at /admin/desk/; they find in their context who asks (`c.var.who`). */
  readonly desk?: Hono<{ Variables: { who: Contributor } }> | null;
  /** What offices follow beside mail, at secret addresses. */
  readonly officeFeeds?: Hono | null;
  /** The path that the site stands under; `/` where it is left out. */
  readonly basePath?: string;
  readonly onTrouble: OnTrouble;
  /** Who counts what is done; nobody where it is left out. */
  readonly observer?: Observer;
};

/** How many questions of one office are worked on at the same time: a browser asks several, a person waits for one. */
const mostOfOffice = 2;

/** Makes the whole of what is answered over HTTP: the site, the editor and what the editor asks. Reads no environment. */
export const createApp = (parts: AppParts): Hono => {
  const { settings, login, content, preview = null, liveSite = null, desk, basePath = '/' } = parts;
  const { membersSite = null } = parts;
  const { institutionName } = content;
  const isOpenTo = (c: Context) => login.isOpenTo(c);
  const sessions = createSessions({ ...login.sessionParts, clock: parts.clock, isOpenTo });
  const { observer = unobserved } = parts;
  const rates = createRateBounds(settings, observer.refused);
  const signedIn: MiddlewareHandler<GatewayEnv> = every(signedInOnly(sessions), rates.ofPerson);
  const flights = flightsOf(settings);
  const bodies = createBodies(settings, { flights });
  observer.gauge('bytes_in_flight', 'Bytes of bodies that are being received and worked on.', () =>
    Object.values(flights).reduce((sum, flight) => sum + flight.inAll(), 0),
  );
  const protocol = createDecapProtocol({
    ...parts,
    liveSite,
    institutionName,
    hasPreview: preview !== null,
  });
  const officesAtOnce = atOnce(mostOfOffice, (c) => {
    const who = (c.var as Partial<GatewayEnv['Variables']>).who;
    return who ? JSON.stringify(who) : null;
  });
  const choices = createChoices(content, parts.judge, settings);

  const admin = new Hono<GatewayEnv>()
    .use(adminHeaders(), sameOriginOnly(settings))
    .route('/session', createSessionRoutes({ bodies, login, sessions, institutionName }))
    .post('/api', signedIn, bodies.of('text'), officesAtOnce, async (c) =>
      // A plain object, list or null: JSON has no other form of it.
      Response.json((await protocol(c.var.session, await jsonOf(c))) ?? null),
    )
    .get('/choices', signedIn, async (c) => {
      // The editor asks for them when it opens: nobody's first save waits for the check.
      parts.judge.warmUp();
      return c.json(await choices());
    });
  for (const path of [
    'problems',
    'preview',
    'approval',
    'approval-link',
    'files',
    'attachment-text',
    'publication',
    'review',
    'reviewed-files',
    'notes',
    'uploads',
    'state',
    'step',
    'at-work',
    'draft.css',
  ]) {
    admin.use(`/${path}`, signedIn).use(`/${path}/*`, signedIn);
  }
  admin.route('/', createDraftRoutes({ ...parts, bodies, preview, liveSite }));
  admin.route('/', createStateRoutes({ ...parts, bodies, liveSite, institutionName }));
  admin.use('/review/*', officesAtOnce);
  admin.route('/', createReviewRoutes({ ...parts, bodies, institutionName }));
  admin.route('/uploads', createUploadRoutes({ ...parts, bodies }));
  const approvalLinks = createApprovalLinks({
    ...parts,
    outlineOf: parts.intake.outlineOf,
    institutionName,
    preview,
    bodies,
    basePath,
    sameOrigin: sameOriginOnly(settings),
  });
  admin.route('/approval-link', approvalLinks.forOffices);
  const memberOf = async (c: Context) => (await sessions.of(c))?.who ?? null;
  admin.route(
    '/wishes',
    createWishRoutes({
      ...parts.wishes,
      memberOf,
      wayIn: settings.provider ? wayInAddress : null,
      institutionName,
      bodies,
      basePath,
    }),
  );
  if (desk) {
    admin.use('/desk/*', signedIn, bodies.of('form'), officesAtOnce).route('/desk', desk);
  }
  admin.get('/*', compress(), createEditorPages(parts.editorFolder)).all('/*', () => {
    throw new RefusedRequest(405, sentences.method);
  });

  const app = new Hono();
  app.onError(answerToFailure(parts.onTrouble));
  app.use(bodies.closed, securityHeaders(), rates.ofAddress, ownHostOnly(settings));
  app.use(goingOn(sessions));
  app.get('/admin', (c) => c.redirect('/admin/', 308));
  app.route('/admin', admin);
  app.route(linksFolder, approvalLinks.forHolders);
  if (parts.officeFeeds) app.route(feedsFolder, parts.officeFeeds);
  if (settings.provider && parts.members) {
    app.route(
      invitationsFolder,
      createInvitationRoutes({ ...parts.members, institutionName, basePath, clock: parts.clock }),
    );
  }
  const secret = settings.upstream?.hookSecret ?? null;
  const { host } = parts.repository;
  if (host && secret) app.route(callAddress, createCallRoutes({ secret, host, bodies }));
  app.all(
    '/*',
    compress(),
    // No browser sends a second question on a connection before the first is answered.
    atOnce(1, (c) => (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket ?? null),
    createSitePages(
      { folder: () => liveSite?.folder ?? null, takedown: parts.takedown ?? null },
      membersSite && { ...membersSite, isFor: async (c) => (await memberOf(c)) !== null },
    ),
  );
  return app;
};
