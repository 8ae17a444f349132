import { type Criterion, criteria, mediaCriteria } from './criteria.ts';
import type { HumanCheck } from './human-checks.ts';
import type { TestResults } from './test-results.ts';

/**
 * `fault`: a program or a person found something. `met`: persons did every check of it, and nothing was found.
 * `not-applicable`: no page holds what it is about. `open`: anything else; what a program passes is no proof.
 */
export type Verdict = 'met' | 'fault' | 'not-applicable' | 'open';

/** What is known of one criterion. */
export type Judgement = Criterion & {
  verdict: Verdict;
  /** What the program found; null where no rule of it is about this. */
  tried: { rules: number; faults: number; unclear: number } | null;
  /** Whether persons did all, some or none of the checks that decide it. */
  byPersons: 'all' | 'some' | 'none';
};

/** Judges each criterion by what was run and by what persons wrote down, and claims nothing else. */
export const judgements = (
  results: Pick<TestResults, 'criteria' | 'media'>,
  checks: readonly HumanCheck[],
): Judgement[] =>
  criteria.map((criterion): Judgement => {
    const { number } = criterion;
    const tried = results.criteria[number] ?? null;
    const deciding = checks.filter((check) => check.criteria.includes(number));
    const done = deciding.flatMap((check) => check.done ?? []);
    const byPersons = done.length === 0 ? 'none' : done.length < deciding.length ? 'some' : 'all';
    const hasFault = (tried?.faults ?? 0) > 0 || done.some(({ result }) => result === 'fault');
    return {
      ...criterion,
      tried,
      byPersons,
      verdict: hasFault
        ? 'fault'
        : results.media === 0 && mediaCriteria.includes(number)
          ? 'not-applicable'
          : byPersons === 'all'
            ? 'met'
            : 'open',
    };
  });
