import { ownerOf } from './entry-owner.ts';
import { closenessOf, mostNear, nearInstitutionFinder } from './near-institutions.ts';
import type { Catalog, ShownEntry, ShownPractice } from './shown-content.ts';

/** What was found for an entry. */
type Known = {
  /** In which content. */
  content: Content;
  owner: string;
  near: ShownPractice[];
  /** The closest of a new practice that is no neighbour is below this. */
  least: number;
};

/** A content, by what of it decides about neighbours. */
type Content = {
  /** In their order, which decides between those that are as close. */
  practices: readonly ShownPractice[];
  owners: ReadonlyMap<ShownPractice, string>;
};

const known = new WeakMap<ShownEntry, Known>();
let latest: Content = { practices: [], owners: new Map() };

/** Beyond so many changed practices all are looked for anew. */
const mostChanged = 50;

/**
 * Finds neighbours as `nearInstitutionFinder` does, and only of entries whose neighbours may be others since the content
 * before: an entry that stays the same object has the same, unless one of them is gone, or what has come is as close as the
 * farthest of them. What moves has changed, so the others stand among themselves as they did; where they do not, all are
 * looked for.
 */
export function nearAsBefore(from: Catalog): (entry: ShownEntry) => ShownPractice[] {
  const before = latest;
  const content = contentOf(from);
  latest = content;
  let find: ReturnType<typeof nearInstitutionFinder> | undefined;
  const since = changesBetween(before, content);

  const isAsBefore = (entry: ShownEntry, owner: string, found: Known): boolean =>
    since !== null &&
    found.content === before &&
    found.owner === owner &&
    found.near.every((practice) => !since.gone.has(practice)) &&
    since.come.every((practice) => closenessOf(practice, entry, from) < found.least);

  return (entry) => {
    const found = known.get(entry);
    const owner = ownerIn(from, entry);
    if (found?.content === content) return found.near;
    if (found && isAsBefore(entry, owner, found)) {
      known.set(entry, { ...found, content });
      return found.near;
    }
    find ??= nearInstitutionFinder(from);
    const near = find(entry);
    const least =
      near.length < mostNear
        ? 1
        : Math.min(...near.map((practice) => closenessOf(practice, entry, from)));
    known.set(entry, { content, owner, near, least });
    return near;
  };
}

/** What of its owner decides about an entry's neighbours. */
const ownerIn = (from: Catalog, entry: ShownEntry): string => {
  const { kind, institution } = ownerOf(entry, from);
  const medicine = institution?.data.medicalSchool;
  return `${kind} ${medicine && String(medicine.value)}`;
};

const contentOf = (from: Catalog): Content => ({
  practices: from.practices,
  owners: new Map(from.practices.map((practice) => [practice, ownerIn(from, practice)])),
});

/** The practices that have come and gone; null where there are many, or the others stand in another order. */
function changesBetween(
  before: Content,
  now: Content,
): { come: ShownPractice[]; gone: ReadonlySet<ShownPractice> } | null {
  const isIn = (content: Content, practice: ShownPractice) =>
    before.owners.get(practice) === now.owners.get(practice) && content.owners.has(practice);
  const come = now.practices.filter((practice) => !isIn(before, practice));
  const gone = before.practices.filter((practice) => !isIn(now, practice));
  if (come.length + gone.length > mostChanged) return null;
  const [stay, stayed] = [
    now.practices.filter((practice) => isIn(before, practice)),
    before.practices.filter((practice) => isIn(now, practice)),
  ];
  if (stay.some((practice, place) => practice !== stayed[place])) return null;
  return { come, gone: new Set(gone) };
}
