import type { Browser, Page } from 'playwright-core';
import type { CountingServer } from './counting-server.ts';
import type { BenchQuery } from './queries.ts';

export type Candidate = 'ours' | 'stock';

/** What a reader sees after a query, and what it took. */
export type Answer = { shown: string[]; milliseconds: number };

const onFirstPage = 10;

/** Asks one query in the page and waits for what is shown of it. `most` is how many results. */
export function ask(
  page: Page,
  candidate: Candidate,
  query: string,
  most: number = onFirstPage,
): Promise<Answer> {
  // The text of this function runs in the browser.
  return page.evaluate(
    async ([name, text, limit]) => {
      const started = performance.now();
      let shown: string[];
      if (name === 'ours') {
        const address = '/search/engine.js';
        const { search } = await import(address);
        const { results } = await search(text, { limit, synonyms: false });
        // What comes below, told apart as near, is measured by bench:answers; what it costs is counted here.
        shown = results
          .filter(({ match }: { match: string }) => match === 'exact')
          .map(({ url }: { url: string }) => decodeURI(url));
      } else {
        const address = '/pagefind/pagefind.js';
        const pagefind = await import(address);
        const { results } = await pagefind.search(text);
        const data = await Promise.all(
          results.slice(0, limit).map((one: { data(): Promise<{ url: string }> }) => one.data()),
        );
        shown = data.map(({ url }) => decodeURI(url));
      }
      return { shown, milliseconds: performance.now() - started };
    },
    [candidate, query, most] as const,
  );
}

export type Cost = { firstBytes: number; nextBytes: number; coldMs: number; warmMs: number };

/** For each query: a browser that has nothing yet, then the next query there, then that one again. */
export async function costs(
  browser: Browser,
  server: CountingServer,
  candidate: Candidate,
  queries: readonly BenchQuery[],
): Promise<Cost[]> {
  const measured: Cost[] = [];
  for (const [index, { text }] of queries.entries()) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.origin}/blank/`);
    server.takeBytes();
    const { milliseconds: coldMs } = await ask(page, candidate, text);
    const firstBytes = server.takeBytes();
    const next = queries[(index + 1) % queries.length]?.text ?? '';
    const { milliseconds: warmMs } = await ask(page, candidate, next);
    measured.push({ firstBytes, nextBytes: server.takeBytes(), coldMs, warmMs });
    await context.close();
  }
  return measured;
}
