import type { APIRoute } from 'astro';
import { catalog } from '../../../../catalog/catalog.ts';
import { comingEvents, type DatedEvent } from '../../../../catalog/coming-events.ts';
import { calendarText } from '../../../../feeds/calendar.ts';

/** A coming event for the reader's own calendar. */
export async function getStaticPaths() {
  const content = await catalog();
  return comingEvents(content, content.day).map((event) => {
    const [institution, slug] = event.symposium.id.split('/');
    return { params: { institution, slug }, props: { event } };
  });
}

export const GET: APIRoute<{ event: DatedEvent }> = ({ props: { event }, site }) =>
  new Response(calendarText([event], site), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
