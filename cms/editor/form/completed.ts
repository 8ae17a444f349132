import type { ReviewBasis } from '../../../src/schema/taxonomy.ts';

/** After how many months an entry is looked at again, as the words of the schema say (reviewBases); null for never. */
const monthsToReview: Record<ReviewBasis, number | null> = {
  law: 12,
  'own-rules': 24,
  event: null,
};

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a save adds to the fields that were filled in, because nobody has to be asked for it.
 * @param today the day in Japan
 * @param address what a new entry's folder is called; null where it has one
 * @returns only what changes
 */
export const completed = (fields: Fields, today: string, address: string | null): Fields => {
  const months = monthsToReview[fields['reviewBasis'] as ReviewBasis] ?? null;
  return {
    updated: today,
    ...(isBlank(fields['published']) ? { published: today } : {}),
    ...(isBlank(fields['reviewBy']) && months !== null
      ? { reviewBy: monthsAfter(today, months) }
      : {}),
    ...(address !== null && isBlank(fields['address']) ? { address } : {}),
  };
};

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The same day some months later, or the last of that month where it has no such day. */
const monthsAfter = (day: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
};
