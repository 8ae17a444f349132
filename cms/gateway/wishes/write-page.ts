import { html } from 'hono/html';
import type { Markup } from '../desk/desk-page.ts';
import { newWishAddress, wishesAddress } from './addresses.ts';
import { complaintList, fieldAround, option, themeOptions } from './fields.ts';
import { mostSearchedLetters, mostWishLetters, wishKindIds, wishKinds } from './wish.ts';
import type { TypedWish, WishComplaints } from './wish-form.ts';
import { words } from './words.ts';

/** The form for a new wish. @param scenes those that can be chosen */
export const writePage = (
  typed: TypedWish,
  scenes: readonly { readonly id: string; readonly title: string }[],
  complaints: WishComplaints = {},
): Markup => html`${Object.keys(complaints).length > 0 ? complaintList(complaints) : ''}
  <form class="wish-form" method="post" action="${newWishAddress}">
    ${fieldAround(
      {
        name: 'text',
        label: words.text,
        hint: words.textHint(mostWishLetters),
        complaint: complaints.text,
      },
      (attributes) =>
        html`<textarea${attributes} rows="6" maxlength="${mostWishLetters}" required>${typed.text}</textarea>`,
    )}
    ${fieldAround(
      { name: 'kind', label: words.kindLabel, complaint: complaints.kind },
      (attributes) =>
        html`<select${attributes} required>${option('', words.choose, typed.kind)}${wishKindIds.map(
          (id) => option(id, wishKinds[id], typed.kind),
        )}</select>`,
    )}
    ${fieldAround(
      { name: 'scene', label: words.sceneLabel, complaint: complaints.scene },
      (attributes) =>
        html`<select${attributes}>${option('', words.notChosen, typed.scene)}${scenes.map(
          ({ id, title }) => option(id, title, typed.scene),
        )}</select>`,
    )}
    ${fieldAround(
      { name: 'theme', label: words.themeLabel, complaint: complaints.theme },
      (attributes) =>
        html`<select${attributes}>${option('', words.notChosen, typed.theme)}${themeOptions(typed.theme)}</select>`,
    )}
    ${fieldAround(
      {
        name: 'searched',
        label: words.searchedLabel,
        hint: words.searchedHint,
        complaint: complaints.searched,
      },
      (attributes) =>
        html`<input${attributes} type="text" value="${typed.searched}" maxlength="${mostSearchedLetters}" autocomplete="off">`,
    )}
    <p class="muted">${words.keepsNothing}</p>
    <p class="wish-send"><button class="primary">${words.send}</button> <a href="${wishesAddress}">${words.toList}</a></p>
  </form>`;
