import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type AstroInlineConfig,
  type AstroIntegration,
  type AstroIntegrationLogger,
  build,
} from 'astro';
import { type SitePage, type StayingSite, stayingSite } from '../astro-internals/staying-site.ts';
import type { Settings } from '../settings.ts';
import { linkedCopy } from './linked-copy.ts';

/** A site whose code is loaded, and what of it no content changes. */
export type LoadedSite = {
  site: StayingSite;
  /** A folder with everything that is no page: styles, scripts, what lies in `public`. */
  frame: string;
  /**
   * Does in a folder what one of the site's own integrations does once all pages are there.
   * @param name of the integration; where the site has none of it, nothing is done
   */
  afterPages(name: string, dir: string, pages: readonly SitePage[]): Promise<void>;
};

/**
 * Compiles the site once, by its own configuration, and makes no page. The entries have to be given before (given-entries.ts), so that
 * Astro's store has nothing to hold.
 * @param root the checkout
 */
export async function loadSite(
  { basePath, siteUrl, port, cacheDir }: Settings,
  root: string,
): Promise<LoadedSite> {
  const { default: config } = await import('../../astro.config.mjs');
  const own = (config.integrations ?? []) as AstroIntegration[];
  const workshop = join(cacheDir, 'site-process');
  const outDir = join(workshop, 'site');
  await rm(workshop, { recursive: true, force: true });
  let loaded: StayingSite | undefined;
  await build({
    ...(config as AstroInlineConfig),
    configFile: false,
    root,
    outDir,
    // Apart from the builds: their store keeps what was rendered.
    cacheDir: join(workshop, 'cache'),
    logLevel: 'error',
    integrations: [
      ...own.map(withoutItsLast),
      stayingSite({
        origin: siteUrl ? new URL(siteUrl).origin : `http://localhost:${port}`,
        base: basePath,
        alone: true,
        hear: async (site) => {
          loaded = site;
        },
      }),
    ],
  });
  if (!loaded) throw new Error('Astro handed over no site.');
  const frame = linkedCopy(outDir, join(workshop, 'frame')).dir;
  loaded.keepProgram();
  return {
    site: loaded,
    frame,
    async afterPages(name, dir, pages) {
      await own
        .find((one) => one.name === name)
        ?.hooks['astro:build:done']?.({
          dir: pathToFileURL(`${dir}/`),
          pages: pages.flatMap(({ listedAs }) =>
            listedAs === null ? [] : [{ pathname: listedAs }],
          ),
          assets: new Map(),
          logger: silent,
        });
    },
  };
}

/** An integration that does nothing when the pages are there: there are none yet. */
const withoutItsLast = ({ name, hooks }: AstroIntegration): AstroIntegration => {
  const { 'astro:build:done': _, ...others } = hooks;
  return { name, hooks: others };
};

const nothing = () => {};
const silent = {
  options: {},
  label: '',
  fork: () => silent,
  info: nothing,
  debug: nothing,
  warn: (words: string) => console.error(words),
  error: (words: string) => console.error(words),
} as unknown as AstroIntegrationLogger;
