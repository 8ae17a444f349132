import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser/launch-browser.ts';

type Needed = Parameters<typeof launchBrowser>[0];

const started = new Map<Needed, Promise<Browser>>();

/**
 * A browser for one file of journeys. A project makes its journeys one file after the other, so that all of them are lent
 * the same one: it ends with their process. What a window keeps is its own, and to close the browser closes every window.
 */
export const lendBrowser = async (needed: Needed = 'engine'): Promise<Browser> => {
  const start = started.get(needed) ?? launchBrowser(needed);
  started.set(needed, start);
  const browser = await start;
  const close = async () => {
    await Promise.all(browser.contexts().map((window) => window.close()));
  };
  return new Proxy(browser, {
    get(_, name) {
      if (name === 'close') return close;
      const value: unknown = Reflect.get(browser, name);
      return typeof value === 'function' ? value.bind(browser) : value;
    },
  });
};
