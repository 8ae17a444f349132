import { buildSearchIndex, type SearchBuild, type SearchBuildReport } from './build-index.ts';

/** Of which site the index follows its pages, and which of them. */
export type SearchUpdate = SearchBuild & {
  /** The HTML files that were written anew or removed, by their paths below `siteDir`, with `/`. */
  changed: readonly string[];
};

/**
 * Brings the index of a site to its pages as they are now. The folder is a hard-linked copy of one with an index; files are
 * replaced, and never written in place.
 */
export const updateSearchIndex = ({
  changed: _,
  ...build
}: SearchUpdate): Promise<SearchBuildReport> => buildSearchIndex(build);
