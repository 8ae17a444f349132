import { html } from 'hono/html';
import { westernDate } from '../../../src/formats/japanese-date.ts';
import { subthemeColour, subthemes } from '../../../src/schema/taxonomy.ts';
import type { Markup } from '../desk/desk-page.ts';
import { wishAddress } from './addresses.ts';
import type { ShownEntry } from './shown-entries.ts';
import { type Wish, type WishAnswer, wishKinds } from './wish.ts';
import { words } from './words.ts';

/** What the texts of wishes speak of, by id and path. */
export type Spoken = {
  readonly scenes: ReadonlyMap<string, string>;
  /** The entries of answers that are shown. */
  readonly entries: ReadonlyMap<string, ShownEntry>;
};

/** What is wanted: text, words of the search, kind, scene and theme. Written by anybody, shown as text. */
export const wishSaid = (wish: Wish, { scenes }: Spoken): Markup =>
  html`<p class="wish-text">${wish.text}</p>
    ${wish.searched ? html`<p class="muted">${words.searched(wish.searched)}</p>` : ''}
    <p class="tags">
      <span class="tag">${wishKinds[wish.kind]}</span>
      ${wish.scene ? html`<span class="tag">${scenes.get(wish.scene) ?? wish.scene}</span>` : ''}
      ${wish.theme ? html`<span class="tag ${subthemeColour(wish.theme)}">${subthemes[wish.theme].label}</span>` : ''}
    </p>`;

/** The day on which it was written. */
export const wishDay = ({ on }: Wish): Markup =>
  html`<time datetime="${on}">${westernDate(on)}</time>`;

/**
 * The answers, and why it is closed; nothing where there are none.
 * @param beside what stands after each answer
 */
export const wishAnswers = (
  wish: Wish,
  { entries }: Spoken,
  beside: (answer: WishAnswer) => Markup | '' = () => '',
): Markup =>
  html`${
    wish.answers.length > 0
      ? html`<ul class="wish-answers">${wish.answers.map(
          (answer) =>
            html`<li><small>${words.answeredBy[answer.by]}　<time datetime="${answer.on}">${westernDate(answer.on)}</time></small>
              ${said(answer, entries)}${beside(answer)}</li>`,
        )}</ul>`
      : ''
  }${wish.closed ? closing(wish.closed) : ''}`;

const said = (answer: WishAnswer, entries: Spoken['entries']): Markup => {
  if (answer.kind === 'words') return html`<p class="wish-text">${answer.text}</p>`;
  const entry = entries.get(answer.path);
  return entry
    ? html`<p><a href="${entry.address}">${entry.title}</a></p>`
    : html`<p class="muted">${words.entryGone}</p>`;
};

const closing = (closed: NonNullable<Wish['closed']>): Markup =>
  closed.why === 'same'
    ? html`<p class="wish-closed">${words.closedAsSame}<a href="${wishAddress(closed.as)}">${words.wish(closed.as)}</a></p>`
    : html`<p class="wish-closed">${words.closedAsOutside}${closed.said ? html`<span class="wish-text">${closed.said}</span>` : ''}</p>`;
