import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { attachmentPolicy, contentPolicy } from '../../../src/file-policies.ts';
import { westernDate } from '../../../src/formats/japanese-date.ts';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import { fileAddress } from '../../../src/loader/file-addresses.ts';
import { fileType } from '../pages/file-type.ts';
import type { Preview } from '../preview/preview.ts';
import type { ApprovalLink } from '../proposals/approval-link.ts';
import type { Proposals } from '../proposals/proposals.ts';
import { filesAt } from '../proposals/stored-entry.ts';
import type { EntryOutline } from '../published-content/entry-outline.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import { type EntryAddress, fileName } from '../repository/content-address.ts';
import type { FileContent, Repository } from '../repository/repository.ts';
import { atOnce } from '../requests/at-once.ts';
import type { Bodies } from '../requests/bodies.ts';
import { createGuessBound, secondsToWait } from '../requests/guess-bound.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { senderOf } from '../requests/sender.ts';
import { sentences } from '../requests/sentences.ts';
import { filesOfLink, linkAddress, sheetAddresses } from './addresses.ts';
import { type Answer, readAnswer } from './answer-form.ts';
import { aboveVersion, belowVersion, type Decision, dayInSentence } from './decision-page.ts';
import type { HeldLink, HeldLinks } from './held-links.ts';
import { saidPage } from './said-page.ts';
import { decisionSheet, saidSheet } from './style-sheets.ts';
import { calledTo, words } from './words.ts';

export type PublicPageParts = {
  readonly repository: Repository;
  readonly links: HeldLinks;
  readonly proposals: Pick<Proposals, 'approveByLink' | 'returnByLink'>;
  /** What a text says of whom it is for; it is read in a process apart. */
  outlineOf(entry: EntryAddress, bytes: Uint8Array | null): Promise<Pick<EntryOutline, 'audience'>>;
  readonly institutionName: InstitutionName;
  readonly preview: Preview | null;
  readonly bodies: Bodies;
  /** The path that the site stands under. */
  readonly basePath: string;
  /** Refuses what another site made a browser send. */
  readonly sameOrigin: MiddlewareHandler;
  readonly clock: () => Date;
};

/** How many questions of one sender are worked on at the same time. */
const mostAtOnce = 2;

/**
 * Makes the pages that a link leads to, at `/approve/<token>`. Nobody is asked who they are: whoever has the address sees one
 * version and may answer once. To open it changes nothing, however often and by whatever it is opened.
 */
export const createPublicPages = (parts: PublicPageParts): Hono<Holding> => {
  const { repository, links, proposals, preview, bodies, basePath, clock } = parts;
  const guesses = createGuessBound(clock);
  const sheets = { decision: decisionSheet(), said: saidSheet() };
  const address = sheetAddresses(basePath);

  const say = (c: Context, status: 200 | 404 | 409, said: Said) =>
    c.html(saidPage(said, address.said), status);
  /** One and the same answer for whatever leads to nothing, whether it never did or does no more. */
  const gone = (c: Context) => say(c, 404, { sentence: words.gone, next: words.goneNext });

  /**
   * What the request's token leads to; null where it leads to nothing.
   * @throws RefusedRequest where its sender has tried too many that lead nowhere
   */
  const held = async (c: Context): Promise<HeldLink | null> => {
    const token = c.req.param('token') ?? '';
    const sender = senderOf(c);
    if (guesses.isExceeded(sender) && !links.isKnown(token)) {
      throw new RefusedRequest(429, words.tooMany, {}, secondsToWait);
    }
    const found = await links.find(token);
    if (!found) guesses.note(sender);
    return found;
  };

  /** The sentence about a link that was answered already; null where it is still open. */
  const answered = ({ standing }: HeldLink) => {
    if (standing.kind === 'approved') {
      return { sentence: words.approvedBefore(westernDate(standing.on), standing.office) };
    }
    return standing.kind === 'returned'
      ? { sentence: words.returnedBefore(dayInSentence(new Date(standing.at))) }
      : null;
  };

  const filesOf = ({ proposal: { entry, commit } }: HeldLink): Promise<readonly FileContent[]> =>
    filesAt(repository, entry, commit);

  const decisionPage = async (
    c: Context,
    found: HeldLink,
    sent: Decision['sent'],
  ): Promise<string> => {
    if (!preview) throw new RefusedRequest(503, sentences.noPreview);
    const { entry, commit } = found.proposal;
    const link = linkOf(found);
    const token = c.req.param('token') ?? '';
    const [files, version] = await Promise.all([filesOf(found), repository.savesOf(entry, commit)]);
    const text = files.find(({ address: { part } }) => part === 'text');
    const { audience } = await parts.outlineOf(entry, text?.bytes ?? null);
    const decision: Decision = {
      address: linkAddress(basePath, token),
      link,
      institution: entry.institution ? parts.institutionName(entry.institution) : '',
      office: link.madeBy.office,
      called: calledTo(entry.collection),
      version,
      audience: audience ?? 'public',
      today: dayInJapan(clock()),
      sent,
    };
    const page = await preview.render({
      entry,
      files,
      purpose: 'decision',
      version,
      date: clock(),
      around: {
        filesAt: filesOfLink(basePath, token),
        styleSheet: address.decision,
        above: String(await aboveVersion(decision)),
        below: String(await belowVersion(decision)),
      },
    });
    if (page === null) throw new RefusedRequest(422, sentences.tooComplexToShow);
    return page;
  };

  /** Does what was answered. @returns what to say of it, or what is wrong with it; null where it was too late for it */
  const take = async (
    found: HeldLink,
    answer: Exclude<Answer, { kind: 'unusable' }>,
  ): Promise<Taken | null> => {
    const { digest, madeBy } = linkOf(found);
    const link = { entry: found.proposal.entry, digest };
    if (answer.kind === 'return') {
      const outcome = await proposals.returnByLink(link, answer.reason);
      return outcome.kind === 'done'
        ? { sentence: words.returnedNow, next: words.returnedNext(madeBy.office), isDone: true }
        : null;
    }
    const { on, office } = answer.approval;
    const outcome = await proposals.approveByLink(link, answer.approval);
    if (outcome.kind === 'done') {
      const sentence = words.approvedNow(westernDate(on), office);
      return { sentence, next: words.approvedNext(madeBy.office), isDone: true };
    }
    const isTooLate = outcome.kind === 'refused' && outcome.code !== 'invalid';
    return isTooLate || outcome.kind === 'conflict' ? null : { complaint: outcome.reason };
  };

  /** Lets through who holds a link that is still open: of nobody else anything is read. */
  const holdersOnly: MiddlewareHandler<Holding> = async (c, next) => {
    const found = await held(c);
    if (!found) return gone(c);
    const before = answered(found);
    if (before) return say(c, 409, before);
    c.set('found', found);
    return next();
  };

  return new Hono<Holding>()
    .use(
      linkHeaders,
      atOnce(mostAtOnce, (c) => senderOf(c) || null),
    )
    .get('/decision.css', (c) => c.body(sheets.decision, 200, cssType))
    .get('/said.css', (c) => c.body(sheets.said, 200, cssType))

    .get('/:token', async (c) => {
      const found = await held(c);
      if (!found) return gone(c);
      const said = answered(found);
      return said ? say(c, 200, said) : c.html(await decisionPage(c, found, null));
    })

    .get('/:token/files/:name', async (c) => {
      const found = await held(c);
      if (!found || answered(found)) return gone(c);
      const asked = c.req.param('name');
      const file = (await filesOf(found)).find(
        ({ address: { part, path } }) =>
          part === 'attachment' && decodeURIComponent(fileAddress('', fileName(path))) === asked,
      );
      if (!file) return gone(c);
      const type = fileType(file.address.path);
      const name = encodeURIComponent(fileName(file.address.path));
      return c.body(Buffer.from(file.bytes), 200, {
        'Content-Type': type,
        'Content-Security-Policy': attachmentPolicy(type),
        'Content-Disposition': `inline; filename*=UTF-8''${name.replaceAll("'", '%27')}`,
      });
    })

    .post('/:token', parts.sameOrigin, holdersOnly, bodies.of('answer'), async (c) => {
      const found = c.var.found;
      const { entry } = found.proposal;
      const today = dayInJapan(clock());
      const sent = await c.req.parseBody();
      const answer = readAnswer(sent, { entry, today, begunOn: linkOf(found).begunOn });
      if (answer.kind === 'unusable') return c.html(await decisionPage(c, found, answer), 422);
      const taken = await take(found, answer);
      if (taken && 'sentence' in taken) return say(c, 200, taken);
      if (taken && answer.kind === 'approve') {
        const typed = { ...answer.approval, reason: '' };
        const complaints = { office: taken.complaint };
        return c.html(await decisionPage(c, found, { typed, complaints }), 422);
      }
      // Somebody else was faster: by the same link, or with the text.
      const now = await links.find(c.req.param('token'));
      const said = now && answered(now);
      return said ? say(c, 409, said) : gone(c);
    })

    .get('/*', gone)
    .get('/', gone);
};

/** What a request brings whose token leads to something. */
export type Holding = { Variables: { found: HeldLink } };
type Said = Parameters<typeof saidPage>[0];
type Taken = Said | { readonly complaint: string };

const cssType = { 'Content-Type': 'text/css; charset=utf-8' } as const;

/** The link that was found. */
const linkOf = ({ proposal: { record } }: HeldLink): ApprovalLink => {
  if (!record.approvalLink) throw new Error('A link was found in a proposal that has none.');
  return record.approvalLink;
};

/** No script; nothing is kept, told to other sites, or found by a search engine. */
const linkHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set('Cache-Control', 'no-store');
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('X-Robots-Tag', 'noindex, nofollow');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', policy);
};

const policy = contentPolicy({
  'default-src': "'none'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
});
