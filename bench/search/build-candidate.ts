import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildSearchIndex } from '../../src/search/indexing/build-index.ts';

/**
 * Indexes the site in a folder, in a process of its own so that its cost can be told:
 * `node bench/search/build-candidate.ts ours|stock FOLDER [KEPT]`; ours keeps what it read in the folder KEPT.
 */
const [, , candidate, siteDir = '', cacheDir] = process.argv;

async function buildStock(): Promise<void> {
  const pagefind = await import('pagefind');
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(errors.join());
  const names = await readdir(siteDir, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((one) => one.endsWith('.html')).sort()) {
    const content = await readFile(join(siteDir, name), 'utf8');
    if (!content.includes('data-pagefind-body')) continue;
    await index.addHTMLFile({ url: `/${name.replace(/(^|\/)index\.html$/, '$1')}`, content });
  }
  const { files } = await index.getFiles();
  for (const { path, content } of files) {
    // The user interfaces that Pagefind adds are no part of the comparison.
    if (/ui\.(?:js|css)$|pagefind-highlight/.test(path)) continue;
    const target = join(siteDir, 'pagefind', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  await pagefind.close();
}

if (candidate === 'stock') await buildStock();
else await buildSearchIndex({ siteDir, ...(cacheDir ? { cacheDir } : {}) });

// The service ends a moment after it is closed; only then does its own cost count as ours.
await new Promise((resolve) => setTimeout(resolve, 1000));
