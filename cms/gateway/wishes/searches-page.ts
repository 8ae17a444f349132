import { html } from 'hono/html';
import { westernDate } from '../../../src/formats/japanese-date.ts';
import type { Markup } from '../desk/desk-page.ts';
import { wishesAddress } from './addresses.ts';
import { leastInstitutions, type MonthOfSearches } from './unanswered.ts';
import { searchWords, words } from './words.ts';

/** What was searched in vain, by month. */
export const searchesPage = (months: readonly MonthOfSearches[]): Markup =>
  html`<p class="muted">${searchWords.lead(leastInstitutions)}</p>
    ${months.length === 0 ? html`<p class="empty">${searchWords.none}</p>` : ''}
    ${months.map(
      ({ month, searches }) => html`<section class="wish-section">
        <h2>${searchWords.ofMonth(westernDate(month))}</h2>
        <table class="searches">
          <thead><tr><th scope="col">${searchWords.words}</th><th scope="col">${searchWords.institutions}</th></tr></thead>
          <tbody>${searches.map(
            ({ words: asked, institutions }) =>
              html`<tr><th scope="row">${asked}</th><td>${institutions}</td></tr>`,
          )}</tbody>
        </table></section>`,
    )}
    <p><a href="${wishesAddress}">${words.toList}</a></p>`;
