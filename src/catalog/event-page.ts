import { eventDays } from './coming-events.ts';
import { type ProgrammeText, programmeText } from './programme-text.ts';
import type { Shown } from './shown-content.ts';

/** What the page of an event shows before and around its text. */
export type EventPageData = {
  symposium: Shown<'symposia'>;
  /** When it was, as far as that is known. */
  days: string | null;
  /** How many things handed out at it can be had. */
  materials: number;
  /** Its text, cut where the talks are to stand. */
  text: ProgrammeText;
};

/** Puts together what the page of an event shows; nothing for any other entry. */
export function eventPage(entry: Shown): EventPageData | undefined {
  if (entry.collection !== 'symposia') return undefined;
  const { data, html, headings } = entry;
  return {
    symposium: entry,
    days: eventDays(data) ?? null,
    materials: materialsOf(entry),
    // Where no talks are known, nothing stands apart from the text.
    text: programmeText(html, data.sessions.length > 0 ? headings : []),
  };
}

/** How many things handed out at an event can be had: files here, and what lies on other sites. */
export function materialsOf({ data }: Pick<Shown<'symposia'>, 'data'>): number {
  const handedOut = data.sessions.flatMap(({ materials }) => materials);
  const files = new Set([
    ...handedOut.flatMap(({ file }) => file ?? []),
    ...data.attachments.map(({ file }) => file),
  ]);
  return files.size + handedOut.filter(({ url }) => url !== undefined).length;
}
