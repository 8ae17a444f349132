import { createSearchEngine, type SearchEngine } from './search-engine.ts';

/**
 * The module /search/engine.js of the built site. Others search the site through it: keep its names,
 * add to its shapes only. It finds its files beside itself, so it works under any base path.
 */
const engine: SearchEngine = createSearchEngine(new URL('.', import.meta.url).href);

/** Finds the pages for what somebody typed. Rejects with SearchUnavailable if a file cannot be read. */
export const search: SearchEngine['search'] = engine.search;
/** Words that are on the site, near to a query that found nothing. */
export const near: SearchEngine['near'] = engine.near;
/** What somebody may be about to type. */
export const suggest: SearchEngine['suggest'] = engine.suggest;
