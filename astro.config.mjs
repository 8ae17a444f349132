import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { ownConstants } from './src/astro-internals/own-constants.ts';
import { designTokens } from './src/integrations/design-tokens.ts';
import { materials } from './src/integrations/materials.ts';
import { offline } from './src/integrations/offline.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { siteMap } from './src/integrations/site-map.ts';
import { readSettings } from './src/settings.ts';

const { edition, outDir, cacheDir, siteUrl, basePath, port, ...told } = readSettings(process.env);

export default defineConfig({
  outDir,
  cacheDir,
  base: basePath,
  ...(siteUrl ? { site: siteUrl } : {}),
  server: { port, host: '127.0.0.1' },
  devToolbar: { enabled: false },
  // The pages that developers write have their signs as they are written.
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ features: { smartPunctuation: false } }),
  },
  // One style sheet and no inline script: the content security policy of every page is 'self'.
  build: { inlineStylesheets: 'never', assets: 'assets' },
  integrations: [
    ownConstants(),
    mdx(),
    ...(siteUrl ? [siteMap(basePath)] : []),
    searchIndex(),
    materials(),
    offline(),
  ],
  vite: {
    // For the pages: a constant of the build, not a question asked of the environment a thousand times.
    define: {
      'import.meta.env.EDITION': JSON.stringify(edition),
      'import.meta.env.CONTRIBUTE_URL': JSON.stringify(told.contributeUrl ?? ''),
      'import.meta.env.WISH_URL': JSON.stringify(told.wishUrl ?? ''),
      'import.meta.env.MEMBERS_URL': JSON.stringify(told.membersUrl ?? ''),
      'import.meta.env.SIGN_OUT_URL': JSON.stringify(told.signOutUrl ?? ''),
      'import.meta.env.BUNDLES': JSON.stringify({
        writtenBundleBytes: told.writtenBundleBytes,
        streamsBundles: told.streamsBundles,
      }),
    },
    build: { assetsInlineLimit: 0 },
    css: { postcss: { plugins: [designTokens()] } },
  },
});
