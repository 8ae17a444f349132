import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { mostBytesBeforeSendingOn, sentOnTo } from '../schema/former-addresses.ts';

/**
 * The sitemap of the pages that have something to say: a page at a former address, which only sends its readers on, is in no
 * list.
 * @param basePath the path that the site stands under; begins and ends with a slash
 */
export function siteMap(basePath: string): AstroIntegration {
  // A site is built in a folder that the configuration does not know.
  let folder = '';
  const made = sitemap({
    filter: (address) => {
      const path = decodeURIComponent(new URL(address).pathname).slice(basePath.length);
      const file = join(folder, path, 'index.html');
      if (!existsSync(file)) return true;
      return sentOnTo(readFileSync(file, 'utf8').slice(0, mostBytesBeforeSendingOn)) === null;
    },
  });
  const write = made.hooks['astro:build:done'];
  return {
    ...made,
    hooks: {
      ...made.hooks,
      'astro:build:done': async (build) => {
        folder = fileURLToPath(build.dir);
        await write?.(build);
      },
    },
  };
}
