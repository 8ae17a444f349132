import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { addressOf } from '../../../src/schema/addresses.ts';
import { isInConfidence } from '../../../src/schema/in-confidence.ts';
import { decide } from '../permissions/decide.ts';
import type { PublicationOutcome, Refusal } from '../proposals/proposal.ts';
import type { RenamePlan } from '../renaming/renaming.ts';
import { type EntryAddress, entryAt } from '../repository/content-address.ts';
import { commitId } from '../repository/repository.ts';
import type { DeskEnv, DeskPages } from './desk-env.ts';
import type { Markup } from './desk-page.ts';
import type { DeskParts } from './desk-parts.ts';
import { belongingOf, titleAt } from './titles.ts';
import { deskPages, words as deskWords, renameWords as words } from './words.ts';

/** Where the desk asks for another address of an entry. */
export const renameAddress = ({ path }: EntryAddress): string => `/admin/desk/rename/${path}`;

/**
 * Adds the page on which an editor gives an entry another address: it asks for the name, shows what changes with it, and
 * is asked once more.
 */
export const addRenamePages = (
  desk: Hono<DeskEnv>,
  parts: Pick<DeskParts, 'renaming' | 'repository' | 'liveSite' | 'institutionName' | 'outlineOf'>,
  { page, complain, refuse }: DeskPages,
): void => {
  const { renaming, repository, liveSite, institutionName } = parts;

  /** What every page of it needs, or the answer that there can be none. */
  const renamable = async (c: Context<DeskEnv>) => {
    const found = entryAt(c.req.param('path') ?? '');
    if (!found.ok) return { answer: await complain(c, 404, found.reason) };
    const entry = found.address;
    const decision = decide(c.var.who, { kind: 'rename', entry });
    return decision.allowed ? { entry } : { answer: await complain(c, 403, decision.reason) };
  };

  const form = async (
    c: Context<DeskEnv>,
    entry: EntryAddress,
    typed: string,
    refused?: Refusal,
  ) => {
    if (refused) c.status(422);
    const title = await titleAt(parts, entry, await repository.published());
    return page(
      c,
      { title: words.title, page: null, complaint: refused?.reason },
      nameForm({ entry, title, belonging: belongingOf(entry, institutionName), typed }),
    );
  };

  desk.get('/rename/:path{.+}', async (c) => {
    const { entry, answer } = await renamable(c);
    if (!entry) return answer;
    const typed = c.req.query('name');
    if (typed === undefined) return form(c, entry, nameOf(entry));
    const plan = await renaming.plan(c.var.who, entry, typed.trim());
    if (plan.kind === 'refused') return form(c, entry, typed, plan);
    return page(
      c,
      { title: words.question, page: null },
      confirmation(plan, belongingOf(entry, institutionName)),
    );
  });

  desk.post('/rename/:path{.+}', async (c) => {
    const { entry, answer } = await renamable(c);
    if (!entry) return answer;
    const sent = await c.req.parseBody();
    const seen = commitId.safeParse(sent['seen']);
    const name = String(sent['name'] ?? '');
    if (!seen.success) return complain(c, 422, deskWords.notSent);
    const outcome: PublicationOutcome = await renaming.rename(c.var.who, entry, name, seen.data);
    if (outcome.kind !== 'published') return refuse(c, outcome);
    liveSite.refresh();
    const [left] = outcome.left;
    if (left) return complain(c, 409, left.reason);
    const { address } = deskPages.published;
    return c.redirect(`${address}?institution=${entry.institution ?? ''}&done=renamed`, 303);
  });
};

const nameOf = ({ path }: EntryAddress): string => path.slice(path.lastIndexOf('/') + 1);

const siteAddressOf = ({ collection, path }: EntryAddress): string =>
  addressOf(collection, path.slice(collection.length + 1));

type Named = {
  readonly entry: EntryAddress;
  readonly title: string;
  readonly belonging: string;
};

const head = ({ title, belonging }: Named): Markup =>
  html`<p class="confirmed-entry"><b>${title}</b><small>${belonging}</small></p>`;

const cancel = ({ institution }: EntryAddress): Markup =>
  html`<a href="${deskPages.published.address}?institution=${institution ?? ''}">${deskWords.cancel}</a>`;

const nameForm = ({ typed, ...named }: Named & { typed: string }): Markup =>
  html`<div class="confirmation">
    ${head(named)}
    <p>${words.now(siteAddressOf(named.entry))}</p>
    <form class="owner-choice" method="get" action="${renameAddress(named.entry)}">
      <label for="name">${words.name}</label>
      <input id="name" name="name" value="${typed}" maxlength="80" required autocomplete="off" spellcheck="false" aria-describedby="name-hint">
      <button>${words.look}</button>
      ${cancel(named.entry)}
    </form>
    <p id="name-hint" class="muted">${words.hint}</p>
  </div>`;

const confirmation = ({ entry, to, title, touched, at }: RenamePlan, belonging: string): Markup =>
  html`<div class="confirmation">
    ${head({ entry, title, belonging })}
    <p>${words.fromTo(siteAddressOf(entry), siteAddressOf(to))}</p>
    <p>${isInConfidence({ institution: entry.institution ?? '' }) ? words.leavesNoTrace : words.sentOn}</p>
    <h2>${words.touched(touched.length)}</h2>
    ${
      touched.length > 0
        ? html`<ul>${touched.map((other) => html`<li>${other.title}${other.isUnderWay ? html`<br><small>${words.touchedUnderWay}</small>` : ''}</li>`)}</ul>`
        : html`<p>${words.touchesNothing}</p>`
    }
    <p>${words.outside}</p>
    <form method="post" action="${renameAddress(entry)}">
      <input type="hidden" name="name" value="${nameOf(to)}">
      <input type="hidden" name="seen" value="${at}">
      <button class="primary">${words.button}</button>
      ${cancel(entry)}
    </form>
  </div>`;
