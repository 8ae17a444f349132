import { html } from 'hono/html';
import { site } from '../../../src/strings/site.ts';

/** A page that says one sentence, where no other can be shown. */
export const sentencePage = (sentence: string) =>
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
      <p><a href="/">${site.home}</a></p>
    </main>
  </body>
</html>`;
