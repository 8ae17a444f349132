import { z } from 'zod';
import { leftOutEntryForm } from '../loader/left-out.ts';

/**
 * What a site process is asked: to bring the served site to what the content says now, by what differs from it or by a whole build.
 * It finds by itself what changed, so that it does not matter how a change came.
 */
export const siteRequest = z.strictObject({ make: z.enum(['difference', 'whole']) });
export type SiteRequest = z.infer<typeof siteRequest>;

const made = z.strictObject({
  /** How it was made: a difference that was asked for is a whole build where the fast way is not proven for the change. */
  made: z.enum(['difference', 'whole']),
  /** Why a difference that was asked for was made as a whole, for the log. */
  because: z.string().optional(),
  /** How many files that routes make were written, or went. */
  changed: z.number().int().nonnegative(),
  /** The entries that could not be rendered: the site is made without them. */
  leftOut: z.array(leftOutEntryForm),
  /** The memory of the process after it, in bytes. */
  memory: z.number().int().nonnegative(),
});

/**
 * What a site process says over IPC: `ready` once, when it is warm; then one answer to each request, in their order. After
 * `failed` the served site is as it was, and the process is of no more use: its parent ends it and builds.
 */
export const siteAnswer = z.union([
  z.strictObject({ ready: z.literal(true) }),
  made,
  z.strictObject({ failed: z.string() }),
]);
export type SiteAnswer = z.infer<typeof siteAnswer>;
/** The answer to a request that was fulfilled. */
export type SiteMade = z.infer<typeof made>;

/** Has a site process load what the served site was made from, and write nothing before it is asked. */
export const warmOnly = '--warm';
