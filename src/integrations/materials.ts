import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { materialsOf } from '../materials/materials-ground.ts';
import { listedBundleAt } from '../materials/site-materials.ts';
import { writeMaterials } from '../materials/write-materials.ts';
import { bytesOfZip, openAt } from '../materials/zip-stream.ts';
import { readSettings } from '../settings.ts';

/**
 * Puts the files of an edition and its bundles into the site after the pages of a build, from the list that it emitted:
 * what it does not show cannot be in them. In development the bundles of the last build are served.
 */
export function materials(): AstroIntegration {
  let builtSite = '';
  return {
    name: 'materials',
    hooks: {
      'astro:config:done': ({ config }) => {
        builtSite = fileURLToPath(config.outDir);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const bundle = await listedBundleAt(builtSite, pathname).catch(() => null);
          if (!bundle) return next();
          response.setHeader('content-type', 'application/zip');
          const { zip, pathOf } = bundle;
          const bytes = bytesOfZip(
            zip,
            openAt((file) => join(builtSite, pathOf(file))),
          );
          Readable.from(bytes).on('error', next).pipe(response);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const ground = materialsOf(readSettings(process.env));
        const { files, bundles } = await writeMaterials(fileURLToPath(dir), ground);
        await ground.store.prune(new Date());
        logger.info(`${files} files, ${bundles} bundles of them`);
      },
    },
  };
}
