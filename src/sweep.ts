import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Has V8 look through all that lives and let go of the rest, and gives what that took back to the system. For a moment in
 * which nobody waits: by itself V8 does it in the midst of the next task that needs much room.
 */
export function sweep(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
