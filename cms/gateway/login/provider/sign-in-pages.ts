import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import { type Markup, ownPage } from '../../pages/own-page.ts';
import { ownPageSheet } from '../../pages/own-page-sheet.ts';
import { words } from './words.ts';

/** Where the style sheet and the script of these pages are. */
const sheetAddress = '/admin/session/sign-in.css';
const scriptAddress = '/admin/session/done.js';

/** A way on. */
export type SignInWay = { readonly label: string; readonly address: string };

const page = (title: string, main: Markup, head: Markup | '' = ''): Markup =>
  ownPage({ title, styleSheet: sheetAddress, named: 'sign-in', main, head });

/** A page that says what came of a way in or out, and where it goes on. @param number by which somebody may ask about it */
export const saidPage = (said: {
  readonly title: string;
  readonly sentence: string;
  readonly number?: string | null;
  readonly way?: SignInWay | null;
}): Markup =>
  page(
    said.title,
    html`<h1>${said.title}</h1>
      <p>${said.sentence}</p>
      ${said.number ? html`<p>${words.number(said.number)}</p>` : ''}
      ${said.way ? html`<p><a class="sign-in-main" href="${said.way.address}">${said.way.label}</a></p>` : ''}
      <p><a href="/">${words.home}</a></p>`,
  );

/** The page that ends the way in a window of its own, and tells the page that opened it. It works without its script. */
export const donePage = (): Markup =>
  page(
    words.doneTitle,
    html`<h1 role="status">${words.doneTitle}</h1>
      <p>${words.done}</p>`,
    html`<script src="${scriptAddress}" defer></script>`,
  );

/** Asks for which office somebody works who is here for the first time. */
export const officePage = (asked: {
  readonly institution: string;
  readonly office: string;
  readonly complaint: string | null;
}): Markup =>
  page(
    words.officeTitle,
    html`<h1>${words.officeTitle}</h1>
      <p>${words.officeIntro(asked.institution)}</p>
      <form method="post" action="/admin/session/office">
        <label for="office">${words.office}</label>
        <p class="sign-in-note" id="office-hint">${words.officeHint}</p>
        ${asked.complaint ? html`<p class="sign-in-complaint" id="office-complaint" role="alert">${asked.complaint}</p>` : ''}
        <input id="office" name="office" maxlength="80" required autocomplete="organization-title" value="${asked.office}"
          aria-describedby="office-hint${asked.complaint ? ' office-complaint' : ''}"${asked.complaint ? html` aria-invalid="true"` : ''}>
        <button type="submit">${words.officeStart}</button>
      </form>`,
  );

/** Asks once more before somebody is signed out, for who has no script. */
export const leavingPage = (): Markup =>
  page(
    words.leavingTitle,
    html`<h1>${words.leavingTitle}</h1>
      <p>${words.leaving}</p>
      <form method="post" action="/admin/session/end"><button type="submit">${words.signOut}</button></form>
      <p><a href="/">${words.home}</a></p>`,
  );

/**
 * The style sheet of these pages: the site's tokens, base and frame, and their own parts.
 * @throws where a sheet names a token that the design system does not have
 */
export const signInSheet = (): string =>
  ownPageSheet(readFileSync(new URL('sign-in.css', import.meta.url), 'utf8'));
