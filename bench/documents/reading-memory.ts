import { readdirSync, readFileSync } from 'node:fs';

/**
 * The most memory that a process which this one has started has had at one time so far, in bytes: the readings are the
 * only ones that stay. Read from /proc.
 */
export const mostMemoryOfChildren = (): number => {
  const peaks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]);
        const peak = Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? 0);
        return parent === process.pid ? [peak * 1024] : [];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
  return Math.max(0, ...peaks);
};
