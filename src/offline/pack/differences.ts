import { inListOrder } from '../list-of-files.ts';
import { type ChangedFile, type Difference, pieceSources } from '../offline-files.ts';
import type { Chunk } from './chunks.ts';
import { earlierChunks } from './earlier-chunks.ts';
import { earlierList } from './earlier-list.ts';
import { latestChunks } from './latest-chunks.ts';
import { type Place, piecesOf } from './pieces.ts';
import type { Step } from './recent-steps.ts';
import { inPackOrder, type SiteFile } from './site-files.ts';

/** How an earlier version becomes that of now. */
export type DifferenceFrom = Pick<Difference, 'files' | 'removed'> & {
  /** The earlier version. */
  readonly from: string;
  /** What the steps since then have brought, the latest first. */
  readonly brought: readonly Uint8Array[];
};

/** How the files of the version of now are read. */
export type FileContents = {
  contentOf(file: SiteFile): Uint8Array;
  /** @param use must keep none of the content */
  withContent<Result>(file: SiteFile, use: (content: Uint8Array) => Result): Result;
};

/** Of more than this, before it is pressed, the whole is hardly more. */
const mostBytes = 6_000_000;

/** A file of the version of now that changed lately. */
type Changing = SiteFile & {
  readonly content: () => Uint8Array;
  readonly chunks: readonly Chunk[];
};

/** Where a chunk stands: at a path of the earlier version, or in what one of the steps brought, by its number. */
type AnyPlace = Place<string | number>;
type Finds = (name: string, path: string) => readonly AnyPlace[] | undefined;

/**
 * For each earlier version, how it becomes that of now. What the site holds and a version had nowhere stands in what the
 * step after it brought, and nowhere else: whoever is some steps behind takes what these have brought.
 * @param steps to now, the latest first
 * @param files of the version of now
 * @param contents of these files
 * @returns as many as are worth it, the latest first
 */
export function differencesFrom(
  steps: readonly Step[],
  files: readonly SiteFile[],
  contents: FileContents,
): DifferenceFrom[] {
  const there = new Map(files.map((file) => [file.path, file]));
  const paths = inListOrder(there.keys());
  const earlier = earlierChunks();
  const changing = new Map<string, Changing>();
  const brought: Uint8Array[] = [];
  const broughtAt = new Map<string, AnyPlace>();
  const differences: DifferenceFrom[] = [];
  for (const step of steps) {
    earlier.goBack(step);
    for (const path of Object.keys(step.replaced)) {
      const file = there.get(path);
      if (!file || changing.has(path)) continue;
      const chunks = latestChunks(file, (cut) => contents.withContent(file, cut));
      changing.set(path, { ...file, content: once(() => contents.contentOf(file)), chunks });
    }
    const now = inPackOrder(changing.values());
    const before = earlier.placesOf(now);
    const added = bring(now, before, brought.length, broughtAt);
    if (added.length > 0) brought.push(added);
    if (brought.reduce((sum, { length }) => sum + length, 0) > mostBytes) break;
    const { placeOf, removed } = earlierList(paths, earlier.paths);
    const finds: Finds = (name, path) => before(name, path) ?? oneOrNone(broughtAt.get(name));
    const sourceOf = (source: string | number, path: string): number => {
      if (source === path) return pieceSources.samePath;
      return typeof source === 'number'
        ? pieceSources.added(source)
        : pieceSources.path(placeOf(source), brought.length);
    };
    differences.push({
      from: step.version,
      brought: [...brought],
      files: now.map((file) => changedFile(file, finds, sourceOf)),
      removed,
    });
  }
  return differences;
}

/** Most of what changed is not read: it is known, and stood somewhere before. */
const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const oneOrNone = <Item>(item: Item | undefined): Item[] => (item === undefined ? [] : [item]);

/**
 * What files hold that an earlier version had nowhere, and no later step has brought.
 * @param number of the step that brings it
 * @param broughtAt notes where each chunk of it stands
 */
function bring(
  files: readonly Changing[],
  before: Finds,
  number: number,
  broughtAt: Map<string, AnyPlace>,
): Uint8Array {
  const added: Uint8Array[] = [];
  let to = 0;
  for (const { path, content, chunks } of files) {
    let from = 0;
    for (const { name, bytes } of chunks) {
      if (!before(name, path) && !broughtAt.has(name)) {
        broughtAt.set(name, [number, to]);
        added.push(content().subarray(from, from + bytes));
        to += bytes;
      }
      from += bytes;
    }
  }
  return Buffer.concat(added);
}

function changedFile(
  { path, bytes, digest, chunks }: Changing,
  finds: Finds,
  sourceOf: (source: string | number, path: string) => number,
): ChangedFile {
  const pieces = piecesOf(chunks, (name) => finds(name, path) ?? []);
  return [
    path,
    bytes,
    digest,
    pieces.flatMap(([source, from, count]) => [sourceOf(source, path), from, count]),
  ];
}
