import { localForage } from 'decap-cms-lib-util';
import { z } from 'zod';

/** Where Decap, as it ran here before, wrote down who was signed in; and below which keys it kept what was typed. */
const userKey = 'decap-cms-user';
const copyKey = /^backup(?:\.|$)/;

const oldUser = z.object({ name: z.string() });
const oldFile = z.object({ name: z.string(), draft: z.literal(true), file: z.instanceof(File) });
const oldCopy = z.object({
  raw: z.string(),
  path: z.string().optional(),
  mediaFiles: z.array(z.unknown()).optional(),
});

/** What Decap kept of one entry: the text of its file, as it would have been saved. */
export type OldCopy = {
  /** Who was signed in last: nobody else is given it. */
  readonly who: string;
  readonly collection: string;
  /** Where the entry lies; empty for a new one. */
  readonly path: string;
  readonly raw: string;
  /** The files that were chosen. */
  readonly files: readonly { readonly name: string; readonly file: File }[];
};

/**
 * Takes what Decap kept in this browser before the frame did, each once.
 * @param take keeps a copy; where it rejects, the copy stays for the next time
 */
export const takeOldCopies = async (take: (copy: OldCopy) => Promise<void>): Promise<void> => {
  const user = oldUser.safeParse(parsed(localStorage.getItem(userKey))).data;
  const keys = (await localForage.keys()).filter((key) => copyKey.test(key));
  for (const key of keys) {
    const copy = oldCopy.safeParse(await localForage.getItem(key)).data;
    const [, collection = ''] = key.split('.');
    if (user && copy?.raw.trim() && collection) {
      const files = (copy.mediaFiles ?? []).flatMap((file) => oldFile.safeParse(file).data ?? []);
      await take({ who: user.name, collection, path: copy.path ?? '', raw: copy.raw, files });
    }
    await localForage.removeItem(key);
  }
  localStorage.removeItem(userKey);
};

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
};
