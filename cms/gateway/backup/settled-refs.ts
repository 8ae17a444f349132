import { setTimeout as pause } from 'node:timers/promises';
import type { Git } from '../repository/run-git.ts';

/** The refs of a repository: what each names, in the order of their names. */
export type Refs = ReadonlyMap<string, string>;

/** The refs of both repositories as they stood together. */
export type SettledRefs = {
  readonly published: Refs;
  readonly drafts: Refs;
  /** False where the portal worked so much that no moment of rest was found: then more was taken rather than less. */
  readonly areOfOneMoment: boolean;
};

/** How often a moment of rest is waited for. A publication takes half a second, and no two follow at once for long. */
const mostAttempts = 60;

/**
 * Reads the refs of two repositories as of one moment, while a portal works in them.
 *
 * A publication moves the branch and then ends its proposal: a copy of the branch from before and of the drafts from
 * after would have neither. And git lists refs one folder after the other, so that a draft that goes from one to another
 * meanwhile would be in no list. So the published refs are read before and after those of the drafts, and these twice:
 * where both are the same, nothing moved in between. A publication that is under way at that moment stands in its record
 * (publication-records.ts), by which a portal that is started on the copy goes on.
 *
 * Where the portal gives no rest, what the drafts had before and after is taken together, and the published refs after
 * the first reading of the drafts: a proposal may then be there that is published already, but nothing is missing.
 */
export const readSettledRefs = async (
  { published, drafts }: { published: Git; drafts: Git | null },
  wait: () => Promise<unknown> = () => pause(10 + Math.random() * 60),
): Promise<SettledRefs> => {
  const ofDrafts = async () => (drafts ? refsOf(drafts) : new Map<string, string>());
  for (let attempt = 1; ; attempt += 1) {
    const before = await refsOf(published);
    const first = await ofDrafts();
    const after = attempt < mostAttempts ? null : await refsOf(published);
    const second = await ofDrafts();
    if (after) {
      return { published: after, drafts: together(first, second), areOfOneMoment: false };
    }
    if (areSame(first, second) && areSame(before, await refsOf(published))) {
      return { published: before, drafts: first, areOfOneMoment: true };
    }
    await wait();
  }
};

const refsOf = async (git: Git): Promise<Refs> => {
  const lines = (await git(['for-each-ref', '--format=%(objectname) %(refname)'])).toString();
  return new Map(
    lines
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const space = line.indexOf(' ');
        return [line.slice(space + 1), line.slice(0, space)];
      }),
  );
};

const areSame = (one: Refs, other: Refs): boolean =>
  one.size === other.size && [...one].every(([ref, id]) => other.get(ref) === id);

/** The refs of both readings; what both have as the later has it. */
const together = (first: Refs, second: Refs): Refs =>
  new Map([...first, ...second].sort(([one], [other]) => (one < other ? -1 : 1)));
