import { type CollectionName, collections } from '../../../src/schema/collections.ts';

/** The folder of an entry below content/, from Decap's name for it: `case-studies`, `sakura-u/202611-x/index`. */
export const entryFolder = (collection: string, slug: string): string =>
  `${collection}/${slug.replace(/\/index$/, '')}`;

/** An entry's path below content/, from that of its text: `content/glossary/a.yaml` → `glossary/a`. */
export const entryOfPath = (path: string): string =>
  path.replace(/^content\//, '').replace(/(?:\/index\.mdx|\.yaml)$/, '');

/** Decap's name for an entry, from the path of its text: `content/scenes/a/index.mdx` → `a/index`. */
export const slugOfPath = (path: string): string =>
  path.replace(/^content\/[^/]+\//, '').replace(/\.(?:mdx|yaml)$/, '');

/**
 * Where the text of a new entry will lie.
 * @param institution whose entry it is; blank while that is not chosen
 * @param name what its folder or file is called
 * @returns null while it is not known
 */
export const pathOfNew = (
  collection: CollectionName,
  institution: unknown,
  name: string,
): string | null => {
  switch (collections[collection].layout) {
    case 'file':
      return `content/${collection}/${name}.yaml`;
    case 'folder':
      return `content/${collection}/${name}/index.mdx`;
    case 'institution':
      return typeof institution === 'string' && institution !== ''
        ? `content/${collection}/${institution}/${name}/index.mdx`
        : null;
  }
};
