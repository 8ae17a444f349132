import { appendFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from './contender.ts';
import { type Cost, measure } from './measure.ts';

/** From nothing, again with nothing changed, and after one entry got a new paragraph. */
export const buildKinds = ['cold', 'warm', 'changed'] as const;
export type BuildKind = (typeof buildKinds)[number];

export type Site = { pages: number; bytes: number };

export type Result = {
  name: string;
  /** Of the kinds that were asked for; nothing of the others. */
  costs: Record<BuildKind, Cost>;
  site: Site;
};

function siteIn(folder: string): Site {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((found) =>
    found.isFile(),
  );
  return {
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    bytes: files.reduce(
      (sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size,
      0,
    ),
  };
}

function prepare(kind: BuildKind, { leftovers, changedFile }: Contender, run: number): void {
  if (kind === 'cold') for (const path of leftovers) rmSync(path, { recursive: true, force: true });
  // A new paragraph in each run: the same one again would change nothing after the first.
  if (kind === 'changed') appendFileSync(changedFile, `\n手順を見直した（${run + 1}回目）。\n`);
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
};

/** The median of the times; of the memory the most, because a machine has to have it. */
const summed = (costs: readonly Cost[]): Cost => ({
  cpuSeconds: median(costs.map(({ cpuSeconds }) => cpuSeconds)),
  wallSeconds: median(costs.map(({ wallSeconds }) => wallSeconds)),
  peakBytes: Math.max(...costs.map(({ peakBytes }) => peakBytes)),
});

/**
 * Builds every contender's site in every kind, one build at a time. Runs alternate between the contenders, so that
 * a machine that slows down meanwhile slows all of them.
 * @param note told of each build that is done
 * @param kinds the kinds of builds
 */
export async function contest(
  contenders: readonly Contender[],
  runs: number,
  note: (line: string) => void,
  kinds: readonly BuildKind[] = buildKinds,
): Promise<Result[]> {
  const costs = new Map<string, Cost[]>();
  const of = (name: string, kind: BuildKind): Cost[] => {
    const key = `${name} ${kind}`;
    const known = costs.get(key) ?? [];
    costs.set(key, known);
    return known;
  };
  for (let run = 0; run < runs; run += 1) {
    for (const contender of contenders) {
      for (const kind of kinds) {
        prepare(kind, contender, run);
        const cost = await measure(contender.build);
        of(contender.name, kind).push(cost);
        note(`${contender.name} ${kind}: ${cost.cpuSeconds.toFixed(1)} CPU s`);
      }
    }
  }
  return contenders.map(({ name, output }) => ({
    name,
    costs: {
      cold: summed(of(name, 'cold')),
      warm: summed(of(name, 'warm')),
      changed: summed(of(name, 'changed')),
    },
    site: siteIn(output),
  }));
}
