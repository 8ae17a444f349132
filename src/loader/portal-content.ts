import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { type Document, examineContent } from '../check/check-content.ts';
import type { Problem } from '../check/problem.ts';
import { addressOf } from '../schema/addresses.ts';
import { type CollectionName, collectionNames, collections } from '../schema/collections.ts';
import type { Settings } from '../settings.ts';
import { type ContentFile, type ContentFiles, readContentFolder } from '../source/content-files.ts';
import { ContentProblems } from './content-problems.ts';
import { isShown, withoutHiddenReferences } from './edition.ts';
import { entryContext } from './entry-context.ts';
import { type Headword, type HeadwordFinder, headwordFinder } from './glossary-links.ts';
import { renderBody } from './render-body.ts';
import { screenData } from './typography.ts';

/** The whole content as one edition sees it. */
export type EditionContent = {
  files: ContentFiles;
  /** The files of each folder, by its path. */
  folders: ReadonlyMap<string, readonly ContentFile[]>;
  problems: Problem[];
  /** Documents of this edition, by content path. */
  shown: ReadonlyMap<string, Document>;
  headwords: HeadwordFinder;
  /** Changes whenever something outside an entry changes how it is rendered. */
  surroundings: string;
};

const digest = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/** The code that renders is part of what a stored page was made from. */
const rendererDigest = (root: URL): string =>
  digest(
    ...['loader', 'source', 'schema'].flatMap((folder) => {
      const path = join(fileURLToPath(root), 'src', folder);
      return readdirSync(path)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .sort()
        .map((name) => readFileSync(join(path, name)));
    }),
  );

function readEdition({ contentDir, edition, basePath }: Settings, root: URL): EditionContent {
  const files = readContentFolder(contentDir);
  const { problems, documents } = examineContent(files);
  const all = [...documents.values()];
  const shownInstitutions = new Set(
    all
      .filter(({ collection, data }) => collection === 'institutions' && isShown(data, edition))
      .map(({ id }) => id),
  );
  const shown = new Map(
    all
      .filter(
        (document) =>
          isShown(document.data, edition) &&
          // An entry goes with its institution: the name is in its address.
          (collections[document.collection].layout !== 'institution' ||
            shownInstitutions.has(document.id.split('/')[0] ?? '')),
      )
      .map((document) => [document.contentPath as string, document] as const),
  );
  const headwords: Headword[] = [...shown.values()].flatMap((document) =>
    document.collection === 'glossary'
      ? [
          {
            term: document.data.term,
            address: `${basePath}${addressOf('glossary', document.id).slice(1)}`,
          },
        ]
      : [],
  );
  const folders = new Map<string, ContentFile[]>();
  for (const file of files.values()) {
    const folder = posix.dirname(file.path);
    const known = folders.get(folder);
    if (known) known.push(file);
    else folders.set(folder, [file]);
  }
  return {
    files,
    folders,
    problems,
    shown,
    headwords: headwordFinder(headwords),
    surroundings: digest(edition, basePath, JSON.stringify(headwords), rendererDigest(root)),
  };
}

/** Where a body's links lead depends on which of their targets this edition shows; so does its digest. */
const linkTargets = (text: string): string[] => text.match(/\]\([^)\s]+/g) ?? [];

function load(
  collection: CollectionName,
  content: EditionContent,
  settings: Settings,
  { store, watcher }: LoaderContext,
) {
  const ids = new Set<string>();
  for (const document of content.shown.values()) {
    if (document.collection !== collection) continue;
    ids.add(document.id);
    const context = entryContext(document, content, settings);
    const data = screenData(
      withoutHiddenReferences(collection, document.data, (path) => content.shown.has(path)),
    );
    const key = digest(
      document.text,
      // Which of its references the edition shows is part of what the entry says.
      JSON.stringify(data),
      content.surroundings,
      ...linkTargets(document.text).map((link) => String(context.resolveLink(link.slice(2)))),
      ...context.folderDigests(),
    );
    const { body } = document;
    // A build reads each tree once; thousands of them are most of its memory.
    if (!watcher) document.body = null;
    if (store.get(document.id)?.digest === key) continue;
    const { html, headings } = body ? renderBody(body, context) : { html: '', headings: [] };
    store.set({
      id: document.id,
      data: data as Record<string, unknown>,
      digest: key,
      rendered: { html, metadata: { headings, files: context.usedFiles() } },
    });
  }
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
}

/**
 * The loaders of all collections over one content folder: read, checked and parsed once for all of them, kept to
 * one edition, and rendered to HTML here, because contributed text is data and never becomes a module.
 * @returns a function that gives the loader of one collection.
 * @throws ContentProblems while building, when the check finds errors; in development they are logged and the
 *   sound entries shown.
 */
export function portalContent(settings: Settings): (collection: CollectionName) => Loader {
  let current: EditionContent | undefined;
  let watching = false;
  const waiting = new Set(collectionNames);

  return (collection) => ({
    name: `portal-content(${collection})`,
    load: async (context) => {
      const read = () => {
        current = readEdition(settings, context.config.root);
        const errors = current.problems.filter(({ severity }) => severity === 'error');
        if (errors.length > 0 && !context.watcher) throw new ContentProblems(current.problems);
        for (const { path, line, message } of errors)
          context.logger.error(`${path}:${line}  ${message}`);
        return current;
      };
      load(collection, current ?? read(), settings, context);

      const { watcher } = context;
      if (!watcher) {
        // Pages are made from the store: what was read for it is let go with the last collection.
        waiting.delete(collection);
        if (waiting.size === 0) current = undefined;
        return;
      }
      if (!watching) {
        watching = true;
        watcher.add(settings.contentDir);
        watcher.on('all', (_event, path) => {
          if (path.startsWith(settings.contentDir)) current = undefined;
        });
      }
      watcher.on('all', (_event, path) => {
        if (path.startsWith(settings.contentDir))
          load(collection, current ?? read(), settings, context);
      });
    },
  });
}
