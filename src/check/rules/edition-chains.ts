import { firstDay, sureDay } from '../../rule-editions/edition-status.ts';
import type { ContentEntry } from '../content-entry.ts';
import type { Reading } from '../entry-reading.ts';
import { type FieldProblem, problemAt } from '../problem.ts';
import type { Rule, World } from '../world.ts';

/**
 * Editions of a rule that replace each other in a circle, or start before the one that they replace. That two replace the same
 * one, claims tell (claims.ts).
 */
export const editionChains: Rule = (world) =>
  world.readings.flatMap(({ entry, source }) =>
    entry?.collection === 'guidelines' ? [...chainProblems(world, entry, source.lineOf)] : [],
  );

type Guideline = Extract<ContentEntry, { collection: 'guidelines' }>;

function* chainProblems(
  { readingAt }: World,
  { contentPath, path, data }: Guideline,
  lineOf: Reading['source']['lineOf'],
): Iterable<FieldProblem> {
  const older = (at: string | undefined) => {
    const entry = at === undefined ? undefined : readingAt.get(at)?.entry;
    return entry?.collection === 'guidelines' ? entry : undefined;
  };
  const { supersedes, effectiveFrom } = data;
  if (supersedes === undefined) return;

  const seen = new Set<string>();
  for (let at: string | undefined = supersedes; at !== undefined && !seen.has(at); ) {
    if (at === contentPath) {
      yield problemAt('editions-circular', { path, lineOf }, ['supersedes'], { value: supersedes });
      return;
    }
    seen.add(at);
    at = older(at)?.data.supersedes;
  }

  const before = older(supersedes)?.data.effectiveFrom;
  if (before && effectiveFrom && sureDay(effectiveFrom) <= firstDay(before)) {
    const detail = { start: effectiveFrom, older: before };
    yield problemAt('edition-too-early', { path, lineOf }, ['effectiveFrom'], detail);
  }
}
