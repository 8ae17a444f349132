import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../../src/refusal.ts';
import { backupWords } from './words.ts';

/**
 * Does something in a folder that nobody else works in meanwhile. The lock of a process that is no more does not count.
 * @throws Refusal where another one works there
 */
export const alone = async <Result>(
  folder: string,
  work: () => Promise<Result>,
): Promise<Result> => {
  const lock = join(folder, 'backup.lock');
  for (let attempt = 1; ; attempt += 1) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
      if (attempt > 1 || isRunning(holder)) throw new Refusal(backupWords.busy(folder));
      await rm(lock, { force: true });
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
};

const isRunning = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
