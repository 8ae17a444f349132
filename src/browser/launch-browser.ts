import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findBrowsers } from './find-browsers.ts';

/**
 * A headless Chromium that makes no connection of its own.
 * @param needed its engine, or the whole browser: for its viewer of PDFs, and for files that have to be as it writes them
 */
export const launchBrowser = (needed: 'engine' | 'whole browser' = 'engine'): Promise<Browser> => {
  const { chromium: whole, headlessShell } = findBrowsers();
  return chromium.launch({
    executablePath: needed === 'engine' ? headlessShell : whole,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
};

/** What a page is opened on: width in pixels, colour scheme, with or without script. */
export type Screen = { width: number; dark?: boolean; script?: boolean };

/** How long a page may take, in milliseconds: more than on any machine that has other things to do beside. */
const patience = 240_000;

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
