import { html } from 'hono/html';
import type { Markup } from '../desk/desk-page.ts';
import { type WishFormName, wishesAddress, wishFormAddress } from './addresses.ts';
import { complaintList, fieldAround } from './fields.ts';
import type { ShownEntry } from './shown-entries.ts';
import { mostWishLetters, type Wish } from './wish.ts';
import { type Spoken, wishAnswers, wishDay, wishSaid } from './wish-parts.ts';
import { words } from './words.ts';

/** The fields of the forms on the page of a wish. */
export type AnswerField = 'address' | 'said' | 'as' | 'why' | 'sure';

/** What somebody may do with a wish, and what they sent and could not be taken. */
export type WishView = {
  readonly wish: Wish;
  readonly spoken: Spoken;
  readonly isAnswering: boolean;
  readonly isClosing: boolean;
  readonly isDeleting: boolean;
  /** Entries of the reader's own institution, from which they may pick. */
  readonly own: readonly ShownEntry[];
  readonly typed: Partial<Record<AnswerField, string>>;
  readonly complaints: Partial<Record<AnswerField, string>>;
};

/** A wish with its answers, and the forms by which it is answered and closed. */
export const wishPage = (view: WishView): Markup => {
  const { wish, spoken, isAnswering, isClosing, isDeleting, complaints } = view;
  const remove = ({ id }: { id: number }) =>
    isClosing
      ? html`<form method="post" action="${wishFormAddress(wish.number, 'remove-answer')}">
          <input type="hidden" name="id" value="${id}"><button>${words.removeAnswer}</button></form>`
      : '';
  return html`${Object.keys(complaints).length > 0 ? complaintList(complaints) : ''}
    <div class="wish-whole"><p class="muted">${wishDay(wish)}</p>${wishSaid(wish, spoken)}</div>
    ${
      wish.answers.length > 0 || wish.closed
        ? html`<section class="wish-section"><h2>${words.answers}</h2>${wishAnswers(wish, spoken, remove)}</section>`
        : ''
    }
    ${isAnswering && !wish.closed ? answering(view) : ''}
    ${isClosing ? closing(view) : ''}
    ${isDeleting ? deleting(view) : ''}
    <p><a href="${wishesAddress}">${words.toList}</a></p>`;
};

const form = (
  { wish }: WishView,
  name: WishFormName,
  heading: string,
  ...body: (Markup | '')[]
): Markup =>
  html`<form class="wish-form" method="post" action="${wishFormAddress(wish.number, name)}"><h3>${heading}</h3>${body}</form>`;

const answering = (view: WishView): Markup => {
  const { own, typed, complaints } = view;
  return html`<section class="wish-section"><h2>${words.answer}</h2>
    ${form(
      view,
      'answer',
      words.withEntry,
      fieldAround(
        {
          name: 'address',
          label: words.entryAddress,
          hint: own.length > 0 ? words.entryHintOfOwn : words.entryHint,
          complaint: complaints.address,
        },
        (attributes) =>
          html`<input${attributes} type="text" value="${typed.address ?? ''}" maxlength="500" required autocomplete="off"${own.length > 0 ? html` list="own"` : ''}>`,
      ),
      own.length > 0
        ? html`<datalist id="own">${own.map(({ address, title }) => html`<option value="${address}">${title}</option>`)}</datalist>`
        : '',
      html`<button class="primary">${words.useEntry}</button>`,
    )}
    ${form(
      view,
      'say',
      words.say,
      fieldAround(
        {
          name: 'said',
          label: words.sayLabel,
          hint: words.sayHint(mostWishLetters),
          complaint: complaints.said,
        },
        (attributes) =>
          html`<textarea${attributes} rows="4" maxlength="${mostWishLetters}" required>${typed.said ?? ''}</textarea>`,
      ),
      html`<button class="primary">${words.useWords}</button>`,
    )}
  </section>`;
};

const closing = (view: WishView): Markup => {
  const { wish, typed, complaints } = view;
  if (wish.closed) {
    return html`<section class="wish-section"><h2>${words.reopen}</h2>
      <form class="wish-form" method="post" action="${wishFormAddress(wish.number, 'reopen')}"><button>${words.reopen}</button></form></section>`;
  }
  return html`<section class="wish-section"><h2>${words.close}</h2><p class="muted">${words.closeLead}</p>
    ${form(
      view,
      'close-as-same',
      words.closeAsSame,
      fieldAround(
        { name: 'as', label: words.sameAs, hint: words.sameAsHint, complaint: complaints.as },
        (attributes) =>
          html`<input${attributes} type="text" inputmode="numeric" value="${typed.as ?? ''}" maxlength="6" required autocomplete="off">`,
      ),
      html`<button>${words.closeAsSame}</button>`,
    )}
    ${form(
      view,
      'close-as-outside',
      words.closeAsOutside,
      fieldAround(
        {
          name: 'why',
          label: words.whyOutside,
          hint: words.whyOutsideHint,
          complaint: complaints.why,
        },
        (attributes) =>
          html`<textarea${attributes} rows="2" maxlength="${mostWishLetters}">${typed.why ?? ''}</textarea>`,
      ),
      html`<button>${words.closeAsOutside}</button>`,
    )}
  </section>`;
};

const deleting = ({ wish, complaints }: WishView): Markup =>
  html`<section class="wish-section"><h2>${words.remove}</h2><p class="muted">${words.removeLead}</p>
    <form class="wish-form" method="post" action="${wishFormAddress(wish.number, 'delete')}">
      ${complaints.sure ? html`<p class="field-complaint" id="sure-complaint">${complaints.sure}</p>` : ''}
      <p><label class="sure"><input type="checkbox" id="sure" name="sure" value="yes" required${complaints.sure ? html` aria-invalid="true" aria-describedby="sure-complaint"` : ''}> ${words.removeSure}</label></p>
      <button class="grave">${words.remove}</button>
    </form></section>`;
