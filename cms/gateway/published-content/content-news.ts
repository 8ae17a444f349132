import type { CommitId, FileVersion, Repository, StoredFile } from '../repository/repository.ts';
import type { ContentNews, SentEntry, SentFile } from './sent-content.ts';

/** Where the news come from. */
export type NewsSource = Pick<Repository, 'published' | 'list' | 'readAll'>;

/**
 * Tells a process apart what is published: all of it at first, then what changed.
 * @returns asks for the news since the last time; null where there are none
 */
export const createContentNews = (
  repository: NewsSource,
): ((isFresh: boolean) => Promise<ContentNews | null>) => {
  let commit: CommitId | null = null;
  let known = new Map<string, readonly FileVersion[]>();

  return async (isFresh) => {
    const now = await repository.published();
    if (now === commit && !isFresh) return null;
    const isAll = isFresh || commit === null;
    const before = isAll ? new Map<string, readonly FileVersion[]>() : known;
    const entries = Map.groupBy(await repository.list(now), ({ address }) => address.entry.path);
    const versions = new Map(
      [...entries].map(([path, files]) => [path as string, files.map(({ version }) => version)]),
    );
    const changed = [...new Set([...before.keys(), ...versions.keys()])].filter(
      (path) => `${before.get(path)}` !== `${versions.get(path)}`,
    );
    const sent = await sentEntries(changed, new Map<string, StoredFile[]>(entries), repository);
    // Only now: what could not be read is asked for again.
    commit = now;
    known = versions;
    return { kind: 'content', commit: now, entries: sent, isAll };
  };
};

/** A file that others only point to: that it is there is all that is asked of it. */
const somewhere = new Uint8Array(1);

const sentEntries = async (
  paths: readonly string[],
  entries: ReadonlyMap<string, readonly StoredFile[]>,
  repository: Pick<Repository, 'readAll'>,
): Promise<SentEntry[]> => {
  const texts = paths.flatMap((path) =>
    (entries.get(path) ?? []).filter(({ address }) => address.part === 'text'),
  );
  const bytes = new Map(
    (await repository.readAll(texts)).map((file) => [file.address.path as string, file.bytes]),
  );
  return paths.map((path) => ({
    path,
    files: (entries.get(path) ?? []).map(
      ({ address }): SentFile => ({
        path: address.path,
        bytes: bytes.get(address.path) ?? somewhere,
      }),
    ),
  }));
};
