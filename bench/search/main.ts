import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { launchBrowser } from '../../src/browser/launch-browser.ts';
import { ask, type Candidate, costs } from './browser-run.ts';
import { type CorpusPage, contentText, generatedCorpus, siteCorpus } from './corpus.ts';
import { countingServer } from './counting-server.ts';
import { indexCost } from './index-cost.ts';
import { quality } from './quality.ts';
import { benchQueries } from './queries.ts';
import { type CandidateFigures, report } from './report.ts';
import { foldPage } from './truth.ts';
import { indexWithOverlay } from './with-overlay.ts';

/**
 * Measures the search beside stock Pagefind, in a real browser:
 * `node bench/search/main.ts [--site DIR] [--pages 1000,5000] [--cost-queries N] [--overlay N]`. With an overlay, so many pages
 * have changed since our index was made.
 */
const option = (name: string, usual: string) => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? usual : (process.argv[place + 1] ?? usual);
};
const root = join(import.meta.dirname, '../..');
const siteDir = option('site', join(root, 'dist/public'));
const sizes = option('pages', '1000,5000').split(',').filter(Boolean).map(Number);
const costQueries = Number(option('cost-queries', '120'));
const changedPages = Number(option('overlay', '0'));
const seed = 20_160_330;
const candidates: readonly Candidate[] = ['stock', 'ours'];
const blank = '<!doctype html><html lang="ja"><title>-</title></html>';

const browser = await launchBrowser();

/** Results past this are not read one by one; no query of the bench is that common in the site's own content. */
const every = 100_000;

async function measure(name: string, corpus: readonly CorpusPage[]): Promise<void> {
  const folded = corpus.map(foldPage);
  const queries = benchQueries(corpus, seed);
  const step = Math.max(1, Math.floor(queries.length / costQueries));
  const forCost = queries.filter((_, index) => index % step === 0);
  const figures = {} as Record<Candidate, CandidateFigures>;
  for (const candidate of candidates) {
    const folder = await mkdtemp(join(tmpdir(), `bench-${candidate}-`));
    for (const { url, html } of [...corpus, { url: '/blank/', html: blank }]) {
      const file = join(folder, url.endsWith('/') ? `${url}index.html` : url);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, html);
    }
    const indexDir = join(folder, candidate === 'ours' ? 'search' : 'pagefind');
    const index = await indexCost(candidate, folder, indexDir);
    if (candidate === 'ours' && changedPages > 0) {
      const cacheDir = await mkdtemp(join(tmpdir(), 'bench-kept-'));
      const bytes = await indexWithOverlay(folder, cacheDir, changedPages);
      console.log(`${changedPages} pages changed: the update wrote ${bytes} bytes.`);
      await rm(cacheDir, { recursive: true });
    }
    const server = await countingServer(folder);
    const page = await browser.newPage();
    await page.goto(`${server.origin}/blank/`);
    const found: string[][] = [];
    const started = performance.now();
    for (const [number, { text }] of queries.entries()) {
      found.push((await ask(page, candidate, text, every)).shown);
      if (number % 20 === 19) {
        const seconds = ((performance.now() - started) / 1000).toFixed(0);
        console.error(
          `${name} ${candidate}: ${number + 1} of ${queries.length} asked, ${seconds} s`,
        );
      }
    }
    await page.close();
    figures[candidate] = {
      index,
      quality: quality(folded, queries, found),
      costs: await costs(browser, server, candidate, forCost),
    };
    server.close();
    if (option('keep', ''))
      await cp(folder, join(option('keep', ''), `${name}-${candidate}`), { recursive: true });
    await rm(folder, { recursive: true });
  }
  console.log(report(name, queries.length, figures));
}

try {
  const site = await siteCorpus(siteDir).catch(() => []);
  if (site.length > 0) await measure(`site-${site.length}`, site);
  else console.log(`${siteDir} is not built: only generated pages are measured.`);
  const source = await contentText(join(root, 'content'));
  for (const size of sizes) {
    await measure(`generated-${size}`, generatedCorpus(source, size, seed));
  }
} finally {
  await browser.close();
}
