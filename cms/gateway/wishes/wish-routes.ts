import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { deskPage, deskPolicy, type Frame, type Markup } from '../desk/desk-page.ts';
import type { WishAction } from '../permissions/action.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { decideAboutWish } from '../permissions/decide.ts';
import type { Person } from '../permissions/person.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import type { Bodies } from '../requests/bodies.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentences } from '../requests/sentences.ts';
import { toldTo } from '../requests/told-to.ts';
import {
  sheetAddress,
  unansweredPath,
  type WishFormName,
  wishAddress,
  wishesAddress,
} from './addresses.ts';
import { listPage, narrowingIn } from './list-page.ts';
import { searchesPage } from './searches-page.ts';
import { readSentText } from './sent-text.ts';
import type { ShownEntries } from './shown-entries.ts';
import { wishesStyleSheet } from './style-sheet.ts';
import type { Unanswered } from './unanswered.ts';
import { mostWishLetters, type Wish } from './wish.ts';
import { filledIn, readWishForm } from './wish-form.ts';
import { type AnswerField, wishPage } from './wish-page.ts';
import type { Spoken } from './wish-parts.ts';
import type { Wishes, WishOutcome } from './wishes.ts';
import { type Done, doneSentences, words } from './words.ts';
import { writePage } from './write-page.ts';

export type WishRouteParts = {
  readonly wishes: Wishes;
  readonly unanswered: Pick<Unanswered, 'note' | 'months'>;
  readonly shown: ShownEntries;
  /** Whether members are known here, for the navigation of the desk. */
  readonly hasMembers: boolean;
  /** Who sends a request; null where nobody is signed in. */
  memberOf(c: Context): Promise<Person | null>;
  /** Where somebody signs in to come back to a path; null where a provider signs nobody in. */
  readonly wayIn: ((back: string) => string) | null;
  readonly institutionName: InstitutionName;
  readonly bodies: Bodies;
  /** The path that the site stands under. */
  readonly basePath: string;
};

type Env = { Variables: { who: Person } };
type Failing = 403 | 404 | 409 | 410 | 422;
type Typed = Partial<Record<AnswerField, string>>;

/** What is asked of whoever sends a form of a wish's page. */
const actionOf: Record<WishFormName, WishAction> = {
  answer: 'answer-wish',
  say: 'answer-wish',
  'remove-answer': 'close-wish',
  'close-as-same': 'close-wish',
  'close-as-outside': 'close-wish',
  reopen: 'close-wish',
  delete: 'delete-wish',
};

/**
 * Makes the pages below /admin/wishes/: what readers miss, with its answers, and the form for more. Without a script.
 * Nobody who is not signed in gets anything of them but the style sheet.
 */
export const createWishRoutes = (parts: WishRouteParts): Hono<Env> => {
  const { wishes, unanswered, shown, bodies, basePath } = parts;
  let styleSheet: string | null = null;
  const routes = new Hono<Env>();

  const page = (
    c: Context<Env>,
    { title, complaint }: Pick<Frame, 'title' | 'complaint'>,
    ...body: Markup[]
  ) => {
    const { who } = c.var;
    const elsewhere = {
      label: words.title,
      styleSheet: sheetAddress,
      hasNavigation: who.role !== 'member',
    };
    const { hasMembers } = parts;
    const frame = { title, complaint, page: 'wishes', hasMembers, basePath, elsewhere } as const;
    const account = accountOf(who, parts.institutionName);
    c.header('content-security-policy', deskPolicy);
    return c.html(deskPage({ ...frame, account, done: doneIn(c.req.query('done')) }, ...body));
  };

  const readSpoken = async (of: readonly Wish[]): Promise<Spoken> => {
    const paths = new Set(
      of.flatMap(({ answers }) => answers.flatMap((each) => ('path' in each ? [each.path] : []))),
    );
    const entries = await Promise.all(
      [...paths].map(async (path) => [path, await shown.of(path)] as const),
    );
    return {
      scenes: new Map((await shown.scenes()).map(({ id, title }) => [id, title])),
      entries: new Map(entries.flatMap(([path, entry]) => (entry ? [[path, entry]] : []))),
    };
  };

  /** The page of a wish, with what was sent and could not be taken. */
  const show = async (
    c: Context<Env>,
    wish: Wish,
    typed: Typed = {},
    complaints: Typed = {},
    complaint?: string,
  ) => {
    const { who } = c.var;
    const isAnswering = decideAboutWish(who, 'answer-wish').allowed;
    const view = {
      wish,
      spoken: await readSpoken([wish]),
      isAnswering,
      isClosing: decideAboutWish(who, 'close-wish').allowed,
      isDeleting: decideAboutWish(who, 'delete-wish').allowed,
      own: isAnswering && 'institution' in who ? await shown.ofInstitution(who.institution) : [],
      typed,
      complaints,
    };
    return page(c, { title: words.wish(wish.number), complaint }, wishPage(view));
  };

  const complain = (c: Context<Env>, status: Failing, complaint: string) => {
    c.status(status);
    return page(c, { title: words.title, complaint: toldTo(officeOf(c.var.who), complaint) });
  };

  /** The wish of an address; what is answered instead where there is none. */
  const asked = async (
    c: Context<Env>,
  ): Promise<{ wish: Wish } | { answer: Promise<Response> }> => {
    const found = await wishes.find(Number(c.req.param('number')));
    if (found === 'deleted') return { answer: Promise.resolve(complain(c, 410, words.deleted)) };
    if (!found) return { answer: Promise.resolve(complain(c, 404, words.notThere)) };
    return { wish: found };
  };

  routes.get('/wishes.css', (c) => {
    styleSheet ??= wishesStyleSheet();
    return c.body(styleSheet, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  // Answered alike whatever was counted, so that nobody learns what others search; of nobody nothing is read.
  routes.post(
    unansweredPath,
    async (c, next) => {
      const who = await parts.memberOf(c);
      if (!who) return c.body(null, 204);
      c.set('who', who);
      return next();
    },
    bodies.of('form'),
    async (c) => {
      const { who } = c.var;
      const sent = (await c.req.parseBody())['words'];
      // The network's office is no institution that misses something.
      if (who.role !== 'editor') await unanswered.note(who.institution, sent);
      return c.body(null, 204);
    },
  );

  const signedIn: MiddlewareHandler<Env> = async (c, next) => {
    const who = await parts.memberOf(c);
    if (!who) {
      if (!parts.wayIn || c.req.method !== 'GET') throw new RefusedRequest(401, sentences.signIn);
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(parts.wayIn(pathname + search), 303);
    }
    c.set('who', who);
    requireAllowed(c, 'read-wishes');
    return next();
  };
  routes.use(signedIn, bodies.of('form'));

  // To Hono the root of what is mounted has no slash at its end, where the links of this page begin.
  routes.get('*', async (c, next) => {
    if (c.req.path !== wishesAddress) return next();
    const list = await listPage(
      await wishes.all(),
      narrowingIn(c.req.query()),
      c.req.query('page'),
      {
        readSpoken,
        isAnswering: decideAboutWish(c.var.who, 'answer-wish').allowed,
        seesSearches: decideAboutWish(c.var.who, 'read-searches').allowed,
      },
    );
    return page(c, { title: words.title }, list);
  });
  routes.get('/', (c) => c.redirect(wishesAddress, 308));

  routes.get('/new/', async (c) =>
    page(c, { title: words.write }, writePage(filledIn(c.req.query()), await shown.scenes())),
  );

  routes.post('/new/', async (c) => {
    requireAllowed(c, 'write-wish');
    const scenes = await shown.scenes();
    const sent = await c.req.parseBody();
    const read = readWishForm(
      sent,
      scenes.map(({ id }) => id),
    );
    if (!('wish' in read)) {
      c.status(422);
      return page(c, { title: words.write }, writePage(read.typed, scenes, read.complaints));
    }
    const outcome = await wishes.write(read.wish, JSON.stringify(c.var.who));
    if (outcome.kind === 'done') {
      return c.redirect(after('sent', wishesAddress, `wish-${outcome.wish.number}`), 303);
    }
    if (outcome.kind === 'known') {
      return c.redirect(after('known', wishAddress(outcome.wish.number)), 303);
    }
    c.status(outcome.kind === 'unwritable' ? 503 : 409);
    const complaint = 'reason' in outcome ? outcome.reason : words.notThere;
    // What was written stands in the form again.
    const { text, kind, scene, theme, searched } = read.wish;
    const typed = { text, kind, scene: scene ?? '', theme: theme ?? '', searched: searched ?? '' };
    return page(
      c,
      { title: words.write, complaint: toldTo(officeOf(c.var.who), complaint) },
      writePage(typed, scenes),
    );
  });

  routes.get('/searches/', async (c) => {
    requireAllowed(c, 'read-searches');
    return page(c, { title: words.searches }, searchesPage(await unanswered.months()));
  });

  routes.get('/:number{[1-9][0-9]{0,5}}/', async (c) => {
    const found = await asked(c);
    return 'wish' in found ? show(c, found.wish) : found.answer;
  });

  routes.post('/:number{[1-9][0-9]{0,5}}/:form', async (c) => {
    const name = c.req.param('form');
    if (!isFormName(name)) return complain(c, 404, words.notThere);
    requireAllowed(c, actionOf[name]);
    const found = await asked(c);
    if (!('wish' in found)) return found.answer;
    const { wish } = found;
    const sent = await c.req.parseBody();
    const field = (of: AnswerField | 'id') => (typeof sent[of] === 'string' ? sent[of] : '');
    const by = c.var.who.role === 'editor' ? 'office' : 'institution';

    const refuse = (of: AnswerField, complaint: string) => {
      c.status(422);
      return show(c, wish, { [of]: field(of) }, { [of]: complaint });
    };
    const done = async (outcome: WishOutcome, what: Done, of?: AnswerField) => {
      if (outcome.kind === 'missing') return complain(c, 404, words.notThere);
      if (!('reason' in outcome)) {
        const to = what === 'deleted' ? wishesAddress : wishAddress(wish.number);
        return c.redirect(after(what, to), 303);
      }
      c.status(outcome.kind === 'unwritable' ? 503 : 409);
      const reason = toldTo(officeOf(c.var.who), outcome.reason);
      const now = await wishes.find(wish.number);
      const shownWish = now && now !== 'deleted' ? now : wish;
      return of
        ? show(c, shownWish, { [of]: field(of) }, { [of]: reason })
        : show(c, shownWish, {}, {}, reason);
    };

    switch (name) {
      case 'answer': {
        const entry = await shown.pasted(field('address').trim().slice(0, 1000));
        if (!entry) return refuse('address', words.complaints.noEntry);
        const answer = { kind: 'entry', path: entry.path } as const;
        return done(await wishes.answer(wish.number, answer, by), 'answered', 'address');
      }
      case 'say': {
        const said = readSentText(field('said'), mostWishLetters, words.sayLabel);
        if ('complaint' in said) return refuse('said', said.complaint);
        if (said.text === '') return refuse('said', words.complaints.noWords);
        const answer = { kind: 'words', text: said.text } as const;
        return done(await wishes.answer(wish.number, answer, by), 'answered', 'said');
      }
      case 'remove-answer':
        return done(await wishes.removeAnswer(wish.number, Number(field('id'))), 'removed');
      case 'close-as-same': {
        const typed = field('as')
          .normalize('NFKC')
          .replace(/^\s*(?:要望)?|\s+$/gu, '');
        if (!/^[1-9]\d{0,5}$/.test(typed)) return refuse('as', words.complaints.noNumber);
        return done(await wishes.close(wish.number, { as: Number(typed) }), 'closed', 'as');
      }
      case 'close-as-outside': {
        const why = readSentText(field('why'), mostWishLetters, words.whyOutside);
        if ('complaint' in why) return refuse('why', why.complaint);
        return done(await wishes.close(wish.number, { said: why.text || null }), 'closed', 'why');
      }
      case 'reopen':
        return done(await wishes.reopen(wish.number), 'reopened');
      case 'delete':
        if (field('sure') !== 'yes') return refuse('sure', words.complaints.notSure);
        return done(await wishes.remove(wish.number), 'deleted');
    }
  });

  routes.get('*', (c) => complain(c, 404, words.notThere));
  return routes;
};

const isFormName = (name: string): name is WishFormName => Object.hasOwn(actionOf, name);

/** @throws RefusedRequest with the reason */
const requireAllowed = (c: Context<Env>, action: WishAction): void => {
  const decision = decideAboutWish(c.var.who, action);
  if (!decision.allowed) throw new RefusedRequest(403, decision.reason);
};

const officeOf = (who: Person): Contributor | null => (who.role === 'member' ? null : who);

const accountOf = (who: Person, institutionName: InstitutionName): string =>
  who.role === 'member'
    ? institutionName(who.institution)
    : roleAccountOf(who, institutionName).name;

const after = (done: Done, address: string, part = ''): string =>
  `${address}?done=${done}${part && `#${part}`}`;

const doneIn = (asked: string | undefined): string | undefined =>
  asked !== undefined && Object.hasOwn(doneSentences, asked)
    ? doneSentences[asked as Done]
    : undefined;
