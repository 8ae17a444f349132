import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, 'pages');
/** Where routes say what each of their pages shows: to the end of the function. */
const getStaticPaths =
  /export (?:async function getStaticPaths\(\)[\s\S]*?\n\}\n|const getStaticPaths =[\s\S]*?;\n)/;
/** What tells of the content: the catalogue, and the day of the content. */
const ofContent = /\bcatalog\(|\bcontentDay\(|\bDate\b/;

const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.includes('[') && /\.(?:astro|ts)$/.test(path) && !path.includes('/_'));

/**
 * A page of a route with parameters is its props and its code, so that it need not be made anew while its props stay the same
 * (src/site-process). When a site process renders one, the catalogue refuses too (src/catalog/given-entries.ts).
 */
test('what a route with parameters shows, it gives to its pages as props', () => {
  expect(routes.length).toBeGreaterThan(10);
  const asking = routes.filter((path) =>
    ofContent.test(readFileSync(join(folder, path), 'utf8').replace(getStaticPaths, '')),
  );
  expect(asking).toEqual([]);
});
