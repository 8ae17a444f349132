import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ring } from '../index-files.ts';

/** Where a built site has its rings (src/pages/data). */
export const ringsFile = 'data/rings.json';

/** The rings of the edition, which its site carries as data for everybody; none where it has no such file. */
export async function readRings(siteDir: string): Promise<Ring[]> {
  const text = await readFile(join(siteDir, ringsFile), 'utf8').catch(() => null);
  if (text === null) return [];
  const { items } = JSON.parse(text) as { items: (Ring & { name: string })[] };
  return items.map(({ name, members, english }) => ({
    members: [...new Set([name, ...members])],
    english,
  }));
}
