import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import { westernDate } from '../../../src/formats/japanese-date.ts';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import { calledAs } from '../members/called-as.ts';
import type { InvitationRecord } from '../members/invitation-record.ts';
import { type Markup, ownPage } from '../pages/own-page.ts';
import { ownPageSheet } from '../pages/own-page-sheet.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import { words } from './words.ts';

const page = (title: string, styleSheet: string, main: Markup): Markup =>
  ownPage({
    title,
    styleSheet,
    named: 'invitation',
    main: html`<h1>${title}</h1>
      ${main}`,
  });

/**
 * Who invites, as whom and until when, with the one way on. It is a link: to a browser the answer to a form that leads to the
 * provider is a form sent there, which the policy forbids (CSP, `form-action`).
 * @param address at which the sign-in begins
 */
export const invitationPage = (
  { by, for: who, until }: InvitationRecord,
  {
    address,
    styleSheet,
    institutionName,
  }: {
    readonly address: string;
    readonly styleSheet: string;
    readonly institutionName: InstitutionName;
  },
): Markup =>
  page(
    words.title,
    styleSheet,
    html`<p>${by ? words.asks(calledAs(by, institutionName)) : words.asksByMachine}</p>
      <dl>
        <div><dt>${words.as}</dt><dd>${calledAs(who, institutionName)}</dd></div>
        <div><dt>${words.until}</dt><dd>${words.untilDay(westernDate(dayInJapan(new Date(until))))}</dd></div>
      </dl>
      <p>${words.how}</p>
      <p>${words.replaces}</p>
      <p><a class="invitation-main" href="${address}">${words.accept}</a></p>
      <p class="invitation-foot">${words.foot}</p>`,
  );

/** The one page of whatever leads to nothing. */
export const gonePage = (styleSheet: string): Markup =>
  page(words.gone, styleSheet, html`<p>${words.goneNext}</p>`);

/**
 * The style sheet of these pages: the site's tokens, base and frame, and their own parts.
 * @throws where a sheet names a token that the design system does not have
 */
export const invitationSheet = (): string =>
  ownPageSheet(readFileSync(new URL('invitation.css', import.meta.url), 'utf8'));
