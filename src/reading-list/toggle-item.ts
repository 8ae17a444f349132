import { keepWords as words } from '../strings/kept-items.ts';
import { showKeptCount } from './kept-count.ts';
import { type KeptItem, readItem } from './kept-item.ts';
import { browserStorage, openKeptList } from './kept-list.ts';

const { list: listAddress = '/list/' } =
  document.querySelector<HTMLElement>('.keep')?.dataset ?? {};
/** The link to the list stands on every page, a button does not. */
const { keptCount: base = '/' } =
  document.querySelector<HTMLElement>('[data-kept-count]')?.dataset ?? {};
const list = openKeptList(base, browserStorage());

const textOf = (within: Element, selector: string): string =>
  within.querySelector(selector)?.textContent?.trim() ?? '';

/** What the row of a list says of its entry; where it comes from is on its own page. */
const itemOfRow = (row: HTMLElement): KeptItem | null => {
  const link = row.querySelector<HTMLAnchorElement>('h3 a');
  if (!link) return null;
  return {
    address: link.pathname,
    title: link.textContent?.trim() ?? '',
    label: row.dataset['label'] ?? '',
    owner: textOf(row, '.who span'),
    when: textOf(row, '.when'),
    summary: textOf(row, 'h3 + p'),
    sources: null,
    files: [],
  };
};

const itemOf = (button: HTMLElement): KeptItem | null => {
  const row = button.closest<HTMLElement>('li');
  return readItem(button.dataset['keep']) ?? (row && itemOfRow(row));
};

/** Shows on every button of the page whether its item is on the list, and beside the link to it how many are. */
export const showKept = (): void => {
  showKeptCount(list);
  for (const button of document.querySelectorAll<HTMLElement>('.keep')) {
    const item = itemOf(button);
    if (!item) continue;
    const isKept = list.has(item.address);
    button.setAttribute('aria-pressed', String(isKept));
    button.textContent = isKept ? words.kept : words.keep;
    button.setAttribute('aria-label', (isKept ? words.keptTitled : words.keepTitled)(item.title));
  }
};

/** Says beside the button that was pressed what came of it. */
const status = document.createElement('span');
status.setAttribute('role', 'status');

/** Puts what a button is about on the list, or takes it off. */
export function toggleItem(button: HTMLElement): void {
  const item = itemOf(button);
  if (!item) return;
  const wasKept = list.has(item.address);
  if (wasKept) list.remove(item.address);
  else list.put(item);
  const count = list.items().length;
  const link = document.createElement('a');
  link.href = listAddress;
  link.textContent = words.open;
  button.after(status);
  status.replaceChildren(
    ` ${wasKept ? words.removed(count) : words.added(count)}`,
    link,
    ...(list.lasts ? [] : [` ${words.notKept}`]),
  );
}

list.onChange(showKept);
for (const rows of document.querySelectorAll('[data-part="rows"]')) {
  new MutationObserver(showKept).observe(rows, { childList: true });
}
