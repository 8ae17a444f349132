import { z } from 'zod';
import { contentVersion, fileVersion } from '../repository/repository.ts';
import { anyPath } from '../requests/sent-paths.ts';
import { sentText } from '../requests/sent-text.ts';

/** Every action is told the branch, which is that of the checkout whatever is said. */
const branch = z.string().max(300).optional();
/** The prefix of labels in the pull requests of other stores. */
const cmsLabelPrefix = z.string().max(100).optional();

/** The parameters of an action, and nothing beside them. */
export const params = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ branch, cmsLabelPrefix, ...shape });

/** How Decap names a proposal. */
export const entryKey = { collection: anyPath, slug: anyPath } as const;

/** The content that the person has seen, where the editor tells; else what was last shown to them counts. */
export const seen = contentVersion.nullable().optional();

export const asset = z.strictObject({
  path: anyPath,
  content: z.string(),
  encoding: z.literal('base64'),
});
export type Asset = z.infer<typeof asset>;

export const dataFile = z.strictObject({
  path: anyPath,
  slug: anyPath,
  raw: sentText,
  newPath: anyPath.optional(),
});

/** By path, the version that the person began from; null where there was nothing. */
export const basedOn = z.record(anyPath, fileVersion.nullable()).default({});

export const commitOptions = z.strictObject({ commitMessage: z.string().max(1000).optional() });
