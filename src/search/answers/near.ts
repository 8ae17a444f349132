/** The module /search/near.js of the built site, which the engine fetches where exact results leave room on a page. */
export { knownWords } from './near-answers.ts';
export { nearTier } from './near-tier.ts';
