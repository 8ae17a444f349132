import { addressOf } from '../../../src/schema/addresses.ts';
import { type CollectionName, collectionNames } from '../../../src/schema/collections.ts';
import { entryTitle } from '../../../src/schema/entry-title.ts';
import { addressOnSite } from '../live-site/publication.ts';
import { fieldsIn, type HidingAt } from '../live-site/shown.ts';
import type { PublishedContent, PublishedText } from '../published-content/published-content.ts';
import { entryAt } from '../repository/content-address.ts';

/** An entry that readers of this edition can open. */
export type ShownEntry = {
  /** Below content/. */
  readonly path: string;
  readonly title: string;
  /** On the site, with the path that this stands under. */
  readonly address: string;
};

/** What the site shows, as far as wishes speak of it. */
export type ShownEntries = {
  /** The scenes, in the order of the site. */
  scenes(): Promise<readonly { readonly id: string; readonly title: string }[]>;
  /** The entry of an address that somebody pasted, whole or from the root of the site; null where none is shown there. */
  pasted(address: string): Promise<ShownEntry | null>;
  /** An entry by its path, also where it has got another address since; null where it is not shown. */
  of(path: string): Promise<ShownEntry | null>;
  /** Those of an institution, by their titles. */
  ofInstitution(institution: string): Promise<readonly ShownEntry[]>;
};

/** What is no page that could answer anything: other ways to say a word, and the registry. */
const answering = collectionNames.filter((name) => name !== 'rings' && name !== 'institutions');
/** A longer list of suggestions helps nobody. */
const mostSuggested = 200;

/**
 * Makes the reader of what is shown.
 * @param hidingAt why an entry is not shown, in the edition that those who write wishes read
 * @param basePath the path that the site stands under; begins and ends with a slash
 */
export const createShownEntries = ({
  content,
  hidingAt,
  basePath,
}: {
  content: Pick<PublishedContent, 'now'>;
  hidingAt: HidingAt;
  basePath: string;
}): ShownEntries => {
  const shown = async (text: PublishedText): Promise<ShownEntry | null> => {
    const { commit } = await content.now();
    const { entry } = text.address;
    if (await hidingAt(commit, entry)) return null;
    const title = entryTitle(fieldsOf(text)) || entry.path;
    return { path: entry.path, title, address: addressOnSite({ basePath }, entry) };
  };

  const of = async (path: string): Promise<ShownEntry | null> => {
    const entry = entryAt(path);
    if (!entry.ok) return null;
    const { texts, textsOf } = await content.now();
    const there = texts.get(entry.address.text);
    if (there) return shown(there);
    const last = path.slice(path.lastIndexOf('/') + 1);
    const moved = textsOf
      .get(entry.address.collection)
      ?.filter(({ address }) => address.entry.institution === entry.address.institution)
      .find((text) => [fieldsOf(text)['formerAddresses'] ?? []].flat().includes(last));
    return moved ? shown(moved) : null;
  };

  return {
    async scenes() {
      const scenes = (await content.now()).textsOf.get('scenes') ?? [];
      return scenes
        .map((text) => ({ id: idOf(text), order: 0, title: '', ...namedIn(fieldsOf(text)) }))
        .sort((one, other) => one.order - other.order)
        .map(({ id, title }) => ({ id, title: title || id }));
    },

    async pasted(typed) {
      // A mirror of the site has another host, and the same paths.
      const pathname = URL.canParse(typed, 'http://portal.invalid/')
        ? new URL(typed, 'http://portal.invalid/').pathname
        : '';
      const below = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : '';
      const parts = below.replace(/(?:index\.html)?\/?$/, '').split('/');
      for (const collection of answering) {
        const id = (collection === 'pages' ? parts : parts.slice(1)).join('/');
        if (addressOf(collection, id) !== `/${parts.join('/')}/`) continue;
        const found = await of(`${collection}/${id}`);
        if (found) return found;
      }
      return null;
    },

    of,

    async ofInstitution(institution) {
      const { texts } = await content.now();
      const own = [...texts.values()].filter(
        ({ address: { entry } }) =>
          entry.institution === institution && isAnswering(entry.collection),
      );
      const entries = await Promise.all(own.slice(0, mostSuggested).map(shown));
      return entries
        .filter((entry) => entry !== null)
        .sort((one, other) => one.title.localeCompare(other.title, 'ja'));
    },
  };
};

const isAnswering = (collection: CollectionName): boolean =>
  answering.includes(collection as never);

const fieldsOf = ({ address, text }: PublishedText): Record<string, unknown> =>
  fieldsIn(address.path, Buffer.from(text)) ?? {};

const idOf = ({ address: { entry } }: PublishedText): string =>
  entry.path.slice(entry.collection.length + 1);

const namedIn = (fields: Record<string, unknown>): { order?: number; title?: string } => ({
  ...(typeof fields['order'] === 'number' ? { order: fields['order'] } : {}),
  title: entryTitle(fields) ?? '',
});
