import { spawnSync } from 'node:child_process';
import { dayInJapan } from './formats/time-in-japan.ts';

/**
 * The day of which a copy of the content is: the day in Japan of the last commit that changed it, so that the same
 * commit gives the same copy; today where the content is not kept with git.
 * @param contentDir the folder of the content
 * @returns `YYYY-MM-DD`
 */
export function contentDay(contentDir: string, today = new Date()): string {
  // Whoever has signatures shown in the log would get them between the lines.
  const plain = ['-c', 'log.showSignature=false', '-c', 'color.ui=false'];
  const { status, stdout } = spawnSync('git', [...plain, 'log', '-1', '--format=%cI', '--', '.'], {
    cwd: contentDir,
    encoding: 'utf8',
  });
  const committed = status === 0 ? stdout.trim() : '';
  return dayInJapan(committed === '' ? today : new Date(committed));
}
