import { entryTitle } from '../../../src/schema/entry-title.ts';
import { type Origin, originIds } from '../../../src/schema/taxonomy.ts';

/** What the gateway has to know of an entry's text beside its problems. */
export type EntryOutline = { readonly title: string | null; readonly origin: Origin | null };

/** Of a text that nobody could read. */
export const emptyOutline: EntryOutline = { title: null, origin: null };

/** The outline in fields that have been read already; null where they could not be. */
export const outlineIn = (data: Readonly<Record<string, unknown>> | null): EntryOutline => ({
  title: entryTitle(data ?? {}) ?? null,
  origin: originIds.find((id) => id === data?.['origin']) ?? null,
});
