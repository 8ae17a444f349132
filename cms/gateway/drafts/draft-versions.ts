import type { Repository } from '../repository/repository.ts';

/** Tells how often the files of a proposal were saved: its 版. */
export type DraftVersions = Repository['savesOf'];
