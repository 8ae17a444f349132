import { posix } from 'node:path';
import type { AttachmentReadings } from '../check/attachments/attachment-readings.ts';
import type { ContentEntry } from '../check/check-content.ts';
import { addressOf, below } from '../schema/addresses.ts';
import type { CollectionName } from '../schema/collections.ts';
import { isInConfidence } from '../schema/in-confidence.ts';
import { referencesIn, targetPath } from '../schema/references.ts';
import type { Settings } from '../settings.ts';
import type { ContentFile, ContentFiles } from '../source/content-files.ts';
import { isShown, type Shows, withoutHiddenReferences } from './edition.ts';
import type { FirstPages } from './first-pages.ts';
import { type Headword, type HeadwordFinder, headwordFinder } from './glossary-links.ts';
import { screenData } from './typography.ts';

/** Files, with what was found in them. */
export type ReadContent = {
  files: ContentFiles;
  /** What was read of the entries among the files. */
  readings: AttachmentReadings;
  /** Files that readers do not get, by path: entries are shown without them. */
  withheld: ReadonlySet<string>;
};

/** The content as one edition sees it, and as the bodies of its entries need it. */
export type EditionContent = ReadContent & {
  /** The files of each folder, by its path. */
  folders: ReadonlyMap<string, readonly ContentFile[]>;
  /** Entries of this edition, by content path. */
  shown: ReadonlyMap<string, ContentEntry>;
  headwords: HeadwordFinder;
  /** The files of which a picture of the first page is shown. */
  firstPages: FirstPages;
};

/**
 * Entries that an edition shows, by content path. Some go with what they refer to (src/schema/references.ts): an entry
 * with its institution, but for what was told in confidence, which has none; a kit with every entry it was drawn from.
 */
export function shownEntries(
  entries: Iterable<ContentEntry>,
  { edition }: Pick<Settings, 'edition'>,
): Map<string, ContentEntry> {
  const shown = new Map(
    [...entries]
      .filter(({ data }) => isShown(data, edition))
      .map((entry) => [entry.contentPath as string, entry] as const),
  );
  const goesWith = ({ collection, data }: ContentEntry): boolean =>
    referencesIn(collection, data).some(
      (reference) =>
        reference.to !== 'file' &&
        reference.whenHidden === 'entry' &&
        !shown.has(targetPath(reference.to, reference.value)) &&
        !(reference.to === 'institution' && isInConfidence({ institution: reference.value })),
    );
  // An entry that goes may take others with it, and they again others.
  for (let before = Number.NaN; before !== shown.size; ) {
    before = shown.size;
    for (const [path, entry] of shown) if (goesWith(entry)) shown.delete(path);
  }
  return shown;
}

/** The terms of the glossary that this edition shows, with their addresses. */
export const headwordsOf = (
  shown: EditionContent['shown'],
  { basePath }: Pick<Settings, 'basePath'>,
): Headword[] =>
  [...shown.values()].flatMap((entry) =>
    entry.collection === 'glossary'
      ? [
          {
            term: entry.data.term,
            address: below(basePath, addressOf('glossary', entry.id)),
          },
        ]
      : [],
  );

/** Brings files and entries together as an edition shows them; without pictures of first pages. */
export function editionContent(
  content: ReadContent,
  shown: EditionContent['shown'],
  settings: Pick<Settings, 'basePath'>,
): EditionContent {
  const folders = new Map<string, ContentFile[]>();
  for (const file of content.files.values()) {
    const folder = posix.dirname(file.path);
    const known = folders.get(folder);
    if (known) known.push(file);
    else folders.set(folder, [file]);
  }
  return {
    ...content,
    folders,
    shown,
    headwords: headwordFinder(headwordsOf(shown, settings)),
    firstPages: new Map(),
  };
}

/** What an entry's page says of it: nothing that the edition hides, in the typography of the screen. */
export const shownData = <Data extends object>(
  collection: CollectionName,
  data: Data,
  shows: Shows,
): Data => screenData(withoutHiddenReferences(collection, data, shows));
