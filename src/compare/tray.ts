import { adoptStyle, element } from '../dom/element.ts';
import {
  comparisonAddress,
  fewestCompared,
  idOfAddress,
  mostCompared,
} from '../schema/comparison-address.ts';
import { compareButtonWords } from '../strings/compare.ts';
import { openChosenEntries, sessionStore } from './chosen-entries.ts';
import { compareWords as words } from './words.ts';

const page =
  document.querySelector<HTMLElement>('[data-compare]')?.dataset['compare'] ?? '/compare/';
const chosen = openChosenEntries(page, sessionStore());

/** In the flow at the end of the text, so that it covers nothing for good, and nothing that has the focus. */
const style = `@layer parts {
  .compare-tray {
    position: sticky;
    bottom: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    margin-top: 1.5rem;
    padding-block: 0.6rem;
    background: var(--paper);
    border-top: 2px solid var(--accent);
    font-size: 0.9375rem;
    line-height: 1.6;
  }
  .compare-tray p {
    margin-inline-end: auto;
  }
  .compare-tray a {
    display: inline-grid;
    place-content: center;
    min-height: 2.75rem;
    padding-inline: 1rem;
    border-radius: var(--radius, 0.5rem);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 700;
    text-decoration: none;
  }
  .compare-tray a:focus-visible {
    background: var(--focus);
    color: var(--focus-ink);
  }
  .compare-tray button {
    min-height: 2.75rem;
    border: 0;
    background: none;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.22em;
    cursor: pointer;
  }
  html:has(.compare-tray:not([hidden])) {
    scroll-padding-bottom: 7rem;
  }
  .compare[aria-pressed="true"]::before {
    content: "✓ ";
  }
  .compare[aria-pressed="true"] {
    background: var(--accent-wash);
    border-color: currentColor;
  }
  @media (forced-colors: active) {
    .compare-tray a {
      border: 1px solid;
    }
  }
  @media print {
    .compare-tray {
      display: none;
    }
  }
}`;

const count = element('p', { role: 'status' });
const go = element('a', { href: page });
const clear = element('button', { type: 'button' }, words.clear);
const tray = element(
  'section',
  { class: 'compare-tray', 'aria-label': words.tray, 'data-pagefind-ignore': true },
  count,
  clear,
  go,
);

const titleLink = (row: Element): HTMLAnchorElement | null =>
  row.querySelector<HTMLAnchorElement>('h2 a, h3 a');

/** What a button is about: the row that it stands in, or the page. */
const subjectOf = (button: HTMLElement): { id: string; title: string } | null => {
  const row = button.closest('li');
  const link = row && titleLink(row);
  const id = idOfAddress(link ? link.pathname : location.pathname);
  const title = link ?? document.querySelector('h1');
  return id ? { id, title: title?.textContent?.trim() ?? '' } : null;
};

/** Shows on every button whether its entry is chosen, and how many are. */
export function showChosen(said?: string): void {
  adoptStyle(style);
  const ids = chosen.ids();
  for (const button of document.querySelectorAll<HTMLElement>('button.compare')) {
    const subject = subjectOf(button);
    if (!subject) continue;
    button.setAttribute('aria-pressed', String(ids.includes(subject.id)));
    button.setAttribute('aria-label', compareButtonWords.titled(subject.title));
  }
  tray.hidden = ids.length === 0;
  count.textContent = said ?? (ids.length < fewestCompared ? words.one : words.some(ids.length));
  go.href = comparisonAddress(page, ids);
  go.textContent = words.go(ids.length);
  go.hidden = ids.length < fewestCompared;
  // A comparison is what the tray leads to.
  if (!tray.isConnected && !new URLSearchParams(location.search).has('e')) {
    document.querySelector('main')?.append(tray);
  }
}

/** Takes what a button is about into the choice, or out of it. */
export function choose(button: HTMLElement): void {
  const subject = subjectOf(button);
  if (!subject) return;
  // The tray has to stand there before it says anything, or nobody hears it.
  const isFirst = !tray.isConnected;
  const outcome = chosen.toggle(subject.id);
  const said = outcome === 'full' ? words.full(mostCompared) : undefined;
  showChosen(isFirst ? '' : said);
  if (isFirst) setTimeout(() => showChosen(said));
}

clear.addEventListener('click', () => {
  chosen.replace([]);
  showChosen();
  document.querySelector<HTMLElement>('button.compare')?.focus();
});

for (const rows of document.querySelectorAll('[data-part="rows"], [data-part="results"]')) {
  new MutationObserver(() => showChosen()).observe(rows, { childList: true });
}
