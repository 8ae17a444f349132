import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** A headless Chromium that makes no connection of its own. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** What a page is opened on: width in pixels, colour scheme, with or without script. */
export type Screen = { width: number; dark?: boolean; script?: boolean };

/** A reader's window: its width in CSS pixels, light or dark, with or without script. */
export const openWindow = (
  browser: Browser,
  { width, dark = false, script = true }: Screen,
): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
    locale: 'ja-JP',
    reducedMotion: 'reduce',
  });
