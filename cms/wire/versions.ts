import { z } from 'zod';

/** What git calls an object: 40 signs, or 64 in a repository with SHA-256. */
export const objectId = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);

/** Names the bytes of one file: the same bytes have the same version. */
export const fileVersion = objectId.brand<'FileVersion'>();
export type FileVersion = z.infer<typeof fileVersion>;

/** Names what a proposal says, text and attachments: what a person has seen and approves of. */
export const contentVersion = objectId.brand<'ContentVersion'>();
export type ContentVersion = z.infer<typeof contentVersion>;
