import type { ChildProcess } from 'node:child_process';

/** Says whether a process that was started keeps the one that started it from ending. */
export const hold = (child: ChildProcess, isHeld: boolean): void => {
  const stderr = child.stderr as { ref?(): void; unref?(): void } | null;
  for (const one of [child, child.channel, stderr]) {
    if (isHeld) one?.ref?.();
    else one?.unref?.();
  }
};
