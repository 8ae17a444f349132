import { relative } from 'node:path';
import { getViteConfig } from 'astro/config';
import { build, type UserConfig } from 'vite';

/**
 * Compiles a module that imports components into one that Node runs without Vite, by the project's own configuration.
 * Astro's runtime stays outside: bundled, it would ask for the manifest of a whole site. Afterwards the process has to be
 * ended, since Astro leaves its watchers behind.
 * @param entry the module; it renders components by render-component.ts
 * @param outDir where `page.mjs` is written, below a folder from which the packages can be found
 * @throws where it cannot be compiled
 */
export async function compilePage(root: string, entry: string, outDir: string): Promise<void> {
  const ours: UserConfig = {
    build: {
      ssr: relative(root, entry),
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
}
