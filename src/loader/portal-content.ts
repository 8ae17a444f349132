import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { createAttachmentReader } from '../attachments/attachment-reader.ts';
import { openKeptDigests, withKeptDigests } from '../attachments/kept-digests.ts';
import type { AttachmentReader } from '../attachments/reading.ts';
import { patientLimits } from '../attachments/reading-lanes.ts';
import { readAttachments } from '../check/attachments/read-attachments.ts';
import { withheldFiles } from '../check/attachments/withheld-files.ts';
import { type ContentEntry, examineContent } from '../check/check-content.ts';
import type { Problem } from '../check/problem.ts';
import { type CollectionName, collectionNames } from '../schema/collections.ts';
import type { Settings } from '../settings.ts';
import { readContentFolder } from '../source/content-files.ts';
import { resolvedLinks } from './body-links.ts';
import { errorsAmong, stopForErrors } from './content-problems.ts';
import {
  type EditionContent,
  editionContent,
  headwordsOf,
  shownData,
  shownEntries,
} from './edition-content.ts';
import { entryContext } from './entry-context.ts';
import { firstPagesOf, officeFileCount } from './first-pages.ts';
import { type LeftOutEntry, leftOutEntry, leftOutProblem, writeLeftOut } from './left-out.ts';
import { renderedEntry } from './rendered-entry.ts';
import { renderingCode } from './rendering-code.ts';

/** The whole content of an edition, with what is wrong with it. */
type CheckedContent = EditionContent & {
  problems: Problem[];
  /** Keeps what the files are known by, for the next build. */
  keepDigests: () => void;
  /** Changes whenever something outside an entry changes how it is rendered. */
  surroundings: string;
};

const digest = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/**
 * @param leftOut content paths of entries that cannot be rendered: they are as hidden ones to all others
 * @throws ContentProblems where a build has to stop
 */
async function readEdition(
  settings: Settings,
  { config, watcher }: LoaderContext,
  reader: AttachmentReader,
  leftOut: ReadonlySet<string>,
): Promise<CheckedContent> {
  const { contentDir, edition, basePath } = settings;
  const kept = openKeptDigests(settings.digestsFile);
  const files = withKeptDigests(readContentFolder(contentDir), kept);
  const readings = await readAttachments(files, reader);
  const { problems, entries } = examineContent(files, { attachments: readings });
  const withheld = withheldFiles(problems);
  if (!watcher) stopForErrors(problems, withheld);
  const sound = entries.values().filter(({ contentPath }) => !leftOut.has(contentPath));
  const shown = shownEntries(sound, settings);
  const headwords = JSON.stringify(headwordsOf(shown, settings));
  const content = editionContent({ files, readings, withheld }, shown, settings);
  const firstPages = await firstPagesOf(content, reader);
  return {
    ...content,
    firstPages,
    keepDigests: kept.save,
    problems,
    surroundings: digest(edition, basePath, headwords, renderingCode(fileURLToPath(config.root))),
  };
}

/** An entry, and what was thrown as it was rendered. */
type FailedEntry = { entry: ContentEntry; error: unknown };

/** Stores the entries of a collection; those that cannot be rendered are not, and are given back. */
function storeEntries(
  collection: CollectionName,
  content: CheckedContent,
  settings: Settings,
  { store, watcher }: LoaderContext,
  render: typeof renderedEntry,
): FailedEntry[] {
  const ids = new Set<string>();
  const failed: FailedEntry[] = [];
  for (const entry of content.shown.values()) {
    if (entry.collection !== collection) continue;
    ids.add(entry.id);
    try {
      const context = entryContext(entry, content, settings);
      const data = shownData(collection, entry.data, (path) => content.shown.has(path));
      const key = digest(
        entry.text,
        // Which of its references the edition shows is part of what the entry says.
        JSON.stringify(data),
        content.surroundings,
        // Where a body's links lead depends on which of their targets this edition shows.
        ...resolvedLinks(entry.body, context),
        ...context.folderDigests(),
      );
      const { body } = entry;
      // A build reads each tree once; thousands of them are most of its memory.
      if (!watcher) entry.body = null;
      if (store.get(entry.id)?.digest === key) continue;
      store.set({ id: entry.id, digest: key, ...render(data, body, context) });
    } catch (error) {
      ids.delete(entry.id);
      failed.push({ entry, error });
    }
  }
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  return failed;
}

/**
 * The loaders of all collections over one content folder: read, checked and parsed once for all of them, kept to
 * one edition, and rendered to HTML here, because contributed text is data and never becomes a module.
 * @returns a function that gives the loader of one collection.
 * @throws ContentProblems while building, when the check finds errors that are not only a withheld file's; those are
 *   logged and the rest is built, and so is an entry that cannot be rendered (left-out.ts). In development all are logged
 *   and the sound entries shown.
 */
export function portalContent(
  settings: Settings,
  render: typeof renderedEntry = renderedEntry,
): (collection: CollectionName) => Loader {
  let current: Promise<CheckedContent> | undefined;
  /** Entries that could not be rendered, by content path. */
  const leftOut = new Map<string, LeftOutEntry>();
  /** The collections that were asked for so far: one that is stored refers to what another leaves out. */
  const asked = new Map<CollectionName, LoaderContext>();
  /** The collections of a development server, each of which follows the content. */
  const followed = new Map<CollectionName, LoaderContext>();
  const waiting = new Set(collectionNames);

  const read = async (context: LoaderContext): Promise<CheckedContent> => {
    // What no process of this checkout has read before is read; the rest is known.
    const reader = createAttachmentReader({
      cacheFolder: settings.attachmentCache,
      cacheBytes: settings.attachmentCacheBytes,
      limits: patientLimits,
      libreOffice: settings.libreOffice,
      areStored: true,
    });
    const content = await readEdition(settings, context, reader, new Set(leftOut.keys())).finally(
      reader.close,
    );
    const log = context.logger.fork('内容');
    for (const { path, line, code, message } of errorsAmong(content.problems)) {
      log.error(`${path}:${line}  [${code}] ${message}`);
    }
    if (content.withheld.size > 0) log.error(withheldSentence(content.withheld.size));
    const undrawn = settings.libreOffice === null ? officeFileCount(content) : 0;
    if (undrawn > 0) log.info(undrawnSentence(undrawn));
    return content;
  };

  /**
   * Stores a collection as the content is now, once it was read. Where the content changes meanwhile, or an entry cannot be
   * rendered and is gone for all others too, it is stored anew.
   */
  const load = async (collection: CollectionName, context: LoaderContext): Promise<void> => {
    asked.set(collection, context);
    current ??= read(context);
    const mine = current;
    const content = await mine;
    if (current !== mine) return load(collection, context);
    const failed = storeEntries(collection, content, settings, context, render);
    if (failed.length === 0) return;
    const log = context.logger.fork('内容');
    for (const { entry, error } of failed) {
      const left = leftOutEntry(entry, error);
      leftOut.set(entry.contentPath, left);
      log.error(`${entry.path}  [entry-unrendered] ${leftOutProblem(left).message}`);
      log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    current = undefined;
    await Promise.all([...asked].map(([other, otherContext]) => load(other, otherContext)));
  };

  const follow = (watcher: NonNullable<LoaderContext['watcher']>): void => {
    watcher.add(settings.contentDir);
    watcher.on('all', (_event, path) => {
      if (!path.startsWith(settings.contentDir)) return;
      current = undefined;
      leftOut.clear();
      for (const [collection, context] of followed) {
        load(collection, context).catch((error: unknown) => context.logger.error(String(error)));
      }
    });
  };

  return (collection) => ({
    name: `portal-content(${collection})`,
    load: async (context) => {
      await load(collection, context);

      if (!context.watcher) {
        // Pages are made from the store: what was read for it is let go with the last collection.
        waiting.delete(collection);
        if (waiting.size > 0) return;
        (await current)?.keepDigests();
        current = undefined;
        writeLeftOut(settings, [...leftOut.values()]);
        return;
      }
      if (followed.size === 0) follow(context.watcher);
      followed.set(collection, context);
    },
  });
}

const withheldSentence = (count: number): string =>
  `上の添付ファイル${count}個はサイトに出さず、記事はファイルなしで表示しますので、ファイルを直してから、もう一度組み立ててください。`;

const undrawnSentence = (count: number): string =>
  `LibreOffice を使わないため、Word、Excel、PowerPoint のファイル${count}個は1ページ目の絵なしで表示します。`;
