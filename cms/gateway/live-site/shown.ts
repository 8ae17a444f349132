import { isShown } from '../../../src/loader/edition.ts';
import { isInConfidence } from '../../../src/schema/in-confidence.ts';
import type { Edition } from '../../../src/settings.ts';
import { readFields, readFrontMatter } from '../../../src/source/front-matter.ts';
import { type EntryAddress, entryAt } from '../repository/content-address.ts';
import type { CommitId, Repository } from '../repository/repository.ts';

/** Why an edition has no page of an entry. */
export type Hiding = 'unpublished' | 'withdrawn' | 'network-only' | 'institution-hidden';

/**
 * Why an edition does not show an entry, by the fields of its text; null where it shows it.
 * @param bytes null where there is no text
 */
export const hidingOf = (
  { text: path }: EntryAddress,
  bytes: Uint8Array | null,
  edition: Edition,
): Hiding | null => {
  if (!bytes) return 'unpublished';
  const data = fieldsIn(path, bytes);
  const withdrawn = data?.['withdrawn'] === true;
  const audience = data?.['audience'] === 'network' ? 'network' : 'public';
  if (isShown({ audience, withdrawn }, edition)) return null;
  return withdrawn ? 'withdrawn' : 'network-only';
};

/** The fields of an entry's text as it is stored; null where they cannot be read. @param path of its file */
export const fieldsIn = (path: string, bytes: Uint8Array): Record<string, unknown> | null => {
  const text = Buffer.from(bytes)
    .toString()
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  return (path.endsWith('.yaml') ? readFields(text, 1) : readFrontMatter(text)).data;
};

/** Why an edition has no page of an entry as of a commit, its institution looked at too; null where it has one. */
export type HidingAt = (at: CommitId, entry: EntryAddress) => Promise<Hiding | null>;

/** Makes the judge of an edition. */
export const createHidingAt = (
  repository: Pick<Repository, 'read'>,
  edition: Edition,
): HidingAt => {
  const hidingAt: HidingAt = async (at, entry) => {
    const text = await repository.read(at, { path: entry.text, part: 'text', entry });
    const hiding = hidingOf(entry, text?.bytes ?? null, edition);
    if (hiding || !entry.institution) return hiding;
    // What was told in confidence stands under no institution of the registry.
    if (isInConfidence({ institution: entry.institution })) return null;
    const owner = entryAt(`institutions/${entry.institution}`);
    return owner.ok && (await hidingAt(at, owner.address)) ? 'institution-hidden' : null;
  };
  return hidingAt;
};
