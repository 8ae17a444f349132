import type { ShownEntry } from './shown-content.ts';

const collator = new Intl.Collator('ja');
const byTitle = (a: ShownEntry, b: ShownEntry): number =>
  collator.compare(a.data.title, b.data.title) || a.contentPath.localeCompare(b.contentPath);

/**
 * What the portal published last, by its own day of publication (掲載日) and never by the dates of sources. Of one day the
 * kinds of entry take turns, and each stands in the order of its titles, so that the order claims nothing.
 */
export function newestPublished(entries: readonly ShownEntry[], count: number): ShownEntry[] {
  const days = Map.groupBy(entries, ({ data }) => data.published);
  return [...days.keys()]
    .sort((a, b) => b.localeCompare(a))
    .flatMap((day) => inTurns(days.get(day) ?? []))
    .slice(0, count);
}

/** What the portal published or changed last, by its own days, and in the order of titles where they are the same. */
export const latestChanged = (entries: readonly ShownEntry[], count: number): ShownEntry[] =>
  [...entries]
    .sort(
      (a, b) =>
        b.data.updated.localeCompare(a.data.updated) ||
        b.data.published.localeCompare(a.data.published) ||
        byTitle(a, b),
    )
    .slice(0, count);

function inTurns(entries: readonly ShownEntry[]): ShownEntry[] {
  const kinds = [...Map.groupBy([...entries].sort(byTitle), ({ collection }) => collection)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([, own]) => own);
  const longest = Math.max(0, ...kinds.map((own) => own.length));
  return Array.from({ length: longest }, (_, turn) =>
    kinds.flatMap((own) => own[turn] ?? []),
  ).flat();
}
