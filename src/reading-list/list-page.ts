import { partOf } from '../dom/element.ts';
import { fileSize } from '../formats/file-size.ts';
import { japaneseDate } from '../formats/japanese-date.ts';
import { dayInJapan } from '../formats/time-in-japan.ts';
import { readEdition } from '../rule-editions/edition-status.ts';
import { editionTag } from '../rule-editions/edition-tag.ts';
import { idOfAddress } from '../schema/comparison-address.ts';
import { itemOnPage } from './entry-copy.ts';
import { showKeptCount } from './kept-count.ts';
import { type KeptItem, whenOf } from './kept-item.ts';
import { browserStorage, openKeptList } from './kept-list.ts';
import { filesOf } from './list-archive.ts';
import { mostLines } from './report-lines.ts';
import { readingListWords as words } from './words.ts';

/** So many pages are asked for at once while the list looks up where its items come from. */
const askedAtOnce = 4;

/**
 * Shows the reader's list and lets it be ordered, printed and taken away. What makes Word files and archives is
 * fetched when it is asked for.
 */
export function showListPage(root: HTMLElement): void {
  const base = root.dataset['readingList'] ?? '/';
  const site = root.dataset['site'] ?? '';
  // From a disk, pages lie beside this one, whatever the site's own address is, and none of them can be fetched.
  const isOnDisk = location.protocol === 'file:';
  const host = isOnDisk ? location.href : (root.dataset['address'] ?? location.origin);
  const list = openKeptList(base, browserStorage());
  const part = <Part extends HTMLElement>(name: string): Part => partOf<Part>(root, name);
  const absolute = (address: string) => new URL(address, host).href;
  const now = new Date();
  const today = japaneseDate(dayInJapan(now));
  const gone = new Set<string>();
  let removed: readonly KeptItem[] = [];

  const rowOf = (item: KeptItem): Node => {
    const copy = part<HTMLTemplateElement>('row').content.cloneNode(true) as DocumentFragment;
    const set = (name: string, text: string) => {
      const target = copy.querySelector(`[data-is="${name}"]`);
      if (target) target.textContent = text;
    };
    const link = copy.querySelector('h3 a') as HTMLAnchorElement;
    link.href = item.address;
    link.textContent = item.title;
    const edition = editionTag(readEdition(item.edition));
    if (edition) link.before(edition, ' ');
    set('label', item.label);
    set('owner', item.owner);
    set('when', whenOf(item));
    set('summary', item.summary);
    set('files', item.files.length > 0 ? words.files(item.files.length) : '');
    const sources = (item.sources ?? []).map(
      ({ title, date }) => title + (date ? `（${date}）` : ''),
    );
    const source = sources.length > 0 ? `${words.source}：${sources.join('、')}` : words.ownText;
    set('sources', item.sources === null ? words.noSource : source);
    copy.querySelector('.compare')?.toggleAttribute('hidden', !idOfAddress(item.address));
    copy.querySelector('.gone')?.toggleAttribute('hidden', !gone.has(item.address));
    for (const button of copy.querySelectorAll<HTMLElement>('[data-do]')) {
      const action = button.dataset['do'] as 'up' | 'down' | 'remove';
      button.dataset['address'] = item.address;
      button.setAttribute('aria-label', words[action](item.title));
    }
    return copy;
  };

  const show = (): void => {
    const items = list.items();
    const files = filesOf(items);
    showKeptCount(list);
    part('count').textContent = words.count(items.length);
    part('made').textContent = words.made(today);
    part('rows').replaceChildren(...items.map(rowOf));
    part('empty').toggleAttribute('hidden', items.length > 0);
    part('take').toggleAttribute('hidden', items.length === 0);
    part('clear').toggleAttribute('hidden', items.length === 0);
    part('not-kept').toggleAttribute('hidden', list.lasts);
    const left = Math.max(0, items.length - mostLines);
    part('leaves').toggleAttribute('hidden', left === 0);
    part('leaves').textContent = words.reportLeaves(mostLines, left);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    part('archive-note').textContent = words.archiveNote(files.length, fileSize(bytes));
  };

  part('rows').addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-do]');
    const { do: action, address } = button?.dataset ?? {};
    if (!action || address === undefined) return;
    if (action === 'remove') list.remove(address);
    else list.move(address, action === 'up' ? -1 : 1);
    // The row was written anew: the focus goes where the hand was.
    const again = [...root.querySelectorAll<HTMLElement>(`[data-do="${action}"]`)];
    (again.find((one) => one.dataset['address'] === address) ?? again[0] ?? part('count')).focus();
  });

  part('clear').addEventListener('click', () => {
    removed = list.items();
    list.replace([]);
    part('outcome').textContent = words.cleared(removed.length);
    part('undo').hidden = false;
    part('undo').focus();
  });
  part('undo').addEventListener('click', () => {
    list.replace(removed);
    part('outcome').textContent = '';
    part('undo').hidden = true;
  });
  part('print').addEventListener('click', () => print());

  /** Does one thing at a time, and says how it went. Nothing of the list is lost where it fails. */
  let isBusy = false;
  const making = (button: HTMLElement, make: () => Promise<string>): void => {
    button.addEventListener('click', async () => {
      if (isBusy) return;
      isBusy = true;
      button.setAttribute('aria-disabled', 'true');
      part('outcome').textContent = words.making;
      try {
        part('outcome').textContent = await make();
      } catch {
        part('outcome').textContent = words.failed;
      }
      button.removeAttribute('aria-disabled');
      isBusy = false;
    });
  };

  const report = async (): Promise<Blob> => {
    const { wordReport } = await import('./word-report.ts');
    const title = part<HTMLInputElement>('title').value.trim() || words.reportTitleUsual;
    return wordReport({ title, items: list.items(), site, day: today, absolute });
  };

  making(part('report'), async () => {
    offer(await report(), words.reportName(dayInJapan(now)));
    return words.done;
  });

  making(part('archive'), async () => {
    const { packList } = await import('./pack-list.ts');
    const { archive, missing } = await packList({
      items: list.items(),
      report: { name: words.reportName(dayInJapan(now)), content: await report() },
      site,
      day: today,
      now,
      absolute,
      pageAt,
      onProgress: (done, total) => {
        part('outcome').textContent = words.working(done, total);
      },
    });
    offer(archive, words.archiveName(dayInJapan(now)));
    return [words.done, ...missing].join('');
  });

  /** Items that came from the rows of lists do not say where they come from; their pages do. */
  const lookUp = async (): Promise<void> => {
    const waiting = list.items().filter(({ sources }) => sources === null);
    const next = async (): Promise<void> => {
      const item = waiting.shift();
      if (!item) return;
      const page = await pageAt(item.address);
      if (page === 'gone') gone.add(item.address);
      const isThere = page !== null && page !== 'gone';
      const known = isThere ? itemOnPage(page, item.address) : null;
      if (known && list.has(item.address)) list.put(known);
      return next();
    };
    await Promise.all(Array.from({ length: askedAtOnce }, next));
    show();
  };

  part('whole').toggleAttribute('hidden', isOnDisk);
  list.onChange(show);
  show();
  root.hidden = false;
  if (!isOnDisk) void lookUp();
}

/** A page of the site; `gone` where the site says so, null where it cannot be asked. */
const pageAt = async (address: string): Promise<Document | 'gone' | null> => {
  try {
    const response = await fetch(address);
    if (response.status === 404 || response.status === 410) return 'gone';
    if (!response.ok) return null;
    return new DOMParser().parseFromString(await response.text(), 'text/html');
  } catch {
    return null;
  }
};

/** Hands a file to the browser, which asks the reader where to put it or puts it with the others. */
const offer = (file: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has begun by then; until then the address must not go.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
