import { z } from 'zod';
import { also } from './choices.ts';
import { namedContributor } from './contributor.ts';

/** What the page of the sign-in sends, before anyone looks at what it says. */
export const signInForm = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('editor'), office: z.string() }),
  z.strictObject({ role: z.literal('contributor'), institution: z.string(), office: z.string() }),
]);

/** Under which name the address of the editor says to which page somebody comes back who has said who they are. */
export const comesBackTo = 'then';

/**
 * The page to come back to; null where there is none, or it is none of the pages without a script that need a person.
 * @param query of the editor's address, not trusted
 */
export const pageToComeBackTo = (query: string): string | null => {
  const asked = new URLSearchParams(query).get(comesBackTo) ?? '';
  return /^\/admin\/(?:desk|approval|wishes)\/(?!\/|.*\.\.)[^\\\s]*$/.test(asked) ? asked : null;
};

const place = z.object({ id: z.string(), name: z.string(), also });
export type SignInPlace = z.infer<typeof place>;

const offer = {
  /** null where the way in is not open to this request. */
  signIn: z.enum(['choose']).nullable(),
  institutions: z.array(place).readonly(),
} as const;
const signInOffer = z.object(offer);
/** What the page of the sign-in is told of the way in. */
export type SignInOffer = z.infer<typeof signInOffer>;

/** Who is signed in, if anybody is, and the way in. */
export const session = z.object({
  who: namedContributor.nullable(),
  /** The name of the institution whose member is signed in, and only reads; null where nobody is, or who works here. */
  memberOf: z.string().nullable(),
  ...offer,
});

export const signedIn = z.object({ who: namedContributor });
export const signedOut = z.object({ who: z.null() });
