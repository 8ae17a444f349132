import { diffArrays } from 'diff';
import type { ListEdits } from '../overlay/list-edits.ts';

/** Two lists that differ in more items than this are not compared any further. */
const mostDifferences = 2000;

const known = new WeakMap<readonly unknown[], readonly string[]>();

/** The items of a list as they are compared. A process that stays compares with the lists of the whole index each time. */
function lettersOf(list: readonly unknown[]): readonly string[] {
  const letters = known.get(list) ?? list.map((item) => JSON.stringify(item));
  known.set(list, letters);
  return letters;
}

/**
 * How one list becomes another, with `edited` (overlay/list-edits.ts).
 * @param before items that can be told apart by their JSON; neither list is changed afterwards
 */
export function editsBetween<Item>(
  before: readonly Item[],
  after: readonly Item[],
): ListEdits<Item> {
  const [from, to] = [lettersOf(before), lettersOf(after)];
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let end = 0;
  const shorter = Math.min(from.length, to.length) - start;
  while (end < shorter && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const [between, instead] = [
    from.slice(start, from.length - end),
    to.slice(start, to.length - end),
  ] as const;
  const changes = diffArrays(between, instead, { maxEditLength: mostDifferences });
  if (!changes) return [[start, between.length, ...after.slice(start, to.length - end)]];

  const edits: [at: number, dropped: number, ...added: Item[]][] = [];
  let [at, place] = [start, start];
  let current: (typeof edits)[number] | null = null;
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      current = null;
      at += count;
      place += count;
      continue;
    }
    if (!current) {
      current = [at, 0];
      edits.push(current);
    }
    if (removed) {
      current[1] += count;
      at += count;
    } else {
      current.push(...after.slice(place, place + count));
      place += count;
    }
  }
  return edits;
}
