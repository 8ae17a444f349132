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

/** Where the way to the provider begins; see `wayInAddress`. */
const beginAddress = '/admin/session/begin';

/**
 * The path of this site that a way in goes on to; null where what was asked for is none. A closed grammar: printable signs
 * of paths, queries and fragments, no other host, no step up, and no address that signs in or out itself.
 * @param asked not trusted
 */
export const pathToGoOnTo = (asked: string): string | null => {
  const isPath =
    asked.length <= 500 &&
    /^\/(?!\/)[\w.~!$&'()*+,;=:@%/-]*(?:\?[\w.~!$&'()*+,;=:@%/?-]*)?(?:#[\w.~!$&'()*+,;=:@%/?-]*)?$/.test(
      asked,
    ) &&
    !/(?:^|\/)(?:\.|%2e){1,2}(?:[/?#]|$)/i.test(asked) &&
    !/\/\/|%(?:2f|5c|0[0-9a-f]|1[0-9a-f])/i.test(asked);
  return isPath && !asked.startsWith('/admin/session') ? asked : null;
};

/** The address at which a way to the provider begins. @param back a path of this site; null ends in a window of its own */
export const wayInAddress = (back: string | null): string =>
  back === null ? `${beginAddress}?window=1` : `${beginAddress}?back=${encodeURIComponent(back)}`;

/** The channel on which the pages of a browser hear that somebody has signed in in another. */
export const signInChannel = 'portal-signed-in';

const place = z.object({ id: z.string(), name: z.string(), also });
export type SignInPlace = z.infer<typeof place>;

const offer = {
  /** null where the way in is not open to this request. */
  signIn: z.enum(['choose', 'oidc']).nullable(),
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
export const signedOut = z.object({
  who: z.null(),
  /** Where somebody signs out at the provider as well; null where there is none. */
  goOnAt: z.string().nullable(),
});
