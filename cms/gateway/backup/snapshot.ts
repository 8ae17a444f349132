import { z } from 'zod';

const objectId = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
/** No ref that git would read as something else, or that leads out of its folder. */
const refName = z
  .string()
  .regex(/^refs\/(?!.*(?:\.\.|\/\/|@\{|\.lock(?:\/|$)))[^\s~^:?*[\\\p{Cc}]+$/u);
const refs = z.array(z.tuple([refName, objectId]));

/** What a snapshot says of itself, in the file `snapshot.json` of its commit. */
export const snapshotFacts = z.object({
  version: z.literal(1),
  at: z.iso.datetime(),
  /** The branch that readers saw. */
  branch: refName,
  objectFormat: z.enum(['sha1', 'sha256']),
  areOfOneMoment: z.boolean(),
  published: refs,
  drafts: refs,
  /** What its branch follows elsewhere; null where it follows nothing. */
  follows: z.object({ remote: z.string().regex(/^[\w.-]+$/), branch: refName }).nullable(),
  /** Other repositories that the published one knew, without what signs in there. */
  remotes: z.array(z.object({ name: z.string().regex(/^[\w.-]+$/), url: z.string().min(1) })),
});
export type SnapshotFacts = z.infer<typeof snapshotFacts>;

/** Where snapshots lie in the store. */
export const snapshotRefs = 'refs/snapshots/';

/** The name of the snapshot of a moment: its time in UTC, as 2026-11-30T07-12-33-123Z. */
export const snapshotName = (at: Date): string => at.toISOString().replace(/[:.]/g, '-');

/** The moment of a snapshot, by its name; null for a name that was not made here. */
export const snapshotMoment = (name: string): Date | null => {
  const [, day, h, m, s, ms] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z$/.exec(name) ?? [];
  return day === undefined ? null : new Date(`${day}T${h}:${m}:${s}.${ms}Z`);
};
