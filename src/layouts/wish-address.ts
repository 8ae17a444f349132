import type { Edition } from '../settings.ts';

const told: string = import.meta.env.WISH_URL ?? '';

/**
 * Where signed-in people read what others miss, and say what they do; empty where this site leads nowhere. What links there
 * carries `data-online`, as with contribute-address.ts.
 */
export const wishAddress: string = told && `${told.replace(/\/$/, '')}/`;

/** The form for a new one; empty likewise. */
export const newWishAddress: string = wishAddress && `${wishAddress}new/`;

/**
 * Where a search without an answer is told, without who made it; empty where nothing is. Only the edition that members
 * read tells of it, and only its own host: what is searched in public is nobody's business.
 */
export const unansweredAddress: string =
  (import.meta.env.EDITION as Edition) === 'network' && wishAddress.startsWith('/')
    ? `${wishAddress}unanswered`
    : '';
