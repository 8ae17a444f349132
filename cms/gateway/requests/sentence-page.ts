import { html } from 'hono/html';
import { site } from '../../../src/strings/site.ts';

/** A way on from a page that can't be shown. */
export type Way = { readonly label: string; readonly address: string };

/** A page that says one sentence, where no other can be shown. @param way what helps before going home */
export const sentencePage = (sentence: string, way: Way | null = null) =>
  html`<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${site.title}</title>
  </head>
  <body>
    <main>
      <h1>${site.title}</h1>
      <p>${sentence}</p>
      ${way ? html`<p><a href="${way.address}">${way.label}</a></p>` : ''}
      <p><a href="/">${site.home}</a></p>
    </main>
  </body>
</html>`;
