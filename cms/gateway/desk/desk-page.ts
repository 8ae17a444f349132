import { readFileSync } from 'node:fs';
import { html, raw } from 'hono/html';
import { site } from '../../../src/strings/site.ts';
import type { BuildTrouble } from '../live-site/build-trouble.ts';
import { pendingFileSentence } from '../proposals/sentences.ts';
import type { LeftFile } from '../repository/repository.ts';
import { type DeskPage, deskPages, words } from './words.ts';

/** A piece of a page, escaped. */
export type Markup = ReturnType<typeof html>;

/** The frame around what a page of the desk says. */
export type Frame = {
  readonly title: string;
  /** The page of the navigation that this one is; null for what is reached from one of them. */
  readonly page: DeskPage | null;
  /** Whether members are known here: where people choose who they are, there are no pages about them. */
  readonly hasMembers: boolean;
  /** Who is at work: さくら大学 研究推進課. */
  readonly account: string;
  /** The path that the site stands under. */
  readonly basePath: string;
  /** What was done, told once. */
  readonly done?: string | undefined;
  /** Why something was not done. */
  readonly complaint?: string | undefined;
  /** Of a page that is not the desk's own: what its head says, its style sheet, and whether the desk is open to its reader. */
  readonly elsewhere?: {
    readonly label: string;
    readonly styleSheet: string;
    readonly hasNavigation: boolean;
  };
};

/** A whole page of the desk. It has no script. */
export const deskPage = (frame: Frame, ...body: readonly Markup[]): Markup =>
  html`<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${frame.complaint ? '操作できませんでした：' : ''}${frame.title}｜${frame.elsewhere?.label ?? words.desk}｜${site.title}</title>
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <link rel="icon" href="${frame.basePath}favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${frame.elsewhere?.styleSheet ?? '/admin/desk/desk.css'}">
  </head>
  <body>
    <a class="skip" href="#main">${words.skip}</a>
    <header class="top">
      <div class="wrap">
        <a class="brand" href="${frame.basePath}">
          ${mark}
          <span>${site.name}<small>${site.suffix}</small></span>
        </a>
        <p class="desk-who"><b>${frame.elsewhere?.label ?? words.desk}</b><span>${frame.account}</span></p>
      </div>
    </header>
    ${frame.elsewhere?.hasNavigation === false ? '' : navigation(frame)}
    <main id="main" class="wrap desk">
      <h1>${frame.title}</h1>
      ${frame.done ? html`<p class="said" role="status">${frame.done}</p>` : ''}
      ${frame.complaint ? html`<p class="said complaint" role="alert">${frame.complaint}</p>` : ''}
      ${body}
    </main>
  </body>
</html>`;

const navigation = ({ page, hasMembers }: Pick<Frame, 'page' | 'hasMembers'>): Markup =>
  html`<nav class="desk-nav" aria-label="${words.navigation}">
      <ul class="wrap">
        ${Object.entries(deskPages)
          .filter(([name]) => name !== 'members' || hasMembers)
          .map(
            ([name, { label, address }]) =>
              html`<li><a href="${address}"${page === name ? currentPage : ''}>${label}</a></li>`,
          )}
        <li class="to-editor"><a href="/admin/">${words.editor}</a></li>
      </ul>
    </nav>`;

/** The portal's mark, in the page itself so that it takes the colour of the theme. */
const mark = raw(
  readFileSync(new URL('../../../public/favicon.svg', import.meta.url), 'utf8').replace(
    '<svg ',
    '<svg width="34" height="34" aria-hidden="true" ',
  ),
);

const currentPage = html` aria-current="page"`;

/** What a page of the desk may load and send: no script, nothing of others. */
export const deskPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** How far the site is, for everyone; what is wrong with the content, for those who can mend it. */
export const siteStatus = ({
  builtAt,
  isBuilding,
  trouble,
  isEditor,
  pending,
}: {
  builtAt: string | null;
  isBuilding: boolean;
  trouble: BuildTrouble | null;
  isEditor: boolean;
  /** Files that are published and wait to be brought to where the site is built from. */
  pending: readonly LeftFile[];
}): Markup =>
  html`<section class="site-status" aria-label="サイトの状態">
    <p>${
      isBuilding
        ? '公開処理中です。サイトはまもなく新しくなります。'
        : builtAt
          ? html`サイトは<time>${builtAt}</time>に新しくしました。`
          : 'サイトをいつ新しくしたかは分かりません。'
    }</p>
    ${trouble ? html`<p class="said complaint">${isEditor ? trouble.sentence : words.siteIsBehind}</p>` : ''}
    ${pending.length > 0 ? pendingList(pending) : ''}
    ${isEditor && trouble && trouble.problems.length > 0 ? problemList(trouble.problems) : ''}
    ${
      isEditor && trouble && !isBuilding
        ? html`<form method="post" action="/admin/desk/rebuild"><button>${words.rebuild}</button></form>`
        : ''
    }
  </section>`;

/** What is published and does not show yet, and why. */
const pendingList = (pending: readonly LeftFile[]): Markup =>
  html`<ul class="problems">${pending.map(
    (file) => html`<li>${pendingFileSentence(file)}<small>${file.address.path}</small></li>`,
  )}</ul>`;

type Problem = { path: string; line: number; severity: string; message: string };

/** What is to be mended in a proposal: its sentences name the field or the file, and nobody who writes in a form knows lines. */
export const problemsOfProposal = (problems: readonly Problem[]): Markup =>
  html`<ul class="problems">${problems.map((problem) => html`<li>${sentenceOf(problem)}</li>`)}</ul>`;

/** What is to be mended in the whole content, in the order of its files. */
export const problemList = (problems: readonly Problem[]): Markup =>
  html`<ul class="problems">${problems.map(
    (problem) =>
      html`<li>${sentenceOf(problem)}<small>${problem.path}　${problem.line}行目</small></li>`,
  )}</ul>`;

const sentenceOf = ({ severity, message }: Problem): Markup =>
  html`${severity === 'warning' ? html`<span class="tag">注意</span> ` : ''}${message}`;
