import { html } from 'hono/html';
import { site } from '../../../src/strings/site.ts';

/** A piece of a page, escaped. */
export type Markup = ReturnType<typeof html>;

/**
 * A page that the gateway makes itself for somebody who may not be signed in: the portal's name, and what it has to say.
 * @param named stands before the names of its classes: `invitation`, `invitation-by`
 * @param more further classes of what it says
 */
export const ownPage = ({
  title,
  styleSheet,
  named,
  main,
  more = '',
  head = '',
}: {
  readonly title: string;
  /** Its address. */
  readonly styleSheet: string;
  readonly named: string;
  readonly main: Markup;
  readonly more?: string;
  readonly head?: Markup | '';
}): Markup =>
  html`<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>${title}｜${site.title}</title>
    <link rel="stylesheet" href="${styleSheet}">
    ${head}
  </head>
  <body>
    <main class="wrap ${named}${more}">
      <p class="${named}-by">${site.title}</p>
      ${main}
    </main>
  </body>
</html>`;
