import { snapshotMoment } from './snapshot.ts';

/** How many snapshots stay. */
export type Retention = { readonly days: number; readonly weeks: number };

/** What stays where nothing else is said. */
export const usualRetention: Retention = { days: 14, weeks: 8 };

const hour = 60 * 60 * 1000;
/** Days begin at midnight in Japan. */
const offset = 9 * hour;

/**
 * Which snapshots stay: all of the last 24 hours before the latest, the last of each of so many days, and the last of
 * each of so many weeks. Days and weeks are counted by those that have one, and from the latest on: a backup that was not
 * made for months takes nothing away from what there is.
 * @param names of all snapshots
 */
export const snapshotsToKeep = (
  names: readonly string[],
  { days, weeks }: Retention,
): ReadonlySet<string> => {
  const all = names
    .flatMap((name) => {
      const at = snapshotMoment(name);
      return at ? [{ name, at: at.getTime() }] : [];
    })
    .sort((one, other) => other.at - one.at);
  const latest = all[0]?.at ?? 0;
  const day = ({ at }: { at: number }) => Math.floor((at + offset) / (24 * hour));
  // 1970-01-05 was the first Monday.
  const week = (one: { at: number }) => Math.floor((day(one) - 4) / 7);
  return new Set([
    ...all.filter(({ at }) => latest - at <= 24 * hour).map(({ name }) => name),
    ...lastOfEach(all, day, days),
    ...lastOfEach(all, week, weeks),
  ]);
};

/** The latest of each group, of so many groups. */
const lastOfEach = <One extends { name: string }>(
  latestFirst: readonly One[],
  groupOf: (one: One) => number,
  most: number,
): string[] => {
  const last = new Map<number, string>();
  for (const one of latestFirst) {
    const group = groupOf(one);
    if (!last.has(group)) last.set(group, one.name);
  }
  return [...last.values()].slice(0, most);
};
