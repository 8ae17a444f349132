import { offlineFiles, type VersionNote } from '../offline-files.ts';
import type { Whose } from '../whose-copy.ts';
import { fetchJson } from './fetch-checked.ts';

/** The site as the page of copies was built for it. */
export type OfflineSite = {
  /** The path of the site, with a slash at both ends. */
  readonly base: string;
  readonly edition: VersionNote['edition'];
  /** Whose copies this page takes. */
  readonly whose: Whose;
};

/** Reads it from the page. */
export const siteOf = ({ dataset }: HTMLElement): OfflineSite => ({
  base: dataset['base'] ?? '/',
  edition: dataset['edition'] === 'network' ? 'network' : 'public',
  whose: dataset['whose'] === 'members' ? 'members' : 'everybody',
});

/**
 * The network answers with another edition than that of this page: somebody has signed in or out since it was opened. What
 * everybody may read and what members may is never kept in one copy.
 */
export class OtherEdition extends Error {}

/**
 * Which version the network serves.
 * @throws NotFetched, NotAsListed, OtherEdition
 */
export const versionNow = ({
  base,
  edition,
}: Pick<OfflineSite, 'base' | 'edition'>): Promise<VersionNote> =>
  noteOf(base + offlineFiles.version, edition);

/** Reads a note of this page's own edition. @throws NotFetched, NotAsListed, OtherEdition */
export const noteOf = async <Note extends VersionNote>(
  address: string,
  edition: VersionNote['edition'],
): Promise<Note> => {
  const note = await fetchJson<Note>(address);
  if (note.edition !== edition) throw new OtherEdition();
  return note;
};
