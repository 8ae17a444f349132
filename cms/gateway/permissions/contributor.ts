import { z } from 'zod';
import { institutionId } from '../../../src/schema/field.ts';
import { isInConfidence } from '../../../src/schema/in-confidence.ts';

/** The name of a department. Signs that end a name in git's history, and addresses, are not part of one. */
const office = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}\p{Cf}<>@]{1,80}$/u);

/** Under the path of what was told in confidence only editors work: nobody is that institution's office. */
const contributingInstitution = institutionId.refine(
  (institution) => !isInConfidence({ institution }),
);

/** Who is at work: an office of an institution, or the portal's own. A person is known to the session alone. */
export const contributor = z.discriminatedUnion('role', [
  z.strictObject({
    role: z.literal('contributor'),
    institution: contributingInstitution,
    office,
  }),
  z.strictObject({ role: z.literal('editor'), office }),
]);
export type Contributor = z.infer<typeof contributor>;
export type InstitutionOffice = Extract<Contributor, { role: 'contributor' }>;
