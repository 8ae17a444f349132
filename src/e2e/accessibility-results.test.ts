import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { criteria } from '../accessibility/criteria.ts';
import { humanChecks } from '../accessibility/human-checks.ts';
import { journeySite } from './built-sites.ts';

test('the page of results says each criterion, each check by a person and each page, with what was not done', () => {
  const html = readFileSync(
    join(journeySite('public'), 'accessibility/results/index.html'),
    'utf8',
  );
  const { document } = parseHTML(html);
  const [byCriterion = [], byCheck = [], byPage = []] = [
    ...document.querySelectorAll('.test-table'),
  ].map((table) =>
    [...table.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent.trim()),
    ),
  );
  expect(byCriterion.map(([number]) => number)).toEqual(criteria.map(({ number }) => number));
  const undone = humanChecks.filter(({ done }) => done === null).length;
  expect(byCheck.filter((cells) => cells.at(-1) === '未実施')).toHaveLength(undone);
  expect(byPage).toHaveLength(40);
  // Nobody is named in the frozen world, and nothing in it says more than was done.
  expect(document.querySelector('main')?.textContent).toContain('まだ決まっていません');
  if (undone > 0) {
    expect(byCriterion.some((cells) => cells.at(-1) === '未判定')).toBe(true);
    expect(document.querySelector('main')?.textContent).toContain('表明していません');
  }
});
