import ical from 'ical-generator';
import { holdableInXml } from '../formats/xml-text.ts';
import type { Symposium } from '../schema/symposium.ts';
import { calendarWords as words } from '../strings/calendar.ts';
import { site as siteWords } from '../strings/site.ts';

/** What a calendar takes of an event. */
export type CalendarEvent = {
  /** `YYYY-MM-DD`; the last day is the first where there is only one. */
  first: string;
  last: string;
  symposium: {
    id: string;
    /** With the base path. */
    address: string;
    data: Pick<Symposium, 'title' | 'summary' | 'venue' | 'organisers' | 'sessions' | 'updated'>;
  };
};

/**
 * A calendar file (RFC 5545) of events, on whole days unless their hours are stated. The same events give the same bytes
 * in every time zone, and no control character, which RFC 5545 (3.1) forbids as XML does: a stamp is the day on which the text was last changed, and hours are written in UTC.
 */
export function calendarText(events: readonly CalendarEvent[], site: URL | undefined): string {
  const calendar = ical({
    name: words.calendar,
    // Whoever subscribed sees an empty calendar, and why.
    ...(events.length === 0 ? { description: words.none } : {}),
    prodId: { company: 'sangakukan-risk-portal', product: 'calendar', language: 'JA' },
  });
  for (const { first, last, symposium } of events) {
    const { title, summary, venue, organisers, updated } = symposium.data;
    const page = site && new URL(symposium.address, site).href;
    const hours = first === last ? hoursOf(symposium.data) : undefined;
    calendar.createEvent({
      // The same wherever the site stands.
      id: `symposia/${symposium.id}@sangakukan-risk-portal`,
      stamp: inJapan(updated, '00:00'),
      ...(hours
        ? { start: inJapan(first, hours.from), end: inJapan(first, hours.to) }
        : { allDay: true, start: dayAlone(first), end: dayAfter(last) }),
      summary: holdableInXml(title),
      location: venue === undefined ? null : holdableInXml(venue),
      description: [
        holdableInXml(summary),
        ...(organisers.length > 0 ? [words.organisers(holdableInXml(organisers.join('、')))] : []),
        ...(page ? [words.page(page)] : []),
        words.check,
        siteWords.title,
      ].join('\n'),
      ...(page ? { url: page } : {}),
    });
  }
  return `${calendar.toString()}\r\n`;
}

const inJapan = (day: string, hour: string): Date => new Date(`${day}T${hour}:00+09:00`);

/** The library writes the date of a whole day by UTC. */
const dayAlone = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** An event of whole days ends before the day that is given as its end: RFC 5545, 3.6.1. */
function dayAfter(day: string): Date {
  const next = dayAlone(day);
  next.setUTCDate(next.getUTCDate() + 1);
  return next;
}

/** 13:00〜13:40, in any of the ways in which it is written. */
const stretch = /^(\d{1,2}):(\d{2}) ?[~〜\-‐‑–—−] ?(\d{1,2}):(\d{2})$/;

/** From the first to the last hour of a day's sessions; nothing where one of them does not state its own. */
function hoursOf({
  sessions,
}: Pick<Symposium, 'sessions'>): { from: string; to: string } | undefined {
  const times = sessions.map(({ time }) => stretch.exec(time?.normalize('NFKC') ?? ''));
  const stated = times.flatMap((time) => (time ? [hourPair(time)] : []));
  if (stated.length === 0 || stated.length < times.length) return undefined;
  const from = stated.map((pair) => pair.from).sort()[0] ?? '';
  const to =
    stated
      .map((pair) => pair.to)
      .sort()
      .at(-1) ?? '';
  return from < to && to < '24:00' && stated.every(({ minutes }) => minutes.every((m) => m < '60'))
    ? { from, to }
    : undefined;
}

function hourPair([, fromHour = '', fromMinute = '', toHour = '', toMinute = '']: RegExpExecArray) {
  return {
    from: `${fromHour.padStart(2, '0')}:${fromMinute}`,
    to: `${toHour.padStart(2, '0')}:${toMinute}`,
    minutes: [fromMinute, toMinute],
  };
}
