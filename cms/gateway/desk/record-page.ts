import { html } from 'hono/html';
import type { Contributor } from '../permissions/contributor.ts';
import type { SaidAbout } from '../proposals/keeping.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import type { Markup } from './desk-page.ts';
import { eventWords, momentInJapan, words } from './words.ts';

/** What was said about an entry, for those alone who may see its drafts: what was asked about it, and the notes of what is published. */
export const saidRows = ({ log, past }: SaidAbout, institutionName: InstitutionName): Markup => {
  const said = (by: Contributor, at: string, what: string, text: string | null) =>
    html`<li>
      <p class="when"><time datetime="${at}">${momentInJapan(new Date(at))}</time></p>
      <div>
        <p><b>${roleAccountOf(by, institutionName).name}</b>${what ? html`　${what}` : ''}</p>
        ${text ? html`<p class="said-text">${text}</p>` : ''}
      </div>
    </li>`;
  const talked = past.filter(({ record }) => record.notes.length > 0);
  if (log.length === 0 && talked.length === 0) {
    return html`<p class="empty">${words.nothingSaid}</p>`;
  }
  return html`${
    log.length > 0
      ? html`<section class="section"><h2>${words.shownOrNot}</h2><ul class="rows desk-rows">${log
          .toReversed()
          .map(({ by, at, what, reason }) =>
            said(by, at, eventWords[what], reason),
          )}</ul></section>`
      : ''
  }${talked.map(
    ({ record, changedAt }) =>
      html`<section class="section"><h2>${words.saidUntil(momentInJapan(changedAt))}</h2><ul class="rows desk-rows">${record.notes.map(
        ({ by, at, text, isResolved }) => said(by, at, isResolved ? words.resolved : '', text),
      )}</ul></section>`,
  )}`;
};
