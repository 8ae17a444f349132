import { japaneseDate } from '../formats/japanese-date.ts';
import type { Catalog, Shown } from './shown-content.ts';

/** An event that is known to the day; its last day is its first where it has only one. */
export type DatedEvent = { symposium: Shown<'symposia'>; first: string; last: string };

const wholeDay = /^\d{4}-\d{2}-\d{2}$/;

/** When an event is, if that is stated to the day; a month or a year is nothing to put into a calendar. */
export function datedEvent(symposium: Shown<'symposia'>): DatedEvent | undefined {
  const { date, endDate = date } = symposium.data;
  if (!date || !endDate || !wholeDay.test(date) || !wholeDay.test(endDate)) return undefined;
  return { symposium, first: date, last: endDate < date ? date : endDate };
}

/** The events that were not over on a day, the next one first. */
export const comingEvents = (from: Catalog, day: string): DatedEvent[] =>
  from
    .all('symposia')
    .flatMap((symposium) => datedEvent(symposium) ?? [])
    .filter(({ last }) => last >= day)
    .sort((a, b) => a.first.localeCompare(b.first) || a.symposium.id.localeCompare(b.symposium.id));

/** Where the calendar file of a symposium lies, and that of all coming ones. */
export const eventAddress = ({ address }: Shown<'symposia'>): string => `${address}event.ics`;

/** The day or days of an event as a page says them, as far as they are known. */
export const eventDays = ({
  date,
  endDate,
}: Pick<Shown<'symposia'>['data'], 'date' | 'endDate'>): string | undefined =>
  date && [date, ...(endDate && endDate !== date ? [endDate] : [])].map(japaneseDate).join('〜');
