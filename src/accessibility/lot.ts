import { createHash } from 'node:crypto';

/** Pages that every site has and that stand for its kinds of pages, the way in and the way to its operator among them. */
export const chosenAddresses = [
  '/',
  '/scenes/',
  '/kits/',
  '/practices/',
  '/guidelines/',
  '/symposia/',
  '/surveys/',
  '/institutions/',
  '/glossary/',
  '/map/',
  '/data/',
  '/search/',
  '/list/',
  '/accessibility/',
  '/operator/',
] as const;

/** So many pages are drawn beside them: 40 in all. */
export const drawnCount = 25;

/** Pages of an edition that are tested, by address. */
export type TestedAddresses = { chosen: string[]; drawn: string[] };

/**
 * Draws pages by lot, so that anybody who knows the seed draws the same: each address is put after the seed and a line
 * feed, and those with the smallest SHA-256 of it, as hexadecimal, are drawn.
 * @param addresses of all pages of an edition, in any order
 */
export const addressesByLot = (addresses: readonly string[], seed: string): TestedAddresses => {
  const here = new Set(addresses);
  const chosen = chosenAddresses.filter((address) => here.has(address));
  const drawn = [...here]
    .filter((address) => !chosen.some((one) => one === address))
    .map((address) => ({ address, mark: markOf(seed, address) }))
    .sort((one, other) => (one.mark < other.mark ? -1 : 1))
    .slice(0, drawnCount)
    .map(({ address }) => address)
    .sort();
  return { chosen, drawn };
};

const markOf = (seed: string, address: string): string =>
  createHash('sha256').update(`${seed}\n${address}`).digest('hex');
