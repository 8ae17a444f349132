import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

/**
 * Starlight as lean as it goes: no search index, no code highlighting, and a sidebar of one link, because one of
 * every page would stand in every page (the output of 1,000 pages is then eight times as large).
 */
export default defineConfig({
  // Astro's own choice is node_modules, which are the bench's here.
  cacheDir: './.cache',
  markdown: { syntaxHighlight: false },
  integrations: [
    starlight({
      title: '計測',
      locales: { root: { label: '日本語', lang: 'ja' } },
      pagefind: false,
      expressiveCode: false,
      sidebar: [{ label: 'ホーム', link: '/' }],
    }),
  ],
});
