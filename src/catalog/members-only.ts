import { type Audience, audiences } from '../schema/taxonomy.ts';

type ForSomebody = { readonly data: { readonly audience: Audience } };

/**
 * What marks something that the public edition doesn't have, in words for its readers.
 * @param parts the thing itself and what it belongs to: for the network alone where one of them is
 * @returns undefined where everybody can read it
 */
export const membersOnly = (...parts: (ForSomebody | undefined)[]): string | undefined =>
  parts.some((part) => part?.data.audience === 'network') ? audiences.network : undefined;
