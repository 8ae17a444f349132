import { element } from '../dom/element.ts';
import { compareWords as words } from './words.ts';

/** Lets the rows of a table be ordered by each of its columns. Without a script they stand in the order of the page. */
export function makeSortable(table: HTMLTableElement): void {
  const body = table.tBodies[0];
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (!body) return;
  const status = element('p', { class: 'visually-hidden', role: 'status' });
  table.closest('.table-scroll')?.after(status);
  const collator = new Intl.Collator('ja', { numeric: true });
  const asWritten = [...body.rows];

  const keyOf = (row: HTMLTableRowElement, column: number): string => {
    const cell = row.cells[column];
    return cell?.hasAttribute('data-empty') ? '' : (cell?.textContent?.trim() ?? '');
  };
  /** Institutions are written in the order of their readings, which their letters do not tell. */
  const compare = (column: number) => (a: HTMLTableRowElement, b: HTMLTableRowElement) =>
    column === 0
      ? asWritten.indexOf(a) - asWritten.indexOf(b)
      : collator.compare(keyOf(a, column), keyOf(b, column));

  const sort = (column: number): void => {
    const head = heads[column];
    const isDown = head?.getAttribute('aria-sort') === 'ascending';
    const rows = [...asWritten].sort((a, b) => compare(column)(a, b) * (isDown ? -1 : 1));
    const filled = rows.filter((row) => keyOf(row, column) !== '');
    body.append(...filled, ...rows.filter((row) => keyOf(row, column) === ''));
    for (const one of heads) one.removeAttribute('aria-sort');
    head?.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
    status.textContent = words.sorted(head?.textContent?.trim() ?? '', isDown);
  };

  for (const [column, head] of heads.entries()) {
    const button = element('button', { type: 'button' }, ...head.childNodes);
    button.addEventListener('click', () => sort(column));
    head.append(button);
  }
}
