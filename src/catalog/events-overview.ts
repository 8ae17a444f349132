import { siteAddress } from '../site-address.ts';
import { comingEvents, eventDays } from './coming-events.ts';
import { unknownYear } from './facets.ts';
import type { Catalog } from './shown-content.ts';

/** What readers of the list of events see first. */
export type EventsOverview = {
  /** Not over, the next one first. */
  coming: { title: string; address: string; days: string; venue: string }[];
  /** The years of all that is listed, the latest first, each with its page; what has no date stands last. */
  years: { year: string | null; count: number; address: string }[];
  /** `YYYY-MM-DD`: of which day this is. */
  day: string;
};

/**
 * Puts the list of events in order for those who come for one of them.
 * @param day `YYYY-MM-DD`: what was over by then is past
 * @param years the values by which the list can be narrowed to a year
 */
export const eventsOverview = (
  from: Catalog,
  day: string,
  years: readonly { value: string; count?: number }[],
): EventsOverview => ({
  day,
  coming: comingEvents(from, day).map(({ symposium: { address, data } }) => ({
    title: data.title,
    address,
    days: eventDays(data) ?? '',
    venue: data.venue ?? '',
  })),
  years: years
    .flatMap(({ value, count }) => (count ? [{ value, count }] : []))
    .map(({ value, count }) => ({
      year: value === unknownYear ? null : value,
      count,
      address: siteAddress(`/symposia/by/year/${value}/`),
    })),
});
