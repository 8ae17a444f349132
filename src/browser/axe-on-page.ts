import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

type RunOptions = Parameters<AxeBuilder['options']>[0];

const { resolve } = createRequire(import.meta.url);
/** The axe that the builder brings along, as it is published for pages: the one that it sends by itself is twice as long. */
const axeScript = readFileSync(
  createRequire(resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What the builder evaluates in place of axe where that is there already. */
const nothing = 'undefined';

/** Of what pages load, the one rule of those we try that needs anything needs media; axe would fetch and parse style sheets too. */
const preload = { assets: ['media'] };

/**
 * Axe, ready on the page as it stands. The builder by itself would send and start it twice each time, also where it is there.
 *
 * Frames of other origins are left out, which no page of ours may hold: to put their results together the builder's other
 * mode opens a second page each time, and takes three times as long.
 */
export async function axeOnPage(page: Page, options: RunOptions = {}): Promise<AxeBuilder> {
  const hasFrames = page.frames().length > 1;
  if (!hasFrames && !(await page.evaluate('"axe" in window'))) await page.evaluate(axeScript);
  // Into each frame of a page that has some, the builder brings it.
  return new AxeBuilder({ page, axeSource: hasFrames ? axeScript : nothing })
    .setLegacyMode()
    .options({ ...options, preload });
}
