import { judgeEditions } from '../rule-editions/judge-page.ts';
import { type KeptItem, readItem } from './kept-item.ts';
import { readingListWords as words } from './words.ts';

/** What a page of the site says of itself for the list; null where the page is none that can be kept. */
export const itemOnPage = (page: Document, address: string): KeptItem | null => {
  const buttons = [...page.querySelectorAll<HTMLElement>('[data-keep]')];
  const items = buttons.flatMap((button) => readItem(button.getAttribute('data-keep')) ?? []);
  return items.find((item) => item.address === address) ?? null;
};

/** Ways around the site, and what needs it. */
const notTaken =
  'script, style, link, template, form, nav, button, [hidden], .skip, .crumb, .toc, .next, .near';

const look = `body{font-family:"Hiragino Sans","Yu Gothic",Meiryo,sans-serif;line-height:1.8;max-width:44rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2rem .5rem;text-align:left}img{max-width:100%}.copy{border:1px solid #999;padding:.5rem 1rem}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * A page as a file by itself, that opens without the site: its text with links in full, no script and no picture, and
 * a policy that would let none act.
 * @param absolute gives an address of the site in full
 * @param day of which it is a copy, as it is shown
 */
export function entryCopy(
  page: Document,
  item: Pick<KeptItem, 'title' | 'address'>,
  day: string,
  absolute: (address: string) => string,
): string {
  const main = page.querySelector('main')?.cloneNode(true) as HTMLElement | undefined;
  if (!main) return '';
  judgeEditions(main);
  for (const element of main.querySelectorAll(`${notTaken}, img, picture`)) element.remove();
  for (const link of main.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (!href.startsWith('#')) link.setAttribute('href', absolute(href));
  }
  const address = absolute(item.address);
  return `<!doctype html>
<html lang="ja"><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(item.title)}</title><style>${look}</style>
<p class="copy">${escaped(words.copyOf(day))}<br><a href="${escaped(address)}">${escaped(address)}</a></p>
${main.innerHTML}
</html>
`;
}
