import type { APIRoute } from 'astro';
import { catalog } from '../../catalog/catalog.ts';
import { comingEvents } from '../../catalog/coming-events.ts';
import { calendarText } from '../../feeds/calendar.ts';

/** All coming events, for a calendar that subscribes to them; there even while none is known, so that none is unsubscribed. */
export const GET: APIRoute = async ({ site }) => {
  const content = await catalog();
  return new Response(calendarText(comingEvents(content, content.day), site), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
};
