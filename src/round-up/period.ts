import { day } from '../schema/field.ts';
import type { Period } from './round-up.ts';

/** More than anybody tells in one message. */
const mostDays = 366 * 2;

/**
 * The period of a round-up, from what somebody wrote: up to today where it has no end, and a month where it has no beginning.
 * @param asked days as `2026-11-24`, not trusted
 * @param today the day in Japan
 * @returns null where it is none
 */
export const readPeriod = (
  asked: { readonly since?: string | undefined; readonly until?: string | undefined },
  today: string,
): Period | null => {
  const until = day.safeParse(asked.until || today);
  if (!until.success) return null;
  const since = day.safeParse(asked.since || monthBefore(until.data));
  if (!since.success || since.data > until.data) return null;
  const days = (Date.parse(until.data) - Date.parse(since.data)) / (24 * 60 * 60 * 1000);
  return days <= mostDays ? { since: since.data, until: until.data } : null;
};

/** The same day of the month before, or its last. */
const monthBefore = (of: string): string => {
  const [year = 0, month = 1, date = 1] = of.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
};
