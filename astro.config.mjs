import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { designTokens } from './src/integrations/design-tokens.ts';
import { readSettings } from './src/settings.ts';

const { outDir, cacheDir, siteUrl, basePath, port } = readSettings(process.env);

export default defineConfig({
  outDir,
  cacheDir,
  base: basePath,
  ...(siteUrl ? { site: siteUrl } : {}),
  server: { port, host: '127.0.0.1' },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  // One style sheet and no inline script: the content security policy of every page is 'self'.
  build: { inlineStylesheets: 'never', assets: 'assets' },
  integrations: [mdx(), ...(siteUrl ? [sitemap()] : [])],
  vite: {
    build: { assetsInlineLimit: 0 },
    css: { postcss: { plugins: [designTokens()] } },
  },
});
