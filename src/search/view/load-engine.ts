/** The engine as a page uses it: a module of the built site, fetched when somebody is about to search. */
export type Engine = typeof import('../engine/engine.ts');

/**
 * Fetches the engine. The browser keeps the module, so asking again costs nothing.
 * @param folder the path of /search/ under the site's base path
 */
export const loadEngine = (folder: string): Promise<Engine> =>
  import(/* @vite-ignore */ `${folder}engine.js`) as Promise<Engine>;
