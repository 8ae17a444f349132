import type { Sought } from '../text/occurrences.ts';

/** Quoted where the text would otherwise be read as several terms. */
const asQuery = ({ text }: Sought) => (/^[-－]|[\s「」『』"“”]/.test(text) ? `"${text}"` : text);

/** The address of a page with the words to be marked on it. Only a page of the site can mark words. */
export function addressWithMarks(url: string, sought: readonly Sought[]): string {
  const address = new URL(url, 'http://site');
  if (sought.length > 0 && /(?:\/|\.html)$/.test(address.pathname)) {
    address.searchParams.set('q', sought.map(asQuery).join(' '));
  }
  return address.href.slice(address.origin.length);
}
