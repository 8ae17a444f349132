import { posix } from 'node:path';
import type { AttachmentReadings } from '../check/attachments/attachment-readings.ts';
import type { ContentEntry } from '../check/check-content.ts';
import { addressOf } from '../schema/addresses.ts';
import { type CollectionName, collections } from '../schema/collections.ts';
import { isInConfidence } from '../schema/in-confidence.ts';
import type { Settings } from '../settings.ts';
import type { ContentFile, ContentFiles } from '../source/content-files.ts';
import { isShown, type Shows, withoutHiddenReferences } from './edition.ts';
import type { EntryContext } from './entry-context.ts';
import type { FirstPages } from './first-pages.ts';
import { type Headword, type HeadwordFinder, headwordFinder } from './glossary-links.ts';
import { type RenderedBody, renderBody } from './render-body.ts';
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

/** An entry as it stands in the store: pages are made of nothing else. */
export type RenderedEntry = {
  data: Record<string, unknown>;
  rendered: {
    html: string;
    metadata: {
      headings: RenderedBody['headings'];
      files: ReturnType<EntryContext['usedFiles']>;
    };
  };
};

/**
 * Entries that an edition shows, by content path. An entry goes with its institution, whose name is in its address;
 * what was told in confidence has none. A kit goes with every entry that it was drawn from: its files name them, and no
 * filter reaches into a file.
 */
export function shownEntries(
  entries: Iterable<ContentEntry>,
  { edition }: Pick<Settings, 'edition'>,
): Map<string, ContentEntry> {
  const candidates = [...entries].filter(({ data }) => isShown(data, edition));
  const institutions = new Set(
    candidates.filter(({ collection }) => collection === 'institutions').map(({ id }) => id),
  );
  const shown = new Map(
    candidates
      .filter(
        ({ collection, data }) =>
          collections[collection].layout !== 'institution' ||
          ('institution' in data && (institutions.has(data.institution) || isInConfidence(data))),
      )
      .map((entry) => [entry.contentPath as string, entry] as const),
  );
  for (const [path, { data }] of shown) {
    if ('drawnFrom' in data && data.drawnFrom.some((source) => !shown.has(source))) {
      shown.delete(path);
    }
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
            address: `${basePath}${addressOf('glossary', entry.id).slice(1)}`,
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

/** An entry with its body rendered. The body is consumed. */
export function renderedEntry(
  data: object,
  body: ContentEntry['body'],
  context: EntryContext,
): RenderedEntry {
  const { html, headings } = body ? renderBody(body, context) : { html: '', headings: [] };
  return {
    data: data as Record<string, unknown>,
    rendered: { html, metadata: { headings, files: context.usedFiles() } },
  };
}
