import { isShown } from '../../../src/loader/edition.ts';
import type { Edition } from '../../../src/settings.ts';
import { readFields, readFrontMatter } from '../../../src/source/front-matter.ts';
import type { EntryAddress } from '../repository/content-address.ts';

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
  const text = Buffer.from(bytes)
    .toString()
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  const { data } = path.endsWith('.yaml') ? readFields(text, 1) : readFrontMatter(text);
  const withdrawn = data?.['withdrawn'] === true;
  const audience = data?.['audience'] === 'network' ? 'network' : 'public';
  if (isShown({ audience, withdrawn }, edition)) return null;
  return withdrawn ? 'withdrawn' : 'network-only';
};
