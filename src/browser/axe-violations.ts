import type { Page } from 'playwright-core';
import { axeOnPage } from './axe-on-page.ts';

/** The rules of WCAG 2.2 at levels A and AA (JIS X 8341-3), but for the size of targets, which axe tries only when asked. */
export const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A rule that is tried by itself: those whose outcome changes with the theme or the width of a window. */
export type SingleRule = 'color-contrast' | 'target-size';

/**
 * What axe finds on the page as it stands, one line for each element: the rule, what it is, where.
 * @param only the rules to look for, where the others were looked for already
 * @param withTargets whether the size of targets is looked at beside all other rules
 */
export async function axeViolations(
  page: Page,
  only?: SingleRule | readonly SingleRule[],
  { withTargets = false } = {},
): Promise<string[]> {
  const axe = await axeOnPage(page, {
    resultTypes: ['violations'],
    ...(withTargets ? { rules: { 'target-size': { enabled: true } } } : {}),
  });
  const { violations } = await (only
    ? axe.withRules([only].flat())
    : axe.withTags(axeTags)
  ).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${target.join(' ')} — ${failureSummary?.split('\n')[1]?.trim()}`,
    ),
  );
}
