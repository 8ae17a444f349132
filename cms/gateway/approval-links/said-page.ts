import { html } from 'hono/html';
import { type Markup, ownPage } from '../pages/own-page.ts';

/**
 * A page that only says something: what became of an answer, or that there is nothing to decide. It names no entry.
 * @param said the sentence, and what follows from it
 */
export const saidPage = (
  said: { readonly sentence: string; readonly next?: string; readonly isDone?: boolean },
  styleSheet: string,
): Markup =>
  ownPage({
    title: said.sentence,
    styleSheet,
    named: 'said',
    more: said.isDone ? ' said-done' : '',
    main: html`<h1${said.isDone ? html` role="status"` : ''}>${said.sentence}</h1>
      ${said.next ? html`<p>${said.next}</p>` : ''}`,
  });
