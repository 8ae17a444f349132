import { html } from 'hono/html';
import type { Markup } from './desk-page.ts';
import { words } from './words.ts';

/** How many rows a page of the desk shows. */
export const rowsOfPage = 40;

/** A stretch of a list that is too long for one page. */
export type PageOfList<Item> = {
  readonly items: readonly Item[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
};

/** Cuts one page out of a list. @param asked its number as the address has it; what is none is the first */
export const pageOfList = <Item>(
  items: readonly Item[],
  asked: string | undefined,
): PageOfList<Item> => {
  const pages = Math.max(1, Math.ceil(items.length / rowsOfPage));
  const wanted = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1;
  const page = Math.min(Math.max(1, wanted), pages);
  return { items: items.slice((page - 1) * rowsOfPage, page * rowsOfPage), page, pages };
};

/** Links to the pages around; nothing where there is only one. @param address of the list, which may have a question */
export const pageLinks = ({ page, pages }: PageOfList<unknown>, address: string): Markup => {
  if (pages === 1) return html``;
  const to = (other: number) => `${address}${address.includes('?') ? '&' : '?'}page=${other}`;
  return html`<nav class="pages" aria-label="${words.pages}"><ul class="row-links">
    ${page > 1 ? html`<li><a href="${to(page - 1)}" rel="prev">${words.previousPage}</a></li>` : ''}
    <li>${page} / ${pages}ページ</li>
    ${page < pages ? html`<li><a href="${to(page + 1)}" rel="next">${words.nextPage}</a></li>` : ''}
  </ul></nav>`;
};
