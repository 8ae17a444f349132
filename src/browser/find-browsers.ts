import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Refusal } from '../refusal.ts';

/** The two of Chromium's programs that tests use, by what Debian calls their packages. */
const programs = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    paths: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  },
  'chromium-headless-shell': {
    variable: 'HEADLESS_SHELL_PATH',
    paths: ['/usr/bin/chromium-headless-shell'],
  },
} as const;
type Program = keyof typeof programs;
const fonts = 'fonts-noto-cjk';

export type Browsers = {
  /** The browser as people have it, with its viewer of PDFs. */
  readonly chromium: string;
  /** The same engine without the browser around it, which costs a third less; the browser itself where there is none. */
  readonly headlessShell: string;
};

/** @returns undefined where the program is not on this machine */
const find = (program: Program): string | undefined => {
  const { variable, paths } = programs[program];
  const named = [
    process.env[variable],
    ...(program === 'chromium' ? [chromium.executablePath()] : []),
  ];
  return [...named, ...paths].find((path) => path && existsSync(path));
};

/**
 * The browsers that the journeys run in: those that `CHROMIUM_PATH` and `HEADLESS_SHELL_PATH` name, Playwright's own, or
 * the system's. Where one is missing, and the system's package manager may be used, it is installed.
 * @throws Refusal naming the one command to run, where it may not.
 */
export function findBrowsers(): Browsers {
  const missing = (Object.keys(programs) as Program[]).filter((program) => !find(program));
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const packages = [...missing, fonts];
    console.log(`${missing.join(' と ')} がないため、${packages.join(' と ')} を入れます。`);
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
      execFileSync('apt-get', ['install', '-y', '-qq', ...packages], {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    } catch (error) {
      // An older system has no such package as the shell; where there is a browser, it takes its place.
      if (!find('chromium')) throw error;
    }
  }
  const found = find('chromium');
  if (!found) {
    throw new Refusal(
      `Chromium が見つかりません。次の命令で入れてから、もう一度実行してください。\n  sudo apt-get install -y ${Object.keys(programs).join(' ')} ${fonts}`,
    );
  }
  return { chromium: found, headlessShell: find('chromium-headless-shell') ?? found };
}
