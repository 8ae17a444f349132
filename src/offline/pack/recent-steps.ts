import type { Digests } from '../list-of-files.ts';
import { type Cut, cutOf } from './cut-parts.ts';
import type { SiteFile } from './site-files.ts';

/** How a version became the one after it. */
export type Step = {
  /** The version that came before. */
  readonly version: string;
  /** What it had at the paths that changed then: the digest, or null where there was nothing. */
  readonly replaced: Readonly<Record<string, string | null>>;
};

/**
 * How far back steps are remembered. Who is further behind, and who is behind a change of more files than this or of
 * more bytes before they are pressed, compares with the whole list, which is not much more then.
 */
const mostSteps = 32;
const mostFiles = 400;
const mostBytes = 6_000_000;

/** The digests of a list of files. */
export const digestsOf = (files: readonly SiteFile[]): Map<string, string> =>
  new Map(files.map(({ path, digest }) => [path, digest]));

/** What changed from one list to another, as the earlier one had it. */
export function replacedBetween(before: Digests, now: Digests): Step['replaced'] {
  const replaced: [string, string | null][] = [];
  for (const [path, digest] of before) if (now.get(path) !== digest) replaced.push([path, digest]);
  for (const path of now.keys()) if (!before.has(path)) replaced.push([path, null]);
  return Object.fromEntries(replaced);
}

/** A step with the files that have had their content since then: what has changed again belongs to a later step. */
export type RecentStep = Step & { readonly cut: Cut };

/**
 * Divides what changed lately among the steps, so that nothing is held that the site does not hold now: whoever is some
 * steps behind takes what belongs to these.
 * @param steps the latest first
 * @param files of the version of now, in the order of the pack
 * @returns as many of the steps as are within the bounds
 */
export function recentSteps(steps: readonly Step[], files: readonly SiteFile[]): RecentStep[] {
  const recent: RecentStep[] = [];
  const taken = new Set<string>();
  const there = new Map(files.map((file) => [file.path, file]));
  let count = 0;
  let bytes = 0;
  for (const step of steps.slice(0, mostSteps)) {
    const paths = Object.keys(step.replaced);
    const own = paths.flatMap((path) => (taken.has(path) ? [] : (there.get(path) ?? [])));
    for (const path of paths) taken.add(path);
    count += paths.length;
    bytes += own.reduce((sum, file) => sum + file.bytes, 0);
    if (count > mostFiles || bytes > mostBytes) break;
    recent.push({ ...step, cut: cutOf(own.sort((a, b) => (a.key < b.key ? -1 : 1))) });
  }
  return recent;
}
