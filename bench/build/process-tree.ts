import { readdirSync, readFileSync } from 'node:fs';

/** Memory that processes hold, in bytes. */
export type TreeMemory = {
  /** All of the tree together now; pages that processes share count in each, so it is never too small. */
  resident: number;
  /** The most that one process of the tree ever held, also between two looks. */
  highestOfOne: number;
};

type Process = { parent: number; resident: number; highest: number };

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

/** Looks at a process and everything that it started, as Linux lists them. */
export function treeMemory(root: number): TreeMemory {
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
  const tree = [...processes].filter(([pid]) => belongs(pid)).map(([, process]) => process);
  return {
    resident: tree.reduce((sum, { resident }) => sum + resident, 0),
    highestOfOne: Math.max(0, ...tree.map(({ highest }) => highest)),
  };
}

/** Seconds of processor time, user and system, of all processes that this one has started and waited for. */
export function childrenCpuSeconds(): number {
  // Fields 16 and 17 of proc(5), counted after the name, which may itself hold spaces and brackets.
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / clockTicksPerSecond;
}

/** `USER_HZ`, the same on every Linux that Node runs on. */
const clockTicksPerSecond = 100;
