import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Refusal } from '../refusal.ts';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const packages = ['chromium', 'fonts-noto-cjk'];

const existing = (path: string | undefined) => (path && existsSync(path) ? path : undefined);

/**
 * The browser that the journeys run in: `CHROMIUM_PATH`, Playwright's own, or the system's.
 * Where there is none, and the system's package manager may be used, it is installed.
 * @throws Refusal naming the one command to run, where it may not.
 */
export function findChromium(): string {
  const find = () =>
    existing(process.env['CHROMIUM_PATH']) ??
    existing(chromium.executablePath()) ??
    installed.find((path) => existsSync(path));
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Chromium がないため、${packages.join(' と ')} を入れます。`);
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', ...packages], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const now = find();
    if (now) return now;
  }
  throw new Refusal(
    `Chromium が見つかりません。次の命令で入れてから、もう一度実行してください。\n  sudo apt-get install -y ${packages.join(' ')}`,
  );
}
