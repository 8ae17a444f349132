import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentDay } from '../content-day.ts';
import { buildOfflinePack } from '../offline/pack/build-pack.ts';
import { bundleWorker } from '../offline/pack/bundle-worker.ts';
import { daysOfMembersCopy, readSettings } from '../settings.ts';

/** Writes /worker.js and what it needs below /offline/, from all that was built: it has to come last. */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const settings = readSettings(process.env);
        const { edition, contentDir, cacheDir } = settings;
        const days = daysOfMembersCopy(settings);
        const { files, bytes } = await buildOfflinePack({
          siteDir: fileURLToPath(dir),
          cacheDir,
          edition,
          day: contentDay(contentDir),
          ...(days === undefined ? {} : { days }),
          worker: await bundleWorker(),
        });
        logger.info(`${files.length} files for use offline, ${Math.round(bytes / 1024)} KB`);
      },
    },
  };
}
