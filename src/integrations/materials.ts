import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeBundle } from '../materials/bundle.ts';
import { planBundle } from '../materials/bundle-plan.ts';
import { materialsList } from '../schema/materials-list.ts';

/**
 * Writes /bundles/ after the pages of a build, from the list and the files that the edition emitted: what it does not
 * show cannot be in them. In development the bundles of the last build are served.
 */
export function materials(): AstroIntegration {
  let builtSite = '';
  let base = '/';
  let site: URL | undefined;
  return {
    name: 'materials',
    hooks: {
      'astro:config:done': ({ config }) => {
        builtSite = fileURLToPath(config.outDir);
        base = config.base.replace(/\/?$/, '/');
        site = config.site ? new URL(config.site) : undefined;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = normalize(decodeURI((request.url ?? '').split('?')[0] ?? ''));
          const file = join(builtSite, path);
          if (!/^\/bundles\/.+\.zip$/.test(path) || !existsSync(file)) return next();
          response.setHeader('content-type', 'application/zip');
          createReadStream(file).pipe(response);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        /** Where an address of the edition lies in the folder that is being built. */
        const at = (address: string) =>
          join(folder, decodeURIComponent(address.slice(base.length)));
        const list = materialsList.parse(
          JSON.parse(await readFile(join(folder, 'data/materials.json'), 'utf8')),
        );
        for (const bundle of list.bundles) {
          const target = at(bundle.address);
          await mkdir(dirname(target), { recursive: true });
          const plan = planBundle(bundle, { list, site });
          await writeBundle(plan, ({ address }) => at(address), target);
          const { size } = await stat(target);
          if (size !== bundle.bytes) {
            throw new Error(
              `${bundle.address} has ${size} bytes, and ${bundle.bytes} were listed.`,
            );
          }
        }
        logger.info(`${list.bundles.length} bundles of ${list.files.length} files`);
      },
    },
  };
}
