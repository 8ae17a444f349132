import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';

export type EditionName = 'public' | 'network';

/**
 * The world in which journeys are made: a frozen copy of part of the content, so that a correction in `content/` never
 * changes what a test of the code sees. Its name and its words are those of the day on which it was copied.
 */
export const journeyContent = join(projectRoot, 'src/e2e/fixtures/portal/content');

/** Where an edition of that world is built for the journeys, once for all of them. */
export const journeySite = (edition: EditionName): string =>
  join(projectRoot, 'dist/journeys', edition);

/** Where an edition of the real content is built. */
export const contentSite = (edition: EditionName): string => join(projectRoot, 'dist', edition);
