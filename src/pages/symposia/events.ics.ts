import type { APIRoute } from 'astro';
import { catalog } from '../../catalog/catalog.ts';
import { comingEvents } from '../../catalog/coming-events.ts';
import { contentDay } from '../../content-day.ts';
import { calendarText } from '../../feeds/calendar.ts';
import { readSettings } from '../../settings.ts';

/** All coming events, for a calendar that subscribes to them; there even while none is known, so that none is unsubscribed. */
export const GET: APIRoute = async ({ site }) => {
  const day = contentDay(readSettings(process.env).contentDir);
  return new Response(calendarText(comingEvents(await catalog(), day), site), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
};
