import { z } from 'zod';
import { uploadId } from '../../wire/upload.ts';
import type { Contributor } from '../permissions/contributor.ts';

/** Whom a file is kept for: an office of an institution, or of the network. */
export type Office = {
  /** What the file counts for. */
  readonly institution: string;
  /** Nobody else ever gets it. */
  readonly key: string;
};

/** The office that somebody acts for. */
export const officeOf = (who: Contributor): Office => {
  const institution = who.role === 'editor' ? '' : who.institution;
  return { institution, key: JSON.stringify([who.role, institution, who.office]) };
};

/** What is written down beside the bytes of a file that is kept. */
export const keptFile = z.strictObject({
  id: uploadId,
  office: z.strictObject({ institution: z.string(), key: z.string() }),
  name: z.string(),
  size: z.int().min(0),
  /** SHA-256 of the bytes, in hex. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Until when it is kept, in milliseconds since 1970. */
  until: z.int(),
});
export type KeptFile = z.infer<typeof keptFile>;
