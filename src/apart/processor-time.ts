import { readFileSync } from 'node:fs';

/** `USER_HZ`, the same on every Linux that Node runs on. */
const ticksPerSecond = 100;

/**
 * Seconds of a processor that a process has used, of itself and of the system for it; null where the system doesn't say.
 * From the fields 14 and 15 of proc(5)'s `stat`, which follow a name that may itself hold spaces and brackets.
 */
export const processorSeconds = (pid: number): number | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return null;
  }
};
