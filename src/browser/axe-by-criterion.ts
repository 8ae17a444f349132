import type { Page } from 'playwright-core';
import { axeOnPage } from './axe-on-page.ts';
import { axeTags } from './axe-violations.ts';

/** What axe tells of the rules of one success criterion on one page. */
export type CriterionOutcome = { rules: Set<string>; faults: string[]; unclear: number };

/**
 * What axe finds on the page as it stands, by the success criteria that its rules are about (`1.4.3`).
 * @param only the one rule to try, where the others were tried already
 */
export async function axeByCriterion(
  page: Page,
  only?: 'color-contrast',
): Promise<{ tool: string; outcomes: Map<string, CriterionOutcome> }> {
  const axe = await axeOnPage(page);
  const found = await (only ? axe.withRules(only) : axe.withTags(axeTags)).analyze();
  const outcomes = new Map<string, CriterionOutcome>();
  const kinds = ['violations', 'incomplete', 'passes', 'inapplicable'] as const;
  for (const kind of kinds) {
    for (const { id, tags, nodes } of found[kind]) {
      for (const number of tags.flatMap(criterionOf)) {
        const outcome = outcomes.get(number) ?? { rules: new Set(), faults: [], unclear: 0 };
        outcomes.set(number, outcome);
        outcome.rules.add(id);
        if (kind === 'incomplete') outcome.unclear += nodes.length;
        if (kind === 'violations') {
          outcome.faults.push(...nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
        }
      }
    }
  }
  return { tool: `${found.testEngine.name} ${found.testEngine.version}`, outcomes };
}

/** `wcag143` is about 1.4.3; `wcag2aa` is a level. */
const criterionOf = (tag: string): string[] => {
  const digits = /^wcag(\d)(\d)(\d{1,2})$/.exec(tag);
  return digits ? [digits.slice(1).join('.')] : [];
};
