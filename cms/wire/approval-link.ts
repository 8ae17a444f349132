import { z } from 'zod';
import { approvalLinkState } from './entry-state.ts';
import { anyPath } from './sent.ts';
import { contentVersion } from './versions.ts';

/** For how many days a link for the approval inside an institution (承認リンク) may be open: today is not counted. */
export const linkDays = { fewest: 1, usual: 7, most: 30 } as const;

/** Makes a link to what is seen; one that there was before is void. */
export const makeLink = z.strictObject({
  entry: anyPath,
  /** What the person has before them, as it is stored: another version is not sent out. */
  seen: contentVersion,
  days: z.int().min(linkDays.fewest).max(linkDays.most),
});

/** The link that was made. Its address is told this once, and kept nowhere. */
export const madeLink = z.object({
  address: z.url(),
  /** Whether it opens on this machine alone, as the whole portal does until people sign in. */
  opensHereOnly: z.boolean(),
  link: approvalLinkState,
});
export type MadeLink = z.infer<typeof madeLink>;

/** Takes a link back. */
export const withdrawLink = z.strictObject({ entry: anyPath });

/** How the link of the proposal stands then. */
export const withdrawnLink = z.object({ link: approvalLinkState.nullable() });
