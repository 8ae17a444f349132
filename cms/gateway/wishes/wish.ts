import { z } from 'zod';
import { contentPath, day, sceneId } from '../../../src/schema/field.ts';
import { subthemeIds } from '../../../src/schema/taxonomy.ts';

/** The most letters, in UTF-16 as a browser's `maxlength` counts them, of a wish and of what is said to it. */
export const mostWishLetters = 400;
/** The most letters of the words that somebody searched for. */
export const mostSearchedLetters = 80;

/** Which kind of thing somebody misses: a closed list, with what a form calls it. */
export const wishKinds = {
  case: '事例',
  form: '様式・書式',
  rule: '規程・指針',
  procedure: '手順・進めかた',
  contact: '相談先・窓口',
  training: '研修・説明の資料',
  other: 'そのほか',
} as const;
export type WishKind = keyof typeof wishKinds;
export const wishKindIds = Object.keys(wishKinds) as [WishKind, ...WishKind[]];

const text = z.string().min(1).max(mostWishLetters);

/** An answer, with the day on which it was given. That an institution gave it is said, and not which. */
const answer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('entry'),
    /** Told apart from the other answers of its wish. */
    id: z.int().positive(),
    path: contentPath,
    by: z.enum(['institution', 'office']),
    on: day,
  }),
  z.object({
    kind: z.literal('words'),
    id: z.int().positive(),
    text,
    by: z.enum(['institution', 'office']),
    on: day,
  }),
]);
export type WishAnswer = z.infer<typeof answer>;

/** Why the network's office closed a wish: another one says the same, or it is nothing for this portal. */
const closing = z.discriminatedUnion('why', [
  z.object({ why: z.literal('same'), as: z.int().positive(), on: day }),
  z.object({ why: z.literal('outside'), said: text.nullable(), on: day }),
]);
export type WishClosing = z.infer<typeof closing>;

/**
 * What is kept of a wish. Of whoever wrote it there is nothing, neither person nor institution nor time: how much one may
 * write in a day is counted in memory (day-count.ts), and nobody needs more to answer.
 */
export const wishRecord = z.object({
  text,
  kind: z.enum(wishKindIds),
  scene: sceneId.nullable(),
  theme: z.enum(subthemeIds).nullable(),
  searched: z.string().min(1).max(mostSearchedLetters).nullable(),
  on: day,
  answers: z.array(answer).max(50),
  closed: closing.nullable(),
});
export type WishRecord = z.infer<typeof wishRecord>;

/** A wish with its number, by which people speak of it. */
export type Wish = WishRecord & { readonly number: number };

/** What a form says of a new wish. */
export type NewWish = Pick<WishRecord, 'text' | 'kind' | 'scene' | 'theme' | 'searched'>;

/** How far a wish is: nobody has answered, somebody has, or the office has closed it. */
export const wishStates = ['open', 'answered', 'closed'] as const;
export type WishState = (typeof wishStates)[number];

export const stateOf = ({ answers, closed }: WishRecord): WishState =>
  closed ? 'closed' : answers.length > 0 ? 'answered' : 'open';
