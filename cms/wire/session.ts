import { z } from 'zod';
import { also } from './choices.ts';
import { namedContributor } from './contributor.ts';

/** What the page of the sign-in sends, before anyone looks at what it says. */
export const signInForm = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('editor'), office: z.string() }),
  z.strictObject({ role: z.literal('contributor'), institution: z.string(), office: z.string() }),
]);

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
export const session = z.object({ who: namedContributor.nullable(), ...offer });

export const signedIn = z.object({ who: namedContributor });
export const signedOut = z.object({ who: z.null() });
