import { createReadStream, existsSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildSearchIndex } from '../search/indexing/build-index.ts';
import { readSettings } from '../settings.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * Writes /search/ after the pages of a build. In development the index of the last build is served, since pages are
 * made one by one there and nothing whole exists to be indexed.
 */
export function searchIndex(): AstroIntegration {
  let builtSite = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        builtSite = fileURLToPath(config.outDir);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = normalize(decodeURI((request.url ?? '').split('?')[0] ?? ''));
          const file = join(builtSite, path);
          const isIndexFile = path.startsWith('/search/') && extname(path) !== '';
          if (!isIndexFile || !existsSync(file)) return next();
          response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
          createReadStream(file).pipe(response);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { cacheDir } = readSettings(process.env);
        const { pages, bytes } = await buildSearchIndex({ siteDir: fileURLToPath(dir), cacheDir });
        logger.info(`${pages} pages indexed, ${Math.round(bytes / 1024)} KB`);
      },
    },
  };
}
