import { relative, resolve } from 'node:path';
import { getViteConfig } from 'astro/config';
import { build, type UserConfig } from 'vite';

/**
 * Builds the page of drafts, with the site's own layouts and components in it, into one module that Node runs without
 * Vite. Astro's runtime stays outside: bundled, it would ask for the manifest of a whole site.
 * Run from the project's folder: `node build-page-bundle.ts <folder to write page.mjs into>`
 */
const [, , outDir = ''] = process.argv;
const root = process.cwd();

const ours: UserConfig = {
  build: {
    ssr: relative(root, resolve(import.meta.dirname, 'page/render-page.ts')),
    outDir,
    emptyOutDir: true,
    copyPublicDir: false,
    minify: false,
    rollupOptions: {
      external: /^astro\/(?:container|compiler-runtime|runtime\/.*)$/,
      output: { entryFileNames: 'page.mjs' },
    },
  },
};
// Astro types what it merges by the major version of Vite that it bundles.
const config = getViteConfig(ours as Parameters<typeof getViteConfig>[0], {
  root,
  logLevel: 'error',
});
const resolved = await config({ mode: 'production', command: 'build' });
await build({ ...(resolved as UserConfig), configFile: false, logLevel: 'error' });
// Astro leaves its watchers behind.
process.exit(0);
