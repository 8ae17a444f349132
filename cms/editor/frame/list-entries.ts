import type { CollectionName } from '../../../src/schema/collections.ts';
import type { EntryState } from '../../wire/entry-state.ts';
import { routes } from '../../wire/routes.ts';
import type { ConfigCollection } from '../decap-config.ts';
import { formatOf } from '../entry-format.ts';
import { act, askGateway } from '../gateway/ask-gateway.ts';
import { entryOfPath } from '../gateway/entry-path.ts';

const branch = 'main';

/** An entry in the list. */
export type ListedEntry = {
  /** Below content/. */
  readonly entry: string;
  readonly title: string;
  /** The id of its institution; null where it has none. */
  readonly institution: string | null;
  /** The day of its last change. */
  readonly updated: string;
};

/** An entry on its way, with where it is; null where the gateway could not say. */
export type ListedDraft = ListedEntry & { readonly state: EntryState | null };

/**
 * What is published of a collection, latest first.
 * @throws Refusal where the gateway does not say
 */
export const publishedIn = async (collection: ConfigCollection): Promise<ListedEntry[]> => {
  const { name, folder, extension, path, filter } = collection;
  const files = await act(
    'entriesByFolder',
    { folder, extension, depth: path.split('/').length },
    branch,
  );
  return files
    .map(({ data, file }) => listed(name, file.path, data))
    .filter(({ institution }) => !filter || institution === filter.value)
    .sort((a, b) => b.updated.localeCompare(a.updated));
};

/** So many questions about drafts are on their way at once. */
const atOnce = 4;

/**
 * What of a collection is on its way, and may be seen by the person.
 * @throws Refusal where the gateway does not say
 */
export const draftsIn = async ({ name }: ConfigCollection): Promise<ListedDraft[]> => {
  const ids = (await act('unpublishedEntries', {}, branch)).filter((id) =>
    id.startsWith(`${name}/`),
  );
  const drafts: ListedDraft[] = [];
  const waiting = [...ids];
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const draft = await draftOf(name, id);
      if (draft) drafts.push(draft);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return drafts.sort((a, b) => b.updated.localeCompare(a.updated));
};

const draftOf = async (name: CollectionName, id: string): Promise<ListedDraft | null> => {
  const slug = id.slice(name.length + 1);
  const entry = id.replace(/\/index$/, '');
  const path = `content/${name}/${slug}${formatEnding(name)}`;
  try {
    const [{ data }, state] = await Promise.all([
      act('unpublishedEntryDataFile', { collection: name, slug, path }, branch),
      askGateway(routes.state, { entry }).catch(() => null),
    ]);
    return { ...listed(name, path, data), state };
  } catch {
    // Published or thrown away since the list was given.
    return null;
  }
};

const formatEnding = (name: CollectionName): string =>
  name === 'glossary' || name === 'institutions' ? '.yaml' : '.mdx';

const listed = (name: CollectionName, path: string, text: string): ListedEntry => {
  const data = fieldsOf(name, text);
  const title = data['title'] ?? data['name'] ?? data['term'];
  return {
    entry: entryOfPath(path),
    title: typeof title === 'string' ? title : '',
    institution: typeof data['institution'] === 'string' ? data['institution'] : null,
    updated: String(data['updated'] ?? ''),
  };
};

/** A text that can't be read is in the list all the same. */
const fieldsOf = (name: CollectionName, text: string): Record<string, unknown> => {
  try {
    return formatOf(name).fromFile(text);
  } catch {
    return {};
  }
};
