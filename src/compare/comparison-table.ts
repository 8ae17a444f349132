import { element } from '../dom/element.ts';
import { entryWords } from '../strings/entry.ts';
import { cleanParts } from './clean-cell.ts';
import type { ComparedEntry } from './read-compared.ts';
import { comparisonRows, isSought } from './rows.ts';
import { compareWords as words } from './words.ts';

/** An entry in the comparison; without what its page says where there is no such page any more, or none could be read. */
export type ComparedColumn = {
  id: string;
  /** Where its page stands, in full: links of its cells lead on from there. */
  address: string;
  read: ComparedEntry | 'gone' | 'unread';
};

/** A comparison as both the screen and the Word file show it. */
export type Comparison = {
  columns: readonly (ComparedColumn & { read: ComparedEntry })[];
  rows: readonly { label: string; cells: (Node[] | string)[] }[];
  /** One line about what none of them says; empty where there is nothing to say. */
  absent: string;
};

const isRead = (column: ComparedColumn): column is ComparedColumn & { read: ComparedEntry } =>
  typeof column.read !== 'string';

/** Puts what was read side by side, cleaned; what an entry has nothing of is said in words. */
export function comparisonOf(all: readonly ComparedColumn[], into: Document): Comparison {
  const columns = all.filter(isRead);
  const { rows, absent } = comparisonRows(columns.map(({ read }) => read));
  const hasSources = columns.some(({ read }) => read.hasSources);
  return {
    columns,
    rows: rows.map(({ label, cells }) => ({
      label,
      cells: cells.map((cell, place) => {
        const { address, read } = columns[place] as (typeof columns)[number];
        if (cell) return cleanParts(cell, { base: address, into });
        return isSought(label) ? entryWords.notStated(read.hasSources) : words.noHeading;
      }),
    })),
    absent:
      absent.length > 0
        ? words.absentInAll(columns.length, entryWords.notStated(hasSources), absent.join('、'))
        : '',
  };
}

/** The comparison as a table. On small screens its rows stack, so the roles are named: `display: block` drops them. */
export function comparisonTable(
  { columns, rows }: Comparison,
  removalOf: (id: string) => string,
): HTMLElement {
  const names = columns.map(({ read }) => read.owner);
  const head = columns.map(({ id, address, read }) =>
    element(
      'th',
      { scope: 'col', role: 'columnheader' },
      element('b', {}, read.owner),
      ...(read.ownerKind ? [element('small', {}, read.ownerKind)] : []),
      element('a', { href: address }, read.title),
      ...(read.notice ? [element('small', { class: 'out-of-date' }, read.notice)] : []),
      element(
        'a',
        { class: 'quiet', href: removalOf(id), 'aria-label': words.removeTitled(read.title) },
        words.remove,
      ),
    ),
  );
  const body = rows.map(({ label, cells }) =>
    element(
      'tr',
      { role: 'row' },
      element('th', { scope: 'row', role: 'rowheader' }, label),
      ...cells.map((cell, place) => {
        const inside = element('div', {});
        if (typeof cell === 'string') inside.append(element('span', { class: 'none' }, cell));
        else inside.append(...cell, ...(label === words.source ? addressesIn(cell) : []));
        return element('td', { role: 'cell', 'data-of': names[place] }, inside);
      }),
    ),
  );
  const table = element(
    'table',
    { class: 'comparison', role: 'table', 'data-columns': String(columns.length) },
    element('caption', { class: 'visually-hidden' }, words.caption(names.join('、'))),
    element(
      'thead',
      { role: 'rowgroup' },
      element(
        'tr',
        { role: 'row' },
        element(
          'td',
          { role: 'cell' },
          element('span', { class: 'visually-hidden' }, words.heading),
        ),
        ...head,
      ),
    ),
    element('tbody', { role: 'rowgroup' }, ...body),
  );
  return element(
    'div',
    { class: 'table-scroll', role: 'region', 'aria-label': words.table, tabindex: '0' },
    table,
  );
}

/** Where the sources lie, for paper. */
const addressesIn = (cell: readonly Node[]): Element[] =>
  cell
    .flatMap((part) => (part.nodeType === 1 ? [...(part as Element).querySelectorAll('a')] : []))
    .map((link) => element('small', { class: 'on-paper' }, shortAddress(link.href)));

/** So much of an address stands on paper, in letters; the page of the entry prints it whole. */
const longest = 100;

/** An address for people: Japanese letters as such, and not a whole paragraph of it. */
function shortAddress(address: string): string {
  let read = address;
  try {
    read = decodeURI(address);
  } catch {
    // Not UTF-8: as it is.
  }
  return read.length > longest ? `${read.slice(0, longest)}…` : read;
}
