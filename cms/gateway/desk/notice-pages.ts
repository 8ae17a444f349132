import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import { feedAddress } from '../mail/feed-routes.ts';
import { letterTold } from '../mail/letter-told.ts';
import type { MailState } from '../mail/mailer.ts';
import type { Recipient } from '../mail/office-news.ts';
import type { StoredLetter } from '../mail/outbox.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import type { DeskEnv, DeskPages } from './desk-env.ts';
import type { Markup } from './desk-page.ts';
import type { DeskParts } from './desk-parts.ts';
import type { NoticeParts } from './notice-parts.ts';
import { roundUpWords, noticeWords as words } from './notice-words.ts';
import { roundUpAddress } from './round-up-pages.ts';
import { momentInJapan } from './words.ts';

const address = '/admin/desk/notices/';

/** The ways from the desk's first page. */
export const noticeLinks = html`<p><a href="${roundUpAddress}">${roundUpWords.link}</a></p>
  <p><a href="${address}">${words.link}</a></p>`;

/** Longer lists tell no more. */
const mostListed = 50;

/** Adds the page on which an office makes the address of its feed, and the network's office sees how mail stands. */
export const addNoticePages = (
  desk: Hono<DeskEnv>,
  {
    mail,
    feeds,
    content: { institutionName },
    origin,
    clock,
  }: NoticeParts & Pick<DeskParts, 'clock'>,
  { page }: DeskPages,
): void => {
  desk.get('/notices/', async (c) => {
    const { who } = c.var;
    const isEditor = who.role === 'editor';
    const state = isEditor ? await mail?.state() : undefined;
    return page(
      c,
      { title: words.title, page: null },
      feedSection(await feeds.madeAt(who)),
      html`<section class="confirmation"><h2>${words.mail}</h2>
        ${
          state
            ? mailState(state, dayInJapan(clock()), institutionName)
            : html`<p>${mail ? words.mailForOffices : words.noMail}</p>`
        }
      </section>`,
    );
  });

  desk.post('/notices/feed', async (c) => {
    const secret = await feeds.make(c.var.who);
    const whole = new URL(feedAddress(secret), origin ?? new URL(c.req.url).origin).href;
    const { name } = roleAccountOf(c.var.who, institutionName);
    return page(
      c as Context<DeskEnv>,
      { title: words.madeTitle, page: null },
      html`<p class="said" role="status">${words.made}</p>
        <p>${words.madeLead}</p>
        <p><label for="feed-address">${words.address}（${name}）</label>
          <input id="feed-address" class="secret-address" value="${whole}" readonly></p>
        <p><a href="${address}">${words.back}</a></p>`,
    );
  });

  desk.post('/notices/feed-end', async (c) => {
    await feeds.withdraw(c.var.who);
    return c.redirect(`${address}?done=feed-ended`, 303);
  });
};

const feedSection = (madeAt: Date | null): Markup =>
  html`<section class="confirmation"><h2>${words.feed}</h2>
    <p>${words.feedLead}</p>
    <p>${madeAt ? words.feedMadeAt(momentInJapan(madeAt)) : words.noFeed}</p>
    <form method="post" action="${address}feed"><button>${madeAt ? words.makeAnew : words.make}</button></form>
    ${
      madeAt
        ? html`<p class="muted">${words.makeAnewHint}</p>
          <form method="post" action="${address}feed-end"><button>${words.end}</button></form>`
        : ''
    }
  </section>`;

const mailState = (
  { letters, problems }: MailState,
  today: string,
  institutionName: InstitutionName,
): Markup => {
  const of = (...states: string[]) => letters.filter(({ letter }) => states.includes(letter.state));
  const [waiting, failed] = [of('waiting', 'sending'), of('failed')];
  const sentToday = of('sent').filter(({ letter }) => dayInJapan(new Date(letter.next)) === today);
  const list = (heading: string, all: readonly StoredLetter[]): Markup | '' =>
    all.length === 0
      ? ''
      : html`<h3>${heading}</h3><ul class="problems">${all
          .slice(0, mostListed)
          .map((stored) => letterRow(stored, institutionName))}${
          all.length > mostListed ? html`<li>${words.more(all.length - mostListed)}</li>` : ''
        }</ul>`;
  return html`<ul>
      <li>${words.sentToday(sentToday.length)}</li>
      <li>${words.waiting(waiting.length)}</li>
      <li>${words.failed(failed.length)}</li>
    </ul>
    ${list(words.failedHeading, failed)}
    ${list(words.waitingHeading, waiting)}
    ${
      problems.length > 0
        ? html`<h3>${words.problems}</h3><ul class="problems">${problems.map(
            (problem) => html`<li>${problem}</li>`,
          )}</ul>`
        : ''
    }`;
};

const letterRow = ({ letter }: StoredLetter, institutionName: InstitutionName): Markup => {
  const { what, why } = letterTold(letter);
  return html`<li>${recipientOf(letter.to, institutionName)}　${what}<br>${why}<small>${momentInJapan(new Date(letter.queuedAt))}</small></li>`;
};

const recipientOf = (to: Recipient, institutionName: InstitutionName): string =>
  to.role === 'network'
    ? words.network
    : `${institutionName(to.institution)} ${to.office ?? words.everyOffice}`;
