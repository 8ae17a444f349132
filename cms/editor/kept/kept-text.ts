import { z } from 'zod';

/** What somebody typed into an entry, and the files they chose for it, until the gateway has confirmed exactly that. */
export type KeptText = {
  /** What the gateway calls the person: nobody else is ever given the text. */
  readonly who: string;
  /** `case-studies/sakura-u/202611-x`, or what `newEntryKey` gives. */
  readonly entry: string;
  /** Counts the changes of the form, up and never down; after a restored text it goes on from there. */
  readonly revision: number;
  /** The fields of the form, the text as `body`. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly files: readonly KeptFile[];
  /** The versions of the files that the text began from, by path; null where there was no file. */
  readonly basedOn: Readonly<Record<string, string | null>>;
  /** The fields as they were stored when the text was begun, so that what others changed since is told apart. */
  readonly base?: Readonly<Record<string, unknown>> | null | undefined;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** The opened page of the browser that kept it. The store sets it; it tells the texts of two tabs apart. */
  readonly page?: string;
};

export type KeptFile = { readonly name: string; readonly file: File };

/** An entry that has no address yet. @param id tells new entries of one person apart: two tabs have two */
export const newEntryKey = (collection: string, id: string): string => `new:${collection}:${id}`;

/** The collection of a kept text. */
export const collectionOfKept = (entry: string): string =>
  (entry.startsWith('new:') ? entry.split(':')[1] : entry.split('/')[0]) ?? '';

/** How long a text is kept that nobody came back for: 90 days, in milliseconds. */
export const longestKept = 90 * 24 * 60 * 60 * 1000;

/** A text as the store has it, its files apart. */
export const storedText = z.object({
  who: z.string(),
  entry: z.string(),
  page: z.string(),
  revision: z.number(),
  data: z.record(z.string(), z.unknown()),
  basedOn: z.record(z.string(), z.string().nullable()),
  base: z.record(z.string(), z.unknown()).nullish(),
  savedAt: z.number(),
});
export type StoredText = z.infer<typeof storedText>;

/** Since when a text was kept last, if it is to be cleared away at this moment, or before. */
export const clearedBefore = (now: number): number => now - longestKept;
