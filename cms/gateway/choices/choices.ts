import type { Reading } from '../../../src/check/entry-reading.ts';
import { type CollectionName, entryCollections } from '../../../src/schema/collections.ts';
import { entryTitle } from '../../../src/schema/entry-title.ts';
import type { Choices } from '../../wire/choices.ts';
import type { PublishedContent } from '../published-content/published-content.ts';
import type { GatewaySettings } from '../settings.ts';

/** Makes the reader of choices, from what the check has read of every entry already. */
export const createChoices =
  (content: PublishedContent, { maxFileBytes }: Pick<GatewaySettings, 'maxFileBytes'>) =>
  async (): Promise<Choices> => {
    const { checker } = await content.now();
    const readings = Map.groupBy(checker().readings, ({ place }) => place.collection);
    const of = (collection: CollectionName) => readings.get(collection) ?? [];

    return {
      institutions: of('institutions')
        .map((reading) => ({
          id: reading.place.id,
          name: said(reading, 'name') ?? reading.place.id,
        }))
        .sort((one, other) => one.name.localeCompare(other.name, 'ja')),
      scenes: of('scenes').map((reading) => ({ id: reading.place.id, title: titleOf(reading) })),
      kits: of('kits').map((reading) => ({ id: reading.place.id, title: titleOf(reading) })),
      guidelines: of('guidelines').map((reading) => ({
        path: reading.place.contentPath,
        title: titleOf(reading),
        editions: [said(reading, 'edition') ?? []].flat(),
      })),
      entries: entryCollections.flatMap(of).map((reading) => ({
        path: reading.place.contentPath,
        title: titleOf(reading),
        institution: reading.place.id.split('/')[0] ?? '',
      })),
      terms: of('glossary').map((reading) => ({
        id: reading.place.id,
        term: said(reading, 'term') ?? reading.place.id,
      })),
      mostFileBytes: maxFileBytes,
    };
  };

const said = ({ source }: Reading, name: string): string | null => {
  const value = source.data?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

const titleOf = ({ source, place }: Reading): string =>
  entryTitle(source.data ?? {}) || place.contentPath;
