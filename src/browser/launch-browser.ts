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

/** How long a page may take, in milliseconds: more than on any machine that has other things to do beside. */
const patience = 120_000;

/** A reader's window: its width in CSS pixels, light or dark, with or without script. */
export const openWindow = async (
  browser: Browser,
  { width, dark = false, script = true }: Screen,
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
    locale: 'ja-JP',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patience);
  return context;
};
