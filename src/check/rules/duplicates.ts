import { firstOf } from '../claims.ts';
import type { Rule } from '../world.ts';

/** What may exist only once and exists twice: names, addresses, terms, records. */
export const duplicates: Rule = ({ claims, claimants }) =>
  [...Map.groupBy(claims, ({ key }) => key)].flatMap(([key, same]) => {
    const first = firstOf(key, claimants(key));
    return first
      ? same.flatMap((claim) => (claim === first ? [] : (claim.problem(first.path) ?? [])))
      : [];
  });
