import { html } from 'hono/html';
import type { Proposal } from '../proposals/proposal.ts';
import type { Markup } from './desk-page.ts';
import { momentInJapan, words } from './words.ts';

/** Deleted proposals, each with a button that fetches it back. */
export const deletedRows = (
  shown: readonly {
    readonly proposal: Proposal;
    readonly title: string;
    readonly belonging: string;
    readonly changedBy: string;
  }[],
): Markup =>
  shown.length === 0
    ? html`<p class="empty">${words.nothingDeleted}</p>`
    : html`<ul class="rows desk-rows">${shown.map(
        ({ proposal: { entry, commit, savedAt }, title, belonging, changedBy }) =>
          html`<li>
            <p class="when"><time datetime="${savedAt.toISOString()}">${momentInJapan(savedAt)}</time></p>
            <div>
              <h2 class="row-title">${title}</h2>
              <p>${belonging}　消した担当：${changedBy}</p>
            </div>
            <form class="who" method="post" action="/admin/desk/restore">
              <input type="hidden" name="entry" value="${entry.path}">
              <input type="hidden" name="commit" value="${commit}">
              <button>${words.restore}<span class="visually-hidden">：${title}</span></button>
            </form>
          </li>`,
      )}</ul>`;
