import { readdirSync, readFileSync } from 'node:fs';

/** Memory that processes hold, in bytes. */
export type TreeMemory = {
  /** All of the tree together now; pages that processes share count in each, so it is never too small. */
  resident: number;
  /** The most that one process of the tree ever held, also between two looks. */
  highestOfOne: number;
};

type Process = { parent: number; resident: number; highest: number };

/** The first fields of proc(5)'s `stat` after the name, which may itself hold spaces and brackets. */
const statFields = (pid: number | 'self'): string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');

const number = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);

function readProcess(pid: number): Process | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return {
      parent: number(status, 'PPid'),
      resident: number(status, 'VmRSS') * 1024,
      highest: number(status, 'VmHWM') * 1024,
    };
  } catch {
    // It ended while we looked.
    return undefined;
  }
}

/** A process and everything that it started and that still runs, as Linux lists them. */
function treeOf(root: number): [pid: number, process: Process][] {
  const processes = new Map<number, Process>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const process = Number.isInteger(pid) ? readProcess(pid) : undefined;
    if (process) processes.set(pid, process);
  }
  const belongs = (pid: number): boolean => {
    for (let at = pid; at > 1; at = processes.get(at)?.parent ?? 0) if (at === root) return true;
    return false;
  };
  return [...processes].filter(([pid]) => belongs(pid));
}

/** Looks at the memory of a process and everything that it started. */
export function treeMemory(root: number): TreeMemory {
  const tree = treeOf(root).map(([, process]) => process);
  return {
    resident: tree.reduce((sum, { resident }) => sum + resident, 0),
    highestOfOne: Math.max(0, ...tree.map(({ highest }) => highest)),
  };
}

/**
 * Those of a process and all that it started that were started with a word: the name of a script.
 * @returns their numbers
 */
export const processesRunning = (root: number, word: string): number[] =>
  treeOf(root)
    .map(([pid]) => pid)
    .filter((pid) => commandOf(pid).includes(word));

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It ended while we looked.
    return '';
  }
};

/** The most memory that a process alone ever held, in bytes; 0 where it has ended. */
export const highestMemory = (pid: number): number => readProcess(pid)?.highest ?? 0;

/** The places of user and system time in statFields: of the process itself, and of all it has waited for. */
const ownTime = [11, 12];
const waitedTime = [13, 14];

const secondsOf = (fields: readonly string[], places: readonly number[]): number =>
  places.reduce((sum, place) => sum + Number(fields[place]), 0) / clockTicksPerSecond;

/**
 * Seconds of processor time of a process that runs on, with everything that it started: what has ended counts with the
 * process that waited for it, so that the sum never falls.
 */
export function treeCpuSeconds(root: number): number {
  const seconds = treeOf(root).map(([pid]) => {
    try {
      return secondsOf(statFields(pid), [...ownTime, ...waitedTime]);
    } catch {
      // It ended while we looked, and counts with its parent.
      return 0;
    }
  });
  return seconds.reduce((sum, value) => sum + value, 0);
}

/** Seconds of processor time, user and system, of all processes that this one has started and waited for. */
export const childrenCpuSeconds = (): number => secondsOf(statFields('self'), waitedTime);

/** `USER_HZ`, the same on every Linux that Node runs on. */
const clockTicksPerSecond = 100;
