import { shownCopy } from '../words.ts';

/** Why a page comes from the copy. */
export type Reason = 'unreachable' | 'slow';

/** In `<a download>`; the browser would fetch such a link past the worker, and fail. */
const downloadAttribute = /(<a\b[^>]*?)\sdownload(?:="[^"]*")?(?=[\s>])/g;

/**
 * Items of a list, paragraphs and forms that make sense with a network alone, as the way to contribute; they hold none of
 * their kind.
 */
const online = /<(li|p|form) data-online(?: [^>]*)?>.*?<\/\1>/gs;

/**
 * Puts into a page of the copy of which day it is, and takes out what makes sense with a network alone; links to files are
 * opened, so that the worker can answer them.
 */
export function asShownCopy(html: string, day: string, reason: Reason): string {
  const strip = `<p class="saved-copy" role="note">${shownCopy(day, reason)}</p>`;
  const page = html.replaceAll(downloadAttribute, '$1').replaceAll(online, '');
  const before = page.search(/<(?:header|main)\b/);
  return before < 0 ? strip + page : page.slice(0, before) + strip + page.slice(before);
}
