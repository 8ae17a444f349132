import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { examineContent } from '../check/check-content.ts';
import type { Problem } from '../check/problem.ts';
import { type CollectionName, collectionNames } from '../schema/collections.ts';
import type { Settings } from '../settings.ts';
import { readContentFolder } from '../source/content-files.ts';
import { ContentProblems } from './content-problems.ts';
import {
  type EditionContent,
  editionContent,
  headwordsOf,
  renderedDocument,
  shownData,
  shownDocuments,
} from './edition-content.ts';
import { entryContext } from './entry-context.ts';

/** The whole content of an edition, with what is wrong with it. */
type CheckedContent = EditionContent & {
  problems: Problem[];
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

function readEdition(settings: Settings, root: URL): CheckedContent {
  const { contentDir, edition, basePath } = settings;
  const files = readContentFolder(contentDir);
  const { problems, documents } = examineContent(files);
  const shown = shownDocuments(documents.values(), settings);
  const headwords = JSON.stringify(headwordsOf(shown, settings));
  return {
    ...editionContent(files, shown, settings),
    problems,
    surroundings: digest(edition, basePath, headwords, rendererDigest(root)),
  };
}

/** Where a body's links lead depends on which of their targets this edition shows; so does its digest. */
const linkTargets = (text: string): string[] => text.match(/\]\([^)\s]+/g) ?? [];

function load(
  collection: CollectionName,
  content: CheckedContent,
  settings: Settings,
  { store, watcher }: LoaderContext,
) {
  const ids = new Set<string>();
  for (const document of content.shown.values()) {
    if (document.collection !== collection) continue;
    ids.add(document.id);
    const context = entryContext(document, content, settings);
    const data = shownData(collection, document.data, (path) => content.shown.has(path));
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
    store.set({ id: document.id, digest: key, ...renderedDocument(data, body, context) });
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
  let current: CheckedContent | undefined;
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
