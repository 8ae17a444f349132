import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { westernDate } from '../../src/formats/japanese-date.ts';
import { addressOf } from '../../src/schema/addresses.ts';
import {
  type CollectionData,
  type CollectionName,
  collections,
} from '../../src/schema/collections.ts';
import { readSource, readYamlSource } from '../../src/source/read-source.ts';

/** Where a document of a kit comes from, as it says itself. */
export type Provenance = {
  kitTitle: string;
  /** Below the site's base path. */
  kitAddress: string;
  /** Whether that page has the table of what institutions have settled. */
  hasChoices: boolean;
  /** 2026年11月22日 */
  day: string;
  /** The moment that file properties carry. */
  moment: Date;
  /** The entries it was drawn from. */
  sources: readonly { title: string; owner: string; address: string }[];
};

/**
 * Reads what the documents of a kit say of themselves from its page and from the entries that they name.
 * @param contentDir the folder of the content
 * @throws where the kit or an entry is not there, or its fields do not hold to the schema
 */
export const provenanceOf = (
  contentDir: string,
  id: string,
  from: readonly string[],
): Provenance => {
  const kit = dataAt(contentDir, 'kits', id);
  return {
    kitTitle: kit.title,
    kitAddress: addressOf('kits', id),
    hasChoices: kit.choices.length > 0,
    day: westernDate(kit.asOf),
    // Noon in Japan: the same day in every zone that opens it.
    moment: new Date(`${kit.asOf}T03:00:00Z`),
    sources: from.map((path) => sourceAt(contentDir, path)),
  };
};

const sourceAt = (contentDir: string, path: string): Provenance['sources'][number] => {
  const [collection, ...rest] = path.split('/') as [CollectionName, ...string[]];
  const id = rest.join('/');
  const data = dataAt(contentDir, collection, id);
  const title = 'title' in data ? data.title : 'term' in data ? data.term : data.name;
  const owner =
    'institution' in data
      ? ownerOf(dataAt(contentDir, 'institutions', data.institution))
      : collections[collection].label;
  return { title, owner, address: addressOf(collection, id) };
};

const ownerOf = ({ name, validUntil }: CollectionData['institutions']): string =>
  validUntil === undefined ? name : `${name}・当時`;

const dataAt = <Name extends CollectionName>(
  contentDir: string,
  collection: Name,
  id: string,
): CollectionData[Name] => {
  const { layout, schema } = collections[collection];
  const isFile = layout === 'file';
  const path = join(contentDir, collection, isFile ? `${id}.yaml` : `${id}/index.mdx`);
  const text = readFileSync(path, 'utf8');
  const { data } = isFile ? readYamlSource(text) : readSource(text);
  return schema.parse(data) as CollectionData[Name];
};
