import { z } from 'zod';
import { institutionId } from '../../src/schema/field.ts';
import { isInConfidence } from '../../src/schema/in-confidence.ts';

/**
 * The name of a department. Signs that end a name in git's history, addresses, what no eye sees, and halves of characters,
 * which no file can hold, are not part of one.
 */
const office = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}<>@]{1,80}$/u);

/** Under the path of what was told in confidence only editors work: nobody is that institution's office. */
const contributingInstitution = institutionId.refine(
  (institution) => !isInConfidence({ institution }),
);

const ofInstitution = {
  role: z.literal('contributor'),
  institution: contributingInstitution,
  office,
} as const;
const ofNetwork = { role: z.literal('editor'), office } as const;

/** Who is at work: an office of an institution, or the portal's own. A person is known to the session alone. */
export const contributor = z.discriminatedUnion('role', [
  z.strictObject(ofInstitution),
  z.strictObject(ofNetwork),
]);
export type Contributor = z.infer<typeof contributor>;

const name = z.string();

/** What tells one person of an office from another, where persons are known; it says nothing else of them. */
const mark = z.string().optional();

/** The same, with the name that stands in the history: さくら大学 研究推進課. */
export const namedContributor = z.discriminatedUnion('role', [
  z.object({ ...ofInstitution, name, mark }),
  z.object({ ...ofNetwork, name, mark }),
]);
export type NamedContributor = z.infer<typeof namedContributor>;
