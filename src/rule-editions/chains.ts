import { type EditionDates, unstated } from './edition-status.ts';

/** What a chain is made of: a guideline, with what it says of its dates and of the edition before it. */
export type RuleEntry = {
  /** `guidelines/meti/…`. */
  contentPath: string;
  data: {
    supersedes?: string | undefined;
    effectiveFrom?: string | undefined;
    announced?: string | undefined;
    checkedCurrent?: string | undefined;
    missingBefore?: boolean | undefined;
  };
};

/** The editions of rules, and which of them replaced which. */
export type RuleChains<Rule extends RuleEntry> = {
  /** The dates of an edition; undefined for what is no guideline. */
  editionOf(contentPath: string): EditionDates | undefined;
  /** All editions of the rule that one belongs to, newest first; itself alone where there are no others. */
  chainOf(contentPath: string): readonly Rule[];
};

/**
 * Finds the chains in all guidelines of an edition of the site. What replaces each other in a circle, or the same one twice, is a
 * problem that the check tells; here it only has to come to an end.
 */
export function ruleChains<Rule extends RuleEntry>(rules: readonly Rule[]): RuleChains<Rule> {
  const at = new Map(rules.map((rule) => [rule.contentPath, rule]));
  const replacing = new Map<string, Rule>();
  for (const rule of rules) {
    const { supersedes } = rule.data;
    if (supersedes && at.has(supersedes) && supersedes !== rule.contentPath) {
      replacing.set(supersedes, rule);
    }
  }

  const chains = new Map<string, readonly Rule[]>();
  for (const rule of rules) {
    const { supersedes } = rule.data;
    // A chain begins where nothing was replaced; one that is a circle begins nowhere, and stays single editions.
    if (supersedes && replacing.get(supersedes) === rule) continue;
    const chain = [rule];
    const seen = new Set(chain);
    for (let next = replacing.get(rule.contentPath); next && !seen.has(next); ) {
      chain.unshift(next);
      seen.add(next);
      next = replacing.get(next.contentPath);
    }
    for (const one of chain) chains.set(one.contentPath, chain);
  }
  const chainOf = (path: string): readonly Rule[] => {
    const rule = at.get(path);
    return chains.get(path) ?? (rule ? [rule] : []);
  };

  return {
    chainOf,
    editionOf: (path) => {
      const rule = at.get(path);
      if (!rule) return undefined;
      const chain = chainOf(path);
      const newer = chain[chain.indexOf(rule) - 1];
      const { effectiveFrom, announced, checkedCurrent } = rule.data;
      return {
        from: effectiveFrom ?? null,
        until: newer ? startOf(newer) : null,
        announced: announced ?? null,
        checked: checkedCurrent ?? null,
        ...(chain.length > 1 ? { chain: (chain.at(-1) as Rule).contentPath } : {}),
      };
    },
  };
}

/** From when an edition replaces the one before: what is announced for a day that nobody states replaces nothing yet. */
const startOf = ({ data: { effectiveFrom, announced } }: RuleEntry): string | null =>
  effectiveFrom ?? (announced === undefined ? unstated : null);
