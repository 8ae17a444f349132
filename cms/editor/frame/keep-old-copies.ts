import { type CollectionName, collectionNames } from '../../../src/schema/collections.ts';
import { takeOldCopies } from '../decap/old-copies.ts';
import { formatOf } from '../entry-format.ts';
import { entryOfPath } from '../gateway/entry-path.ts';
import { newEntryKey } from '../kept/kept-text.ts';
import type { KeptTexts } from '../kept/kept-texts.ts';

/** Takes over what an earlier editor kept in this browser, for the person who wrote it. What can't be taken stays there. */
export const keepOldCopies = (kept: KeptTexts, now: () => number): Promise<void> =>
  takeOldCopies(async ({ who, collection, path, raw, files }) => {
    if (!isCollection(collection)) return;
    await kept.put({
      who,
      entry: path ? entryOfPath(path) : newEntryKey(collection, crypto.randomUUID()),
      revision: 1,
      data: formatOf(collection).fromFile(raw),
      files,
      basedOn: {},
      savedAt: now(),
    });
  }).catch(() => {});

const isCollection = (name: string): name is CollectionName =>
  (collectionNames as readonly string[]).includes(name);
