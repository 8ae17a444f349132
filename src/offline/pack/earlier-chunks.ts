import { type Chunk, readChunks } from './chunks.ts';
import type { Place } from './pieces.ts';
import type { Step } from './recent-steps.ts';

/** Where chunks stand in files, by their names; the source is a path. */
type Places = ReadonlyMap<string, readonly Place<string>[]>;

/** A file of now. */
type FileNow = { readonly path: string; readonly chunks: readonly Chunk[] };

/** What an earlier version had at the paths that changed since. */
export type EarlierChunks = {
  /** Goes one step further back. */
  goBack(step: Step): void;
  /** These paths, each with whether anything was there. */
  readonly paths: ReadonlyMap<string, boolean>;
  /**
   * Where the chunks of files stood: at the same path, or else at another.
   * @returns tells it of a chunk by its name and the path of its file; undefined for one that stood nowhere
   */
  placesOf(
    files: readonly FileNow[],
  ): (name: string, path: string) => readonly Place<string>[] | undefined;
};

/** Begins with the version of now, since which nothing changed. */
export function earlierChunks(): EarlierChunks {
  const paths = new Map<string, boolean>();
  const chunksAt = new Map<string, readonly Chunk[]>();
  const placesAt = new Map<string, Places>();
  return {
    paths,
    goBack({ replaced }) {
      for (const [path, before] of Object.entries(replaced)) {
        const chunks = readChunks(before?.[1] ?? '');
        paths.set(path, before !== null);
        chunksAt.set(path, chunks);
        placesAt.set(path, placesIn([[path, chunks]]));
      }
    },
    placesOf(files) {
      const lacking = new Set<string>();
      for (const { path, chunks } of files) {
        const own = placesAt.get(path);
        for (const { name } of chunks) if (!own?.has(name)) lacking.add(name);
      }
      const elsewhere = placesIn(chunksAt, lacking);
      return (name, path) => placesAt.get(path)?.get(name) ?? elsewhere.get(name);
    },
  };
}

/** @param wanted names of chunks; all where none are given */
function placesIn(
  files: Iterable<readonly [path: string, chunks: readonly Chunk[]]>,
  wanted?: ReadonlySet<string>,
): Places {
  const places = new Map<string, Place<string>[]>();
  for (const [path, chunks] of files) {
    let from = 0;
    for (const { name, bytes } of chunks) {
      if (!wanted || wanted.has(name)) {
        const there = places.get(name);
        if (there) there.push([path, from]);
        else places.set(name, [[path, from]]);
      }
      from += bytes;
    }
  }
  return places;
}
