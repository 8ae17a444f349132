import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';

const installed = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** The Firefox of this machine: `FIREFOX_PATH`, or the system's; undefined where there is none. */
export const findFirefox = (): string | undefined =>
  [process.env['FIREFOX_PATH'], ...installed].find((path) => path && existsSync(path));

/** A headless Firefox with a profile of its own. */
export const launchFirefox = (executablePath: string): Promise<Browser> =>
  puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
