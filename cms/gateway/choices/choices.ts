import { type CollectionName, entryCollections } from '../../../src/schema/collections.ts';
import type { Choices } from '../../wire/choices.ts';
import type { Judge } from '../published-content/judge.ts';
import type { KnownEntry } from '../published-content/known-entry.ts';
import type { PublishedContent } from '../published-content/published-content.ts';
import type { GatewaySettings } from '../settings.ts';

/** Makes the reader of choices, from what the check has read of every entry already: once for each publication. */
export const createChoices = (
  content: Pick<PublishedContent, 'now'>,
  judge: Pick<Judge, 'entries'>,
  { maxFileBytes }: Pick<GatewaySettings, 'maxFileBytes'>,
): (() => Promise<Choices>) => {
  let latest: { commit: string; choices: Choices } | null = null;
  return async () => {
    const { commit } = await content.now();
    if (latest?.commit !== commit) {
      const choices = { ...choicesAmong(await judge.entries()), mostFileBytes: maxFileBytes };
      latest = { commit, choices };
    }
    return latest.choices;
  };
};

const choicesAmong = (entries: readonly KnownEntry[]): Omit<Choices, 'mostFileBytes'> => {
  const byCollection = Map.groupBy(entries, ({ collection }) => collection);
  const of = (collection: CollectionName) => byCollection.get(collection) ?? [];
  return {
    institutions: of('institutions')
      .map((entry) => ({ id: entry.id, name: nameOf(entry), also: entry.also }))
      .sort((one, other) => one.name.localeCompare(other.name, 'ja')),
    scenes: of('scenes').map(({ id, title }) => ({ id, title })),
    kits: of('kits').map(({ id, title }) => ({ id, title })),
    guidelines: of('guidelines').map(({ path, title, edition }) => ({
      path,
      title,
      editions: [edition ?? []].flat(),
    })),
    entries: entryCollections.flatMap(of).map(({ path, title, id }) => ({
      path,
      title,
      institution: id.split('/')[0] ?? '',
    })),
    terms: of('glossary').map((entry) => ({ id: entry.id, term: nameOf(entry), also: entry.also })),
  };
};

/** An institution or a term without a name is called by its id. */
const nameOf = ({ id, path, title }: KnownEntry): string => (title === path ? id : title);
