import { type CollectionName, collections } from '../schema/collections.ts';
import { type Reference, referencesIn, targetPath } from '../schema/references.ts';
import { type LinkOrigin, linkTarget } from '../source/link-target.ts';
import type { Reading } from './entry-reading.ts';

/** The last part of an address. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The paths in a body that lead to an entry by its name, as they are written, without what follows them. */
export const linksTo = (
  { place, source }: Reading,
  wanted: string,
  paths: ReadonlySet<string>,
): string[] => {
  const origin = originAt(place.contentPath, paths);
  return source.mentions.links.flatMap(({ address, isPicture }) => {
    if (isPicture) return [];
    const target = linkTarget(address, origin);
    if (target.kind !== 'entry' || target.contentPath !== wanted) return [];
    const [path = ''] = address.split(/[?#]/, 1);
    return namePart.exec(path)?.[2] === nameOf(wanted) ? [path] : [];
  });
};

/** From where the links of an entry count. No file beside one is called as another entry is. */
export const originAt = (contentPath: string, paths: ReadonlySet<string>): LinkOrigin => {
  const [collection] = contentPath.split('/') as [CollectionName];
  const isFile = collections[collection].layout === 'file';
  return {
    folder: isFile ? collection : contentPath,
    contentPath,
    hasFile: () => false,
    hasEntry: (path) => paths.has(path),
  };
};

/** A path up to the name of an entry, the name, and how the path ends behind it. */
export const namePart = /^(.*?)([a-z0-9-]+)((?:\/index\.mdx|\/|\.yaml)?)$/;

/** The fields of an entry that lead to another. */
export const referencesTo = (
  { place, source }: Pick<Reading, 'place' | 'source'>,
  wanted: string,
): Reference[] =>
  referencesIn(place.collection, source.data ?? {}).filter(
    ({ to, value }) => to !== 'file' && targetPath(to, value) === wanted,
  );

/** Whether an entry leads to another, in its text or in a field. @param paths the content paths of all entries */
export const leadsTo = (reading: Reading, wanted: string, paths: ReadonlySet<string>): boolean =>
  referencesTo(reading, wanted).length > 0 || linksTo(reading, wanted, paths).length > 0;
