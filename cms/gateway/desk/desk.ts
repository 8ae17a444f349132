import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { institutionId } from '../../../src/schema/field.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { decide } from '../permissions/decide.ts';
import type { HeldUp, Overtaken, Refusal } from '../proposals/proposal.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import { type EntryAddress, entryAt } from '../repository/content-address.ts';
import { commitId } from '../repository/repository.ts';
import { RepositoryTrouble } from '../repository/repository-trouble.ts';
import { failureNumber } from '../requests/failures.ts';
import { statusOfRefusal } from '../requests/refused-request.ts';
import { toldTo } from '../requests/told-to.ts';
import { editorAddress } from './addresses.ts';
import { deletedRows } from './deleted-rows.ts';
import { deskItems } from './desk-items.ts';
import {
  deskPage,
  deskPolicy,
  type Frame,
  type Markup,
  problemsOfProposal,
  siteStatus,
} from './desk-page.ts';
import type { DeskParts } from './desk-parts.ts';
import { itemSections, shownItems, waitingLead } from './item-rows.ts';
import { addMemberPages } from './member-pages.ts';
import { addNoticePages, noticeLinks } from './notice-pages.ts';
import { addOfficePages, officeLink } from './office-pages.ts';
import { pageLinks, pageOfList } from './page-of-list.ts';
import { ownerChoice, owners, publishedRows, shownEntries, textsOf } from './published-rows.ts';
import { addQuestions } from './question-routes.ts';
import { saidRows } from './record-page.ts';
import { addRenamePages } from './rename-pages.ts';
import { addRoundUpPages } from './round-up-pages.ts';
import { deskStyleSheet } from './style-sheet.ts';
import { belongingOf, titleAt } from './titles.ts';
import { type Done, deskPages, doneSentences, momentInJapan, words } from './words.ts';

type Env = { Variables: { who: Contributor } };
type Status = 403 | 404 | 409 | 422 | 500 | 503;

/**
 * Makes the pages below /admin/desk/: what an office has under way and what it has published, without a script.
 * They expect that somebody is signed in, and that forms of other sites and long ones have been turned away.
 */
export const createDesk = (parts: DeskParts): Hono<Env> => {
  const { proposals, repository, liveSite, institutionName, verdicts, basePath, onTrouble } = parts;
  const { clock, settings } = parts;
  const styleSheet = deskStyleSheet();
  const desk = new Hono<Env>();

  const page = (
    c: Context<Env>,
    frame: Pick<Frame, 'title' | 'page' | 'complaint'>,
    ...body: Markup[]
  ) => {
    const { name: account } = roleAccountOf(c.var.who, institutionName);
    const done = doneOf(c.req.query('done'));
    return c.html(
      deskPage({ ...frame, account, basePath, done, hasMembers: parts.members !== null }, ...body),
    );
  };

  const complain = (c: Context<Env>, status: Status, complaint: string) => {
    c.status(status);
    const back = html`<p><a href="${deskPages.proposals.address}">投稿デスクへ</a></p>`;
    return page(c, { title: '操作できませんでした', page: null, complaint }, back);
  };
  const refuse = (c: Context<Env>, refused: Refusal | Overtaken) =>
    complain(c, statusOf(refused), toldTo(c.var.who, refused.reason));

  const status = async (who: Contributor): Promise<Markup> => {
    const builtAt = await liveSite.builtAt();
    return siteStatus({
      builtAt: builtAt && momentInJapan(builtAt),
      isBuilding: liveSite.isBuilding(),
      trouble: liveSite.trouble(),
      isEditor: who.role === 'editor',
      pending: repository
        .pendingFiles()
        .filter(({ address: { entry } }) => decide(who, { kind: 'read-draft', entry }).allowed),
    });
  };

  desk.use(async (c, next) => {
    await next();
    c.header('content-security-policy', deskPolicy);
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
  });

  desk.get('/desk.css', (c) =>
    c.body(styleSheet, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );

  // To Hono the root of what is mounted has no slash at its end, where the links of this page begin.
  desk.get('*', async (c, next) => {
    if (c.req.path !== deskPages.proposals.address) return next();
    const { who } = c.var;
    const all = await deskItems(parts, who);
    const listed = pageOfList(all, c.req.query('page'));
    const shown = await shownItems(parts, who, listed.items);
    const view = { who, now: clock(), normDays: settings.reviewNormDays, institutionName };
    const count = words.count(all.filter(({ isMine }) => isMine).length);
    return page(
      c,
      { title: `${words.waitsForYou}　${count}`, page: 'proposals' },
      html`<p class="muted">${waitingLead(view, all)}</p>`,
      itemSections(view, shown, all),
      pageLinks(listed, deskPages.proposals.address),
      await status(who),
      html`<p><a href="/admin/">${who.role === 'editor' ? words.newOnBehalf : words.newEntryLink}</a></p>`,
      who.role === 'editor' ? officeLink : html``,
      parts.notices ? noticeLinks : html``,
    );
  });
  desk.get('/', (c) => c.redirect(deskPages.proposals.address, 308));

  desk.get('/published/', async (c) => {
    const { who } = c.var;
    const choices = who.role === 'editor' ? await owners(repository, institutionName) : [];
    const asked = institutionId.safeParse(c.req.query('institution'));
    const askedOwner = asked.success ? asked.data : null;
    const owner =
      who.role === 'contributor'
        ? who.institution
        : c.req.query('institution') === undefined
          ? (choices[0]?.id ?? null)
          : askedOwner;
    const underWay = new Set((await proposals.all(who)).map(({ entry }) => entry.path));
    const listed = pageOfList(await textsOf(repository, owner), c.req.query('page'));
    const shown = await shownEntries(parts, who, underWay, listed.items);
    return page(
      c,
      { title: deskPages.published.label, page: 'published' },
      await status(who),
      who.role === 'editor' ? ownerChoice(choices, owner) : html``,
      publishedRows(shown),
      pageLinks(listed, `${deskPages.published.address}?institution=${owner ?? ''}`),
    );
  });

  desk.get('/deleted/', async (c) => {
    const listed = pageOfList(await proposals.deleted(c.var.who), c.req.query('page'));
    const tip = await repository.published();
    const shown = await Promise.all(
      listed.items.map(async (proposal) => ({
        proposal,
        title: await titleAt(parts, proposal.entry, proposal.commit, tip),
        belonging: belongingOf(proposal.entry, institutionName),
        changedBy: roleAccountOf(proposal.record.changedBy, institutionName).name,
      })),
    );
    return page(
      c,
      { title: deskPages.deleted.label, page: 'deleted' },
      html`<p class="muted">${words.deletedKept(settings.deletedKeptDays)}</p>`,
      deletedRows(shown),
      pageLinks(listed, deskPages.deleted.address),
    );
  });

  desk.post('/restore', async (c) => {
    const form = await c.req.parseBody();
    const entry = entryAt(String(form['entry']));
    const commit = commitId.safeParse(form['commit']);
    if (!entry.ok || !commit.success) return complain(c, 422, words.notSent);
    const outcome = await proposals.restore(c.var.who, entry.address, commit.data);
    return outcome.kind === 'done'
      ? c.redirect(after('restored', deskPages.proposals.address), 303)
      : refuse(c, outcome);
  });

  desk.post('/rebuild', (c) => {
    if (c.var.who.role !== 'editor') return complain(c, 403, words.editorsOnly);
    liveSite.refresh();
    return c.redirect(after('rebuilding', deskPages.proposals.address), 303);
  });

  desk.get('/problems/:path{.+}', async (c) => {
    const entry = entryAt(c.req.param('path'));
    if (!entry.ok) return complain(c, 404, entry.reason);
    const found = await proposals.find(c.var.who, entry.address);
    if (found.kind !== 'done') return refuse(c, found);
    const problems = await verdicts.of(found.proposal);
    const title = await titleAt(parts, entry.address, found.proposal.commit);
    return page(
      c,
      { title: `${words.problems}：${title}`, page: null },
      html`<p class="muted">${belongingOf(entry.address, institutionName)}　<a href="${editorAddress(entry.address)}">編集画面で直す</a></p>`,
      problems.length > 0
        ? problemsOfProposal(problems)
        : html`<p class="empty">${words.noProblems}。</p>`,
    );
  });

  desk.get('/record/:path{.+}', async (c) => {
    const entry = entryAt(c.req.param('path'));
    if (!entry.ok) return complain(c, 404, entry.reason);
    const said = await proposals.saidAbout(c.var.who, entry.address);
    if (said.kind === 'refused') return refuse(c, said);
    const title = await titleAt(parts, entry.address, await repository.published());
    return page(
      c,
      { title: `${words.record}：${title}`, page: null },
      html`<p class="muted">${belongingOf(entry.address, institutionName)}</p>`,
      saidRows(said, institutionName),
    );
  });

  addQuestions(desk, parts, {
    page: (c, title, complaint, ...body) => page(c, { title, page: null, complaint }, ...body),
    complain,
    setStatus: (c, refused) => c.status(statusOf(refused)),
    done: (c, done, entry) =>
      c.redirect(after(done, entry ? listOf(entry) : deskPages.proposals.address), 303),
  });

  addOfficePages(desk, parts, { page, complain, refuse });
  addMemberPages(desk, parts, {
    page,
    complain,
    done: (c, done, address) => c.redirect(after(done, address), 303),
  });
  addRenamePages(desk, parts, { page, complain, refuse });
  if (parts.notices) {
    addNoticePages(desk, { ...parts.notices, clock }, { page, complain, refuse });
    addRoundUpPages(desk, { ...parts.notices, basePath, clock }, { page, complain, refuse });
  }

  desk.notFound((c) => complain(c, 404, words.notThere));
  desk.all('*', (c) => complain(c, 404, words.notThere));
  desk.onError((error, c) => {
    if (error instanceof RepositoryTrouble) return complain(c, 503, error.message);
    const number = failureNumber();
    onTrouble(error, number);
    return complain(c, 500, words.fault(number));
  });
  return desk;
};

const listOf = ({ institution }: EntryAddress): string =>
  `${deskPages.published.address}?institution=${institution ?? ''}`;

const after = (done: Done, address: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}done=${done}`;

const doneOf = (asked: string | undefined): string | undefined =>
  asked && Object.hasOwn(doneSentences, asked) ? doneSentences[asked as Done] : undefined;

const statusOf = (refused: Refusal | Overtaken | HeldUp): Status => {
  if (refused.kind === 'refused') return statusOfRefusal[refused.code];
  return refused.kind === 'conflict' ? 409 : 422;
};
