import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleSheetsOf } from '../../../src/astro-internals/written-html.ts';

/** The page that says that nothing is there is always built, and has the sheet of all that may be set into a text. */
const alwaysBuilt = '404.html';

/**
 * The site's own style sheets for a page, asked of pages that are built: their names change with what is in them. A draft
 * may hold what its published page does without, as a table: so it has those of a page that has them all beside.
 * @param siteFolder where the site is built into
 * @param candidates addresses below the base path of pages that look alike, the likest first
 * @returns addresses as the pages give them; none where no site was built yet
 */
export const siteStyles = (siteFolder: string, candidates: Iterable<string>): string[] => {
  const sheetsOf = (page: string): string[] | null => {
    const html = textOf(join(siteFolder, page));
    return html === null ? null : styleSheetsOf(html);
  };
  const likest = first(candidates, (address) => sheetsOf(`${address}index.html`)) ?? [];
  return [...new Set([...likest, ...(sheetsOf(alwaysBuilt) ?? [])])];
};

const first = <In, Out>(all: Iterable<In>, found: (one: In) => Out | null): Out | null => {
  for (const one of all) {
    const value = found(one);
    if (value !== null) return value;
  }
  return null;
};

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};
