import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import { emlOf, type Period, readPeriod, roundUpOf } from '../mail/round-up.ts';
import type { DeskEnv, DeskPages } from './desk-env.ts';
import type { Markup } from './desk-page.ts';
import type { DeskParts } from './desk-parts.ts';
import type { NoticeParts } from './notice-parts.ts';
import { roundUpWords as words } from './notice-words.ts';

/** Where 要約便 is made. */
export const roundUpAddress = '/admin/desk/round-up/';

type Asked = { readonly period: Period | null; readonly isForMembers: boolean };

/** Adds the page on which an office makes 要約便 for its own list: as text, and as a draft for its mail program. */
export const addRoundUpPages = (
  desk: Hono<DeskEnv>,
  {
    content,
    origin,
    basePath,
    clock,
  }: Pick<NoticeParts, 'content' | 'origin'> & Pick<DeskParts, 'basePath' | 'clock'>,
  { page, complain }: DeskPages,
): void => {
  const askedIn = (c: Context<DeskEnv>): Asked => {
    const { since, until, of } = c.req.query();
    const period = readPeriod({ since, until }, dayInJapan(clock()));
    return { period, isForMembers: of === 'members' };
  };
  const make = (c: Context<DeskEnv>, period: Period, isForMembers: boolean) => {
    const siteAddress = new URL(basePath, origin ?? new URL(c.req.url).origin).href;
    return roundUpOf(content, period, { siteAddress, isForMembers });
  };
  const asFile = async (c: Context<DeskEnv>, ending: 'txt' | 'eml'): Promise<Response> => {
    const { period, isForMembers } = askedIn(c);
    if (!period) return complain(c, 422, words.wrongPeriod);
    const made = await make(c, period, isForMembers);
    const name = `digest-${period.since}-${period.until}.${ending}`;
    c.header('content-disposition', `attachment; filename="${name}"`);
    return ending === 'txt'
      ? c.body(made.text, 200, { 'content-type': 'text/plain; charset=utf-8' })
      : c.body(emlOf({ ...made, at: clock() }), 200, { 'content-type': 'message/rfc822' });
  };

  desk.get('/round-up/text', (c) => asFile(c, 'txt'));
  desk.get('/round-up/eml', (c) => asFile(c, 'eml'));
  desk.get('/round-up/', async (c) => {
    const asked = askedIn(c);
    const { period, isForMembers } = asked;
    if (!period) c.status(422);
    const usual = readPeriod({}, dayInJapan(clock()));
    const isAsked = c.req.query('since') !== undefined;
    const made = period && isAsked ? await make(c, period, isForMembers) : null;
    const query = new URLSearchParams({ ...period, of: isForMembers ? 'members' : 'public' });
    return page(
      c,
      {
        title: words.title,
        page: null,
        ...(period ? {} : { complaint: words.wrongPeriod }),
      },
      html`<p>${words.lead}</p>`,
      form(period ?? usual, isForMembers),
      made
        ? html`<p>${words.count(made.count)}</p>
            <ul>
              <li><a href="${roundUpAddress}eml?${query}" download>${words.eml}</a><br><small>${words.emlHint}</small></li>
              <li><a href="${roundUpAddress}text?${query}" download>${words.text}</a></li>
            </ul>
            <pre class="round-up" role="region" aria-label="${words.preview}">${made.text}</pre>`
        : html``,
    );
  });
};

const form = (period: Period | null, isForMembers: boolean): Markup =>
  html`<form class="notice-form" method="get" action="${roundUpAddress}">
    <p><label for="since">${words.since}</label>
      <input id="since" name="since" type="date" value="${period?.since ?? ''}" required></p>
    <p><label for="until">${words.until}</label>
      <input id="until" name="until" type="date" value="${period?.until ?? ''}" required></p>
    <p><label for="of">${words.audience}</label>
      <select id="of" name="of">
        <option value="public">${words.public}</option>
        <option value="members"${isForMembers ? html` selected` : ''}>${words.members}</option>
      </select></p>
    <p><button>${words.make}</button></p>
  </form>`;
