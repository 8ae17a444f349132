import type { Page } from 'playwright-core';

/**
 * The addresses of the first results of a query, asked of the module that others search the site through.
 * @param page a page of the site
 * @param limit so many results
 */
export const firstResults = (
  page: Pick<Page, 'evaluate'>,
  query: string,
  limit: number,
): Promise<string[]> =>
  // As text, because the test runner rewrites an import() that it sees.
  page.evaluate(
    `import('/search/engine.js')
      .then(({ search }) => search(${JSON.stringify(query)}, { limit: ${limit} }))
      .then(({ results }) => results.map(({ url }) => url))`,
  );
