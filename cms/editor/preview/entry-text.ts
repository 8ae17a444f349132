import type { z } from 'zod';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import type { previewForm } from '../../wire/sent.ts';
import type { Draft } from '../decap/draft.ts';
import { formatOf } from '../entry-format.ts';
import { completed } from '../form/completed.ts';
import { pathOfNew } from '../gateway/entry-path.ts';

/** What the form holds, as the file that a save would write. */
export type EntryText = z.input<typeof previewForm>;

/**
 * @param address the name that a new entry would be saved under
 * @param chosen the names of the files that were chosen and are not stored
 * @returns null while it is not known yet where the entry would lie
 */
export const entryText = (
  { collection, path, data }: Draft,
  address: string,
  chosen: string[],
): EntryText | null => {
  const place = path || pathOfNew(collection, data['institution'], nameOf(data, address));
  if (!place) return null;
  const saved = { ...data, ...completed(data, dayInJapan(new Date()), null) };
  return { path: place, text: formatOf(collection).toFile(saved), chosen };
};

const nameOf = ({ address: chosen }: Record<string, unknown>, address: string): string =>
  typeof chosen === 'string' && chosen ? chosen : address;
