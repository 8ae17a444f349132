import { idOfAddress } from '../schema/comparison-address.ts';
import type { ComparedColumn } from './comparison-table.ts';
import { readCompared } from './read-compared.ts';

/** An entry with the words at its foot that say what it is not. */
export type OpenedColumn = ComparedColumn & { disclaimer: string };

/**
 * Gives what opens the pages of entries: as the site answers them now, or as the folder edition holds them.
 * @param list address of the list of practices, from which those of entries are made
 */
export function openComparedPages(list: string): (id: string) => Promise<OpenedColumn> {
  const isOnDisk = location.protocol === 'file:';
  const root = list.replace(/practices\/(?:index\.html)?$/, '');
  const addressOf = (id: string) =>
    new URL(`${root}${id}/${isOnDisk ? 'index.html' : ''}`, location.href).href;
  const textOf = async (id: string): Promise<string | 'gone'> => {
    if (isOnDisk) {
      const held = await fetch(`${root}compared/${id.replaceAll('/', '.')}.json`);
      return ((await held.json()) as { html: string }).html;
    }
    const response = await fetch(addressOf(id));
    if (response.status === 404 || response.status === 410) return 'gone';
    if (!response.ok) throw new Error(String(response.status));
    return response.text();
  };
  const open = async (id: string, mayFollow: boolean): Promise<OpenedColumn> => {
    const column = { id, address: addressOf(id), disclaimer: '' };
    try {
      const text = await textOf(id);
      if (text === 'gone') return { ...column, read: 'gone' };
      const page = new DOMParser().parseFromString(text, 'text/html');
      const read = readCompared(page, id);
      if (read) {
        return {
          ...column,
          read,
          disclaimer: page.querySelector('.disclaimer')?.textContent ?? '',
        };
      }
      const next = mayFollow ? nextAddress(page) : null;
      return next === null ? { ...column, read: 'gone' } : open(next, false);
    } catch {
      return { ...column, read: 'unread' };
    }
  };
  return (id) => open(id, true);
}

/** Where an entry is now, from the page at its former address. */
const nextAddress = (page: Document): string | null => {
  const refresh = page.querySelector('meta[http-equiv="refresh" i]')?.getAttribute('content');
  return idOfAddress(/url=(.+)$/i.exec(refresh ?? '')?.[1] ?? '');
};
