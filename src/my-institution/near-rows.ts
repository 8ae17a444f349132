import { comparisonAddress, idOfAddress } from '../schema/comparison-address.ts';
import { readPlace } from './kept-place.ts';
import { nearList } from './near-list.ts';

/**
 * Brings rows that a page already holds into the order of the reader's institution: as many are shown as before, and those
 * that stand back come forward where they are from a place like it. The comparison of what is shown follows.
 * @param root holds the rows and the line above them
 */
export function nearRows(root: HTMLElement): void {
  const near = nearList(root.querySelector<HTMLElement>('[data-part="near-line"]'));
  const list = root.querySelector('.rows');
  const rows = [...root.querySelectorAll<HTMLElement>('.rows > li[data-profile]')].map((row) => ({
    row,
    profile: readPlace(row.dataset['profile'] ?? ''),
  }));
  near.say([], false);
  if (!near.isOn || !list) return;
  const shown = rows.filter(({ row }) => !row.hidden).length;
  const ordered = near.order(rows);
  for (const [place, item] of ordered.entries()) {
    item.row.hidden = place >= shown;
    const tag = near.tag(item);
    if (tag) item.row.querySelector('.tags')?.prepend(tag, ' ');
    list.append(item.row);
  }
  const comparison = document.querySelector<HTMLAnchorElement>('a[data-near-comparison]');
  const ids = ordered
    .slice(0, shown)
    .flatMap(
      ({ row }) => idOfAddress(row.querySelector<HTMLAnchorElement>('h3 a')?.href ?? '') ?? [],
    );
  if (comparison && ids.length > 1) {
    comparison.href = comparisonAddress(comparison.href.replace(/\?.*$/, ''), ids);
  }
}
