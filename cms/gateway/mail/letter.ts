import { z } from 'zod';
import type { NewsKind, Recipient } from './office-news.ts';

/** What one line of a message tells. */
const item = z.strictObject({
  /** Which news it is, so that nobody is told twice. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.string().transform((kind) => kind as NewsKind),
  title: z.string(),
  /** Where it is looked at, from the root of the portal. */
  path: z.string(),
  by: z.string().nullable(),
  /** What was said to it, or until when; null for nothing. */
  said: z.string().nullable(),
});
export type LetterItem = z.infer<typeof item>;

const recipient = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('network') }),
  z.strictObject({
    role: z.literal('institution'),
    institution: z.string(),
    office: z.string().nullable(),
  }),
]);

/** How far a message is. */
export const letterStates = ['waiting', 'sending', 'sent', 'failed'] as const;

/** A message to one office, as it is kept: no address, no text of an entry. */
export const letter = z.strictObject({
  v: z.literal(1),
  to: recipient.transform((to) => to as Recipient),
  /** The entry whose thread it belongs to; null for what tells of several. */
  thread: z.string().nullable(),
  items: z.array(item).min(1).max(100).readonly(),
  queuedAt: z.iso.datetime(),
  state: z.enum(letterStates),
  tries: z.number().int().min(0),
  /** When it is tried next; of what is being sent, when another gateway takes it for lost. */
  next: z.iso.datetime(),
  /** Why it has not gone: one of the reasons in words.ts; and with which number the server answered. */
  why: z.string().nullable(),
  answer: z.number().int().nullable(),
});
export type Letter = z.infer<typeof letter>;

/** A new message. */
export const newLetter = (
  to: Recipient,
  thread: string | null,
  items: readonly LetterItem[],
  at: Date,
): Letter => ({
  v: 1,
  to,
  thread,
  items,
  queuedAt: at.toISOString(),
  state: 'waiting',
  tries: 0,
  next: at.toISOString(),
  why: null,
  answer: null,
});

/** Reads a stored one; null where nobody can. */
export const readLetter = (text: string): Letter | null => {
  try {
    return letter.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};
