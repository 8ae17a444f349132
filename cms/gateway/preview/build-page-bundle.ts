import { resolve } from 'node:path';
import { compilePage } from '../../../src/astro-internals/compile-page.ts';

/**
 * Builds the page of drafts, with the site's own layouts and components in it, into one module that Node runs without
 * Vite. Run from the project's folder: `node build-page-bundle.ts <folder to write page.mjs into>`
 */
const [, , outDir = ''] = process.argv;
await compilePage(process.cwd(), resolve(import.meta.dirname, 'page/render-page.ts'), outDir);
process.exit(0);
