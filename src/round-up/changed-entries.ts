import { isShown } from '../loader/edition.ts';
import { addressOf } from '../schema/addresses.ts';
import { type CollectionName, collections, entryCollections } from '../schema/collections.ts';
import { day } from '../schema/field.ts';
import { isInConfidence } from '../schema/in-confidence.ts';
import { type Subtheme, subthemes, type Theme, themeIds } from '../schema/taxonomy.ts';
import type { Edition } from '../settings.ts';
import { readFields, readFrontMatter } from '../source/front-matter.ts';

/** A published entry as a round-up tells of it. */
export type ToldEntry = {
  readonly title: string;
  readonly summary: string;
  /** 事例. */
  readonly kind: string;
  /** The name of the institution; null for what belongs to the portal itself. */
  readonly owner: string | null;
  /** Below the site's base path. */
  readonly address: string;
  readonly published: string;
  readonly updated: string;
  /** Ids of scenes, in the order of the entry. */
  readonly scenes: readonly string[];
  readonly themes: readonly Theme[];
  /** Whether members alone may read it. */
  readonly isForMembers: boolean;
};

/** What a round-up is made from. */
export type ToldContent = {
  readonly entries: readonly ToldEntry[];
  /** The scenes that the edition shows, in their own order. */
  readonly scenes: readonly { readonly id: string; readonly title: string }[];
};

/** What is told of: what institutions and the network's office publish for readers. */
const told: readonly CollectionName[] = [...entryCollections, 'kits'];

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads what an edition shows from the published texts. What cannot be read is no part of it, and neither is what stands under
 * an institution that the edition does not show.
 * @param texts by path below `content/`
 * @param period entries whose days all lie outside it are left out unread; null for none
 */
export const toldContent = (
  texts: ReadonlyMap<string, string>,
  edition: Edition,
  period: { readonly since: string; readonly until: string } | null = null,
): ToldContent => {
  const shown = (fields: Fields | null): fields is Fields =>
    fields !== null &&
    isShown(
      {
        // What says neither is for members: nothing goes out by a mistake.
        audience:
          fields['audience'] === undefined || fields['audience'] === 'public'
            ? 'public'
            : 'network',
        withdrawn: (fields['withdrawn'] ?? false) !== false,
      },
      edition,
    );
  const institutions = new Map<string, string>();
  const scenes: { id: string; title: string; order: number }[] = [];
  const of: { collection: CollectionName; id: string; fields: Fields }[] = [];
  for (const [path, text] of texts) {
    const { collection, id } = placeIn(path);
    if (collection === null || id === null) continue;
    if (collection !== 'institutions' && collection !== 'scenes' && !told.includes(collection)) {
      continue;
    }
    if (period && told.includes(collection) && isElsewhen(text, period)) continue;
    const fields = fieldsOf(path, text);
    if (!shown(fields)) continue;
    if (collection === 'institutions') institutions.set(id, wordsOf(fields['name']));
    else if (collection === 'scenes') {
      scenes.push({ id, title: wordsOf(fields['title']), order: Number(fields['order'] ?? 0) });
    } else of.push({ collection, id, fields });
  }
  return {
    scenes: scenes.sort((one, other) => one.order - other.order),
    entries: of.flatMap(({ collection, id, fields }): ToldEntry[] => {
      const institution = collection === 'kits' ? null : (id.split('/')[0] ?? '');
      const isConfided = institution !== null && isInConfidence({ institution });
      const owner = institution === null || isConfided ? null : institutions.get(institution);
      const published = day.safeParse(fields['published']).data;
      const updated = day.safeParse(fields['updated']).data ?? published;
      if (owner === undefined || !published || !updated) return [];
      return [
        {
          title: wordsOf(fields['title']),
          summary: wordsOf(fields['summary']),
          kind: collections[collection].label,
          owner,
          address: addressOf(collection, id),
          published,
          updated,
          scenes: listOf(fields['scenes']),
          themes: themesOf(fields),
          isForMembers: fields['audience'] === 'network',
        },
      ];
    }),
  };
};

/** The collection and the id of an entry's text; null for any other file. */
const placeIn = (path: string): { collection: CollectionName | null; id: string | null } => {
  const [, first = '', id = null] = /^([a-z-]+)\/(.+?)(?:\/index\.mdx|\.yaml)$/.exec(path) ?? [];
  return Object.hasOwn(collections, first)
    ? { collection: first as CollectionName, id }
    : { collection: null, id: null };
};

const fieldsOf = (path: string, text: string): Fields | null => {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return (path.endsWith('.yaml') ? readFields(lines, 1) : readFrontMatter(lines)).data;
};

/** Whether the days of a text, as they are usually written, all lie outside a period. */
const isElsewhen = (text: string, { since, until }: { since: string; until: string }): boolean => {
  const days = [...text.matchAll(/^(?:published|updated):[ \t]*['"]?(\d{4}-\d{2}-\d{2})/gm)];
  return days.length > 1 && days.every(([, at = '']) => at < since || at > until);
};

/** The themes that an entry names, or that its subthemes belong to. */
const themesOf = (fields: Fields): Theme[] => {
  const named = new Set<unknown>([
    ...listOf(fields['themes']),
    ...listOf(fields['subthemes']).map((id) =>
      Object.hasOwn(subthemes, id) ? subthemes[id as Subtheme].theme : null,
    ),
  ]);
  return themeIds.filter((id) => named.has(id));
};

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

const wordsOf = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
