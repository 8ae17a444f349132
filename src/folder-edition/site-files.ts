/**
 * Which files of a built site the folder edition takes as they are, and what becomes of the others. Paths are
 * slash-separated, below the site's folder.
 */
export type SiteFileKind = 'page' | 'file' | 'search' | 'left-out';

/**
 * What only a site on a server needs: feeds, the worker and its packs, the page for what is not there, scripts, which
 * are written anew. Bundles repeat files that lie in the folder anyway.
 */
const leftOut =
  /^(?:404\.html|robots\.txt|worker\.js|[^/]+\.(?:xml|webmanifest)|(?:.+\/)?feed\.xml|(?:offline|bundles|admin)\/.*|assets\/[^/]+\.js(?:\.map)?)$/;

/** The search's own files: all that lies in /search/ but its page. */
const searchFile = /^search\/(?!index\.html$)/;

/** Tells what becomes of a file of the site. The engine is a script, which is written anew. */
export function kindOf(path: string): SiteFileKind {
  if (leftOut.test(path) || path === enginePath || path === nearPath) return 'left-out';
  if (searchFile.test(path)) return 'search';
  return path.endsWith('.html') ? 'page' : 'file';
}

/** The engine of the built site. */
export const enginePath = 'search/engine.js';

/** What the engine fetches where no page has every word: it goes into the engine's script. */
const nearPath = 'search/near.js';

/** Whether a path is a bundle's, of files that the folder holds one by one. */
export const isBundle = (path: string): boolean => path.startsWith('bundles/');
