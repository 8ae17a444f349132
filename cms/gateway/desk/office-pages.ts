import type { Hono } from 'hono';
import { html } from 'hono/html';
import { institutionKinds } from '../../../src/schema/taxonomy.ts';
import type { KnownEntry } from '../published-content/known-entry.ts';
import type { DeskEnv, DeskPages } from './desk-env.ts';
import type { Markup } from './desk-page.ts';
import type { DeskParts } from './desk-parts.ts';
import { officeWords as words } from './words.ts';

const address = '/admin/desk/office/';

/** The way from the desk's first page. */
export const officeLink = html`<p><a href="${address}">${words.link}</a></p>`;

/** Longer lists tell no more. */
const mostListed = 20;
const mostLetters = 200;

/**
 * Adds the page from which the network's office adds to the portal itself: a term, a scene, an institution, the new edition
 * of a guideline. Each says what it touches before its form is opened.
 */
export const addOfficePages = (
  desk: Hono<DeskEnv>,
  { known }: Pick<DeskParts, 'known'>,
  { page, complain }: DeskPages,
): void => {
  desk.get('/office/', async (c) => {
    if (c.var.who.role !== 'editor') return complain(c, 403, words.editorsOnly);
    const asked = (name: string) => (c.req.query(name) ?? '').trim().slice(0, mostLetters);
    const entries = await known.entries();
    const of = (collection: KnownEntry['collection']) =>
      entries.filter((entry) => entry.collection === collection);
    return page(
      c,
      { title: words.title, page: null },
      await term(known, of('glossary'), asked('term')),
      scene(of('scenes')),
      institution(of('institutions'), asked('name')),
      await edition(known, of('guidelines'), asked('supersedes')),
    );
  });
};

/** Where the editor's form begins, with what is known already. */
const formAddress = (collection: string, known: Record<string, string> = {}): string => {
  const query = new URLSearchParams(known).toString();
  return `/admin/#/collections/${collection}/new${query ? `?${query}` : ''}`;
};

const section = (heading: string, lead: string, ...body: (Markup | '')[]): Markup =>
  html`<section class="confirmation"><h2>${heading}</h2><p>${lead}</p>${body}</section>`;

const write = (to: string): Markup => html`<p><a href="${to}">${words.write}</a></p>`;

const ask = (label: string, name: string, value: string): Markup =>
  html`<form class="owner-choice" method="get" action="${address}">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" value="${value}" maxlength="${mostLetters}" required>
    <button>${words.look}</button>
  </form>`;

const list = (heading: string, entries: readonly KnownEntry[]): Markup =>
  html`<h3>${heading}</h3>
    ${
      entries.length === 0
        ? html`<p>${words.nothing}</p>`
        : html`<ul>${entries.slice(0, mostListed).map(({ title }) => html`<li>${title}</li>`)}${
            entries.length > mostListed
              ? html`<li>${words.more(entries.length - mostListed)}</li>`
              : ''
          }</ul>`
    }`;

const term = async (
  known: Pick<DeskParts['known'], 'touched'>,
  terms: readonly KnownEntry[],
  typed: string,
): Promise<Markup> => {
  const there = terms.find((each) => [each.title, ...each.also].some(isSameAs(typed)));
  const touched = typed ? await known.touched(null, [typed]) : [];
  const others = touched.filter(({ collection }) => collection !== 'glossary');
  return section(
    words.term,
    words.termLead,
    ask(words.term, 'term', typed),
    typed && there ? html`<p>${words.termTaken(there.title)}</p>` : '',
    typed ? list(words.touches(others.length), others) : '',
    typed && there ? '' : write(formAddress('glossary', typed ? { term: typed } : {})),
  );
};

const scene = (scenes: readonly KnownEntry[]): Markup =>
  section(
    words.scene,
    words.sceneLead,
    scenes.length > 0
      ? html`<p>${words.sceneNow(scenes.map(({ title }) => title).join('、'))}</p>`
      : '',
    write(formAddress('scenes')),
  );

const institution = (institutions: readonly KnownEntry[], typed: string): Markup => {
  const plain = folded(typed);
  const alike = institutions.filter(
    ({ title, also }) =>
      [title, ...also].some((name) => folded(name).includes(plain)) ||
      plain.includes(folded(title)),
  );
  return section(
    words.institution,
    words.institutionLead(Object.values(institutionKinds).join('、')),
    ask(words.institutionName, 'name', typed),
    typed && alike.length > 0 ? list(words.institutionFound, alike) : '',
    typed && alike.length === 0 ? html`<p>${words.institutionNone}</p>` : '',
    write(formAddress('institutions', typed ? { name: typed } : {})),
  );
};

const edition = async (
  known: Pick<DeskParts['known'], 'touched'>,
  guidelines: readonly KnownEntry[],
  asked: string,
): Promise<Markup> => {
  const chosen = guidelines.find(({ path }) => path === asked);
  const citing = chosen ? await known.touched(chosen.path, []) : [];
  return section(
    words.edition,
    words.editionLead,
    html`<form class="owner-choice" method="get" action="${address}">
      <label for="supersedes">${words.oldEdition}</label>
      <select id="supersedes" name="supersedes">${guidelines.map(
        ({ path, title, edition: of }) =>
          html`<option value="${path}"${path === asked ? html` selected` : ''}>${title}${of ? `（${of}）` : ''}</option>`,
      )}</select>
      <button>${words.look}</button>
    </form>`,
    chosen ? list(words.citing(citing.length), citing) : '',
    chosen
      ? write(
          formAddress('guidelines', {
            title: chosen.title,
            institution: chosen.id.split('/')[0] ?? '',
            supersedes: chosen.path,
          }),
        )
      : '',
  );
};

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
const isSameAs =
  (typed: string) =>
  (name: string): boolean =>
    folded(name) === folded(typed);
