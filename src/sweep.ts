import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how?: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;
let collect: Collect | undefined;

const collector = (): Collect => {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as Collect;
  }
  return collect;
};

/**
 * Has V8 look through all that lives and let go of the rest. For a moment in which nobody waits: by itself it does so in the
 * midst of the next task that needs much room.
 */
export const sweep = (): void => collector()();

/**
 * The same, and what that took is given back to the system, which V8 by itself does late or never: for a process that has done
 * the largest task of its life and stays. It takes several times as long.
 */
export const giveMemoryBack = (): void =>
  collector()({ type: 'major', execution: 'sync', flavor: 'last-resort' });
