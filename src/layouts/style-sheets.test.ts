import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../project-root.ts';

const sources = join(projectRoot, 'src');
const order = '@layer reset, tokens, base, layout, parts, print;';
/** These come with `site.css` alone, which names the order. */
const withSite = ['layouts/styles/base.css', 'search/search-box.css'];

test('a style sheet that names a layer names them all first: a page may have it before the shared one', () => {
  const sheets = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css') && !path.includes('fixtures'))
    .filter((path) => !withSite.includes(path));
  const unordered = sheets.filter((path) => {
    const text = readFileSync(join(sources, path), 'utf8');
    return text.includes('@layer') && !text.startsWith(order);
  });
  expect(unordered).toEqual([]);
});
