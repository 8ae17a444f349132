import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentDay } from '../content-day.ts';
import { buildOfflinePack, type PackBuild } from '../offline/pack/build-pack.ts';
import { bundleWorker } from '../offline/pack/bundle-worker.ts';
import { daysOfMembersCopy, readSettings, type Settings } from '../settings.ts';

let worker: Promise<string> | undefined;

/** What the pack of a site is made of. The worker is bundled once: it is code. */
export async function packOf(
  settings: Settings,
  siteDir: string,
  day = contentDay(settings.contentDir),
): Promise<PackBuild> {
  const { edition, cacheDir, outDir } = settings;
  const days = daysOfMembersCopy(settings);
  worker ??= bundleWorker();
  return {
    siteDir,
    cacheDir,
    edition,
    day,
    ...(days === undefined ? {} : { days }),
    worker: await worker,
    before: outDir,
  };
}

/** Writes /worker.js and what it needs below /offline/, from all that was built: it has to come last. */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { files, bytes } = await buildOfflinePack(
          await packOf(readSettings(process.env), fileURLToPath(dir)),
        );
        logger.info(`${files.length} files for use offline, ${Math.round(bytes / 1024)} KB`);
      },
    },
  };
}
