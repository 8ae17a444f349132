import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { journeySite } from './built-sites.ts';

const site = journeySite('network');
const filePages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\/files\/[^/]+\/index\.html$/.test(path),
);

/** How many columns each row has, with what its cells span and what covers it from above. */
const widthsOf = (rows: readonly Element[]): number[] => {
  const widths = rows.map(() => 0);
  rows.forEach((row, at) => {
    for (const cell of row.querySelectorAll('th, td')) {
      const across = Number(cell.getAttribute('colspan') ?? 1);
      const down = Number(cell.getAttribute('rowspan') ?? 1);
      for (let below = at; below < at + down; below += 1) {
        widths[below] = (widths[below] ?? 0) + across;
      }
    }
  });
  return widths;
};

test('every table of every file has heads with what they are heads of, and rows of one width', () => {
  const faults: string[] = [];
  let tables = 0;
  for (const path of filePages) {
    const { document } = parseHTML(readFileSync(join(site, path), 'utf8'));
    for (const table of document.querySelectorAll('.file-text table')) {
      tables += 1;
      const heads = [...table.querySelectorAll('th')];
      const widths = new Set(widthsOf([...table.querySelectorAll('tr')]));
      const name = `${path} ${table.textContent.trim().slice(0, 20)}`;
      if (heads.length === 0) faults.push(`${name}: no head`);
      if (heads.some((head) => !/^(?:col|row)$/.test(head.getAttribute('scope') ?? ''))) {
        faults.push(`${name}: a head of nothing`);
      }
      if (heads.some((head) => head.textContent.trim() === '')) faults.push(`${name}: empty head`);
      if (widths.size !== 1) faults.push(`${name}: ${[...widths].join(', ')} columns`);
    }
  }
  expect(tables).toBeGreaterThan(50);
  expect(faults).toEqual([]);
});
