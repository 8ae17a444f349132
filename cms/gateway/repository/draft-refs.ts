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

/** Has all who ask while something is being read share the next reading, which sees what was there when they asked. */
const readTogether = <Value>(read: () => Promise<Value>): (() => Promise<Value>) => {
  let running: Promise<Value> | null = null;
  let next: Promise<Value> | null = null;
  const start = (): Promise<Value> => {
    next = null;
    const mine = read().finally(() => {
      if (running === mine) running = null;
    });
    running = mine;
    return mine;
  };
  return () => {
    if (!running) return start();
    next ??= running.then(start, start);
    return next;
  };
};
