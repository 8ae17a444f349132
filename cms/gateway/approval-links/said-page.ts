import { html } from 'hono/html';
import { site } from '../../../src/strings/site.ts';
import type { Markup } from './decision-page.ts';

/**
 * A page that only says something: what became of an answer, or that there is nothing to decide. It names no entry.
 * @param said the sentence, and what follows from it
 */
export const saidPage = (
  said: { readonly sentence: string; readonly next?: string; readonly isDone?: boolean },
  styleSheet: string,
): Markup =>
  html`<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>${said.sentence}｜${site.title}</title>
    <link rel="stylesheet" href="${styleSheet}">
  </head>
  <body>
    <main class="wrap said${said.isDone ? ' said-done' : ''}">
      <p class="said-by">${site.title}</p>
      <h1${said.isDone ? html` role="status"` : ''}>${said.sentence}</h1>
      ${said.next ? html`<p>${said.next}</p>` : ''}
    </main>
  </body>
</html>`;
