import { toldContent } from '../../../src/round-up/changed-entries.ts';
import { emlOf } from '../../../src/round-up/eml.ts';
import { readPeriod } from '../../../src/round-up/period.ts';
import { type Period, type RoundUp, roundUp } from '../../../src/round-up/round-up.ts';
import type { PublishedContent } from '../published-content/published-content.ts';

export { emlOf, type Period, type RoundUp, readPeriod };

/**
 * 要約便 of what is published.
 * @param siteAddress where its links lead: the address of the site with the path that it stands under
 * @param isForMembers whether it tells of what members alone may read
 */
export const roundUpOf = async (
  content: Pick<PublishedContent, 'now'>,
  period: Period,
  { siteAddress, isForMembers }: { siteAddress: string; isForMembers: boolean },
): Promise<RoundUp> => {
  const { texts } = await content.now();
  const byPath = new Map([...texts].map(([path, { text }]) => [path, text]));
  const told = toldContent(byPath, isForMembers ? 'network' : 'public', period);
  return roundUp(told, period, { siteAddress, isForMembers });
};
