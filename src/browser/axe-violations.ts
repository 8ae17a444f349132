import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The rules of WCAG 2.2 at levels A and AA (JIS X 8341-3). */
export const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds on the page as it stands, one line for each element: the rule, what it is, where.
 * @param only the one rule to look for, where the others were looked for already
 */
export async function axeViolations(
  page: Page,
  only?: 'color-contrast' | 'target-size',
): Promise<string[]> {
  // What this mode leaves out is frames of other origins, which no page of ours may hold; to put their results together
  // the other one opens a second page each time, and takes three times as long.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(axeTags)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${target.join(' ')} — ${failureSummary?.split('\n')[1]?.trim()}`,
    ),
  );
}
