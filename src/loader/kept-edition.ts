import { posix } from 'node:path';
import { createAttachmentReader } from '../attachments/attachment-reader.ts';
import { openKeptDigests, withKeptDigests } from '../attachments/kept-digests.ts';
import type { AttachmentReader } from '../attachments/reading.ts';
import { patientLimits } from '../attachments/reading-lanes.ts';
import { readAttachments } from '../check/attachments/read-attachments.ts';
import { withheldFiles } from '../check/attachments/withheld-files.ts';
import type { ContentEntry } from '../check/check-content.ts';
import { createKeptExamination, type Examined } from '../check/kept-examination.ts';
import { pieceOf } from '../check/piece.ts';
import { type CollectionName, collectionNames } from '../schema/collections.ts';
import { referencesIn, targetPath } from '../schema/references.ts';
import type { Settings } from '../settings.ts';
import { type ContentFiles, readContentFolder } from '../source/content-files.ts';
import { linksIn, resolvedLinks } from './body-links.ts';
import { stopForErrors } from './content-problems.ts';
import {
  type EditionContent,
  editionContent,
  headwordsOf,
  shownData,
  shownEntries,
} from './edition-content.ts';
import type { EditionMemory, KeptEntry } from './edition-memory.ts';
import { type EntryContext, entryContext } from './entry-context.ts';
import { firstPagesOf } from './first-pages.ts';
import { changedHeadwords, namesAny } from './headword-changes.ts';
import { type LeftOutEntry, leftOutEntry } from './left-out.ts';
import { renderedEntry } from './rendered-entry.ts';

/** The entries of an edition as the content is now; one that did not change is the same object as before. */
export type EditionNow = {
  entries: ReadonlyMap<CollectionName, readonly KeptEntry['stored'][]>;
  /** What could not be rendered. */
  leftOut: readonly LeftOutEntry[];
};

/** An edition that is read once, and then only where its content changed, however that came about. */
export type KeptEdition = {
  /**
   * Looks at every file of the content and reads, checks and renders what is not as it was.
   * @throws ContentProblems as a build does; and then, or after any other fault, what is kept is of no more use
   */
  read(): Promise<EditionNow>;
  /** What is known of it, for another process; null where that knows it already, a text could not be read, or an entry not be rendered. */
  memory(): EditionMemory | null;
};

/**
 * Makes an edition.
 * @param known what another process knew of it; without it, nothing was read yet
 */
export function createKeptEdition(
  settings: Settings,
  render: typeof renderedEntry = renderedEntry,
  known?: EditionMemory | null,
): KeptEdition {
  const examination = createKeptExamination(known?.examined);
  const digests = openKeptDigests(settings.digestsFile);
  let states: EditionMemory['states'] = known?.states ?? new Map();
  let files: ContentFiles = new Map();
  let lookedAt = known?.lookedAt ?? 0;
  const readings = new Map(known?.readings);
  const pictures = new Map(known?.pictures);
  /** In no order. */
  const kept = new Map(known?.kept);
  let shownBefore: ReadonlySet<string> = new Set(kept.keys());
  let headwordsBefore = known?.headwords ?? new Map<string, string>();
  const leftOut = new Map<string, LeftOutEntry>();
  let now: EditionNow | undefined;
  let hasRead = false;
  /** Not so where it was read only in part: what is known then goes with what was thrown. */
  let isWholeRead = false;

  /** Brings everything that is kept up to the entries that are shown when some cannot be; those that cannot be rendered are added. */
  const settle = async (
    examined: Examined,
    withheld: ReadonlySet<string>,
    changed: ReadonlySet<string>,
    trees: Map<string, ContentEntry>,
    reader: AttachmentReader,
  ): Promise<void> => {
    const sound = examined.entries.values().filter(({ contentPath }) => !leftOut.has(contentPath));
    const shown = shownEntries(sound, settings);
    const headwords = new Map(
      headwordsOf(shown, settings).map(({ term, address }) => [term, address] as const),
    );
    const terms = changedHeadwords(headwordsBefore, headwords);
    const comeOrGone = new Set(shown.keys()).symmetricDifference(shownBefore);
    const isTouched = (path: string, { stored, leadsTo }: KeptEntry): boolean =>
      changed.has(path) ||
      !leadsTo.isDisjointFrom(comeOrGone) ||
      namesAny(stored.rendered.html, terms);

    for (const path of kept.keys()) if (!shown.has(path)) kept.delete(path);
    const toRender = new Map(
      [...shown].filter(([path]) => {
        const known = kept.get(path);
        return !known || isTouched(path, known);
      }),
    );
    shownBefore = new Set(shown.keys());
    headwordsBefore = headwords;

    const content: EditionContent = editionContent(
      { files, readings: { of: ({ path }) => readings.get(path) }, withheld },
      shown,
      settings,
    );
    await draw(content, toRender, reader);
    const firstPages = new Map(
      [...pictures].flatMap(([path, size]) => (size ? [[path, size]] : [])),
    );
    for (const [path, entry] of toRender) {
      const tree = trees.get(entry.path) ?? examination.readAgain(files, entry.path);
      // A tree is consumed as it is rendered.
      trees.delete(entry.path);
      try {
        kept.set(path, rendered(tree ?? entry, { ...content, firstPages }));
      } catch (error) {
        leftOut.set(path, leftOutEntry(entry, error));
      }
    }
  };

  const draw = async (
    content: EditionContent,
    shown: ReadonlyMap<string, ContentEntry>,
    reader: AttachmentReader,
  ): Promise<void> => {
    const folders = new Map(
      [...shown.values()].map(({ path }) => {
        const folder = posix.dirname(path);
        return [
          folder,
          (content.folders.get(folder) ?? []).filter((one) => !pictures.has(one.path)),
        ];
      }),
    );
    const drawn = await firstPagesOf({ ...content, folders, shown }, reader);
    for (const file of [...folders.values()].flat()) {
      pictures.set(file.path, drawn.get(file.path) ?? null);
    }
  };

  const rendered = (entry: ContentEntry, content: EditionContent): KeptEntry => {
    const { collection, contentPath, body } = entry;
    const context = entryContext(entry, content, settings);
    resolvedLinks(body, context);
    const data = shownData(collection, entry.data, (path) => content.shown.has(path));
    const leadsTo = new Set([...referredTo(entry), ...linkedTo(entry, context)]);
    const stored: KeptEntry['stored'] = { id: entry.id, ...render(data, body, context) };
    const known = kept.get(contentPath)?.stored;
    const isSame = known !== undefined && JSON.stringify(known) === JSON.stringify(stored);
    return { stored: isSame ? known : stored, leadsTo };
  };

  return {
    async read() {
      isWholeRead = false;
      const before = states;
      const lookedBefore = lookedAt;
      lookedAt = Date.now();
      files = withKeptDigests(readContentFolder(settings.contentDir), digests);
      states = new Map([...files].map(([path, { state }]) => [path, state]));
      const changed = changedFiles(before, lookedBefore, states);
      if (changed.length === 0 && now && leftOut.size === 0) {
        isWholeRead = true;
        return now;
      }
      hasRead ||= changed.length > 0;
      // What no process of this checkout has read before is read; the rest is known.
      const reader = createAttachmentReader({
        cacheFolder: settings.attachmentCache,
        cacheBytes: settings.attachmentCacheBytes,
        limits: patientLimits,
        libreOffice: settings.libreOffice,
        areStored: true,
      });
      try {
        const own = new Map(changed.flatMap((path) => withFile(path, files)));
        const found = await readAttachments(own, reader);
        for (const path of changed) {
          pictures.delete(path);
          readings.delete(path);
          const file = own.get(path);
          const reading = file && found.of(file);
          if (reading) readings.set(path, reading);
        }
        const examined = examination.examine(files, changed, {
          of: ({ path }) => readings.get(path),
        });
        const withheld = withheldFiles(examined.problems);
        stopForErrors(examined.problems, withheld);
        // Each is tried anew, as a build does.
        const pieces = new Set([...changed.map(pieceOf), ...leftOut.keys()]);
        const trees = new Map(examined.read);
        leftOut.clear();
        for (let known = -1; known !== leftOut.size; ) {
          const isFirst = known === -1;
          known = leftOut.size;
          await settle(examined, withheld, isFirst ? pieces : new Set(), trees, reader);
        }
      } finally {
        await reader.close();
      }
      const entries = new Map<CollectionName, KeptEntry['stored'][]>(
        collectionNames.map((name) => [name, []]),
      );
      for (const [path, { stored }] of kept) {
        entries.get(path.slice(0, path.indexOf('/')) as CollectionName)?.push(stored);
      }
      digests.save();
      isWholeRead = true;
      const isSame = now !== undefined && hasSameEntries(now.entries, entries);
      const isWhole = leftOut.size === 0 && now?.leftOut.length === 0;
      if (now && isSame && isWhole) return now;
      now = { entries, leftOut: [...leftOut.values()] };
      return now;
    },
    memory() {
      const isNew = hasRead && isWholeRead && leftOut.size === 0;
      const examined = isNew ? examination.pieces() : null;
      const headwords = headwordsBefore;
      return examined && { lookedAt, states, examined, readings, pictures, kept, headwords };
    },
  };
}

const hasSameEntries = (one: EditionNow['entries'], other: EditionNow['entries']): boolean =>
  [...one].every(([name, entries]) => {
    const others = other.get(name) ?? [];
    return (
      entries.length === others.length && entries.every((entry, place) => entry === others[place])
    );
  });

/** The paths of files that are new, gone, or not as they were. @param lookedAt when one looked before, in milliseconds */
const changedFiles = (
  before: EditionMemory['states'],
  lookedAt: number,
  now: EditionMemory['states'],
): string[] => [
  ...[...now]
    .filter(([path, state]) => {
      const known = before.get(path);
      return !state || known?.key !== state.key || lookedAt - known.changedAt < slowestTick;
    })
    .map(([path]) => path),
  ...[...before.keys()].filter((path) => !now.has(path)),
];

/**
 * Milliseconds within which a file may be written again without being of another time, as the clocks of file systems tick: what was
 * written so shortly before it was looked at is read again.
 */
const slowestTick = 100;

const withFile = (path: string, files: ContentFiles) => {
  const file = files.get(path);
  return file ? [[path, file] as const] : [];
};

const referredTo = ({ collection, data }: ContentEntry): string[] =>
  referencesIn(collection, data).flatMap((reference) =>
    reference.to === 'file' ? [] : [targetPath(reference.to, reference.value)],
  );

const linkedTo = ({ body }: ContentEntry, context: EntryContext): string[] =>
  (body ? linksIn(body) : []).flatMap((href) => context.linkedEntry(href) ?? []);
