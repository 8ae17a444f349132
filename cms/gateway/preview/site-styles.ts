import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleSheetsOf } from '../../../src/astro-internals/written-html.ts';

/**
 * The site's own style sheets for a page, asked of pages that are built: their names change with what is in them. The
 * page that says that nothing is there is always built, and is asked last.
 * @param siteFolder where the site is built into
 * @param candidates addresses below the base path of pages that look alike, the likest first
 * @returns addresses as the pages give them; none where no site was built yet
 */
export const siteStyles = (siteFolder: string, candidates: Iterable<string>): string[] => {
  for (const page of pagesOf(candidates)) {
    const html = textOf(join(siteFolder, page));
    if (html !== null) return styleSheetsOf(html);
  }
  return [];
};

function* pagesOf(candidates: Iterable<string>): Iterable<string> {
  for (const address of candidates) yield `${address}index.html`;
  yield '404.html';
}

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};
