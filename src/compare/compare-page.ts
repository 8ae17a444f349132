import { element, partOf } from '../dom/element.ts';
import { japaneseDate } from '../formats/japanese-date.ts';
import { dayInJapan } from '../formats/time-in-japan.ts';
import { comparisonAddress, fewestCompared, idsInQuery } from '../schema/comparison-address.ts';
import { openChosenEntries, sessionStore } from './chosen-entries.ts';
import {
  type ComparedColumn,
  type Comparison,
  comparisonOf,
  comparisonTable,
} from './comparison-table.ts';
import { openComparedPages } from './open-page.ts';
import { compareWords as words } from './words.ts';

/** Shows the entries that the address names side by side, and lets the comparison be printed, taken away and passed on. */
export async function showComparePage(root: HTMLElement): Promise<void> {
  const part = <Part extends HTMLElement>(name: string): Part => partOf<Part>(root, name);
  const page = root.dataset['compare'] ?? '/compare/';
  const ids = idsInQuery(location.search);
  root.hidden = false;
  if (ids.length < fewestCompared) {
    part('status').textContent = ids.length === 1 ? words.oneOnly : '';
    return;
  }
  part('how').hidden = true;
  // So that a reader who goes on to a list adds to what stands here.
  openChosenEntries(page, sessionStore()).replace(ids);
  part('status').textContent = words.loading;
  const isOnDisk = location.protocol === 'file:';
  const open = openComparedPages(root.dataset['practices'] ?? '/practices/');
  const columns = await Promise.all(ids.map(open));
  const comparison = comparisonOf(columns, document);
  const { columns: read } = comparison;

  const names = read.map((column) => column.read.owner).join('、');
  const title = words.titled(
    read.length,
    read.every((column) => column.read.isPractice),
  );
  const today = japaneseDate(dayInJapan(new Date()));
  // A folder on a disk has an address that is nobody else's.
  const host = isOnDisk ? location.href : (root.dataset['address'] ?? location.origin);
  const address = new URL(comparisonAddress(page, ids), host).href;
  const lead = leadOf(comparison);
  const disclaimers = [...new Set(columns.flatMap(({ disclaimer }) => disclaimer || []))];

  if (read.length > 0) {
    const heading = document.querySelector('h1');
    const [shared] = sharedBy(read.map((column) => column.read.subthemes));
    heading?.replaceChildren(
      ...(shared ? [element('span', { class: 'kicker' }, shared), ' '] : []),
      title,
    );
    document.title = document.title.replace(/^[^｜]*/, `${title}：${names}`);
    document.querySelector('.page-head .lead')?.replaceChildren(lead);
    part('table').replaceChildren(
      comparisonTable(comparison, (id) =>
        comparisonAddress(
          page,
          ids.filter((one) => one !== id),
        ),
      ),
    );
  }
  part('absent').textContent = comparison.absent;
  part('missing').replaceChildren(...missingOf(columns));
  part('disclaimers').replaceChildren(
    ...disclaimers.map((one) => element('p', { class: 'disclaimer' }, one)),
  );
  part('printed').replaceChildren(
    words.printed(today),
    ...(isOnDisk ? [] : [`　${words.address}：${address}`]),
  );
  part('result').hidden = read.length === 0;
  part('status').textContent = read.length > 0 ? words.ready(read.length) : '';
  part('status').classList.add('visually-hidden');

  part('print').addEventListener('click', () => print());
  const copy = part('copy');
  copy.hidden = isOnDisk || !navigator.clipboard;
  copy.addEventListener('click', async () => {
    const copied = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    part('outcome').textContent = copied ? words.copied : words.notCopied;
  });
  let isMaking = false;
  part('report').addEventListener('click', async () => {
    if (isMaking) return;
    isMaking = true;
    part('outcome').textContent = words.making;
    try {
      const { wordComparison } = await import('./word-comparison.ts');
      const origin = `${root.dataset['site'] ?? ''}　${today}`;
      offer(
        await wordComparison({
          title: `${title}：${names}`,
          lead,
          comparison,
          disclaimers,
          address,
          origin,
        }),
        words.reportName(dayInJapan(new Date())),
      );
      part('outcome').textContent = words.made;
    } catch {
      part('outcome').textContent = words.failed;
    }
    isMaking = false;
  });
}

/** What the page says first; whose words these are, where all columns have that in common. */
const leadOf = ({ columns }: Comparison): string => {
  const provenance = sharedBy(columns.map(({ read }) => read.provenance));
  return words.lead + (provenance.length > 0 ? `${provenance.join('、')}。` : '');
};

/** What all lists have, in the order of the first. */
const sharedBy = ([first = [], ...others]: readonly (readonly string[])[]): string[] =>
  first.filter((one) => others.every((other) => other.includes(one)));

const missingOf = (columns: readonly ComparedColumn[]): Element[] =>
  columns.flatMap(({ address, read }) =>
    typeof read === 'string'
      ? [element('p', {}, element('a', { href: address }, address), `：${words[read]}`)]
      : [],
  );

/** Hands a file to the browser. */
const offer = (file: Blob, name: string): void => {
  const link = element('a', { href: URL.createObjectURL(file), download: name });
  link.click();
  // The browser has begun by then; until then the address must not go.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
