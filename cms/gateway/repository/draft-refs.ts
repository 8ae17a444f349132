import { readTogether } from './read-together.ts';
import type { CommitId } from './repository.ts';
import type { Git } from './run-git.ts';

/** A ref of a draft, and the commit that it leads to. */
export type DraftRef = { readonly ref: string; readonly commit: CommitId };

/**
 * Makes the reader of refs below a folder. To start git stops this process for some milliseconds, and many may ask at once:
 * whoever asks while a reading is under way waits for one that begins after it, together with all others who do.
 */
export const createDraftRefs = (git: Git): ((below: string) => Promise<readonly DraftRef[]>) => {
  const together = new Map<string, () => Promise<readonly DraftRef[]>>();
  return (below) => {
    const read =
      together.get(below) ??
      readTogether(async () => {
        const args = ['for-each-ref', '--format=%(objectname) %(refname)', below];
        const lines = (await git(args)).toString().split('\n').filter(Boolean);
        return lines.map((line) => {
          const space = line.indexOf(' ');
          return { ref: line.slice(space + 1), commit: line.slice(0, space) as CommitId };
        });
      });
    together.set(below, read);
    return read();
  };
};
