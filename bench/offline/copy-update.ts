import { copyInMemory } from '../../src/offline/fixtures/copy-in-memory.ts';
import { countedNetwork } from '../../src/offline/fixtures/counted-network.ts';
import { offerTo, standInForBrowser, take } from '../../src/offline/fixtures/reader.ts';

/** What a reader's browser asked for, and how many bytes came in answer. */
export type Fetched = { readonly paths: readonly string[]; readonly bytes: number };

/** What a copy fetches: when it is taken, and when it is brought up to date. */
export type CopyCost = {
  readonly first: Fetched;
  readonly update: Fetched & {
    /** What the button says, in bytes. */
    readonly told: number;
  };
};

/**
 * Takes a copy of one site and brings it up to date with another, by the code of the page itself over a network that
 * counts and compresses nothing. Not beside anything else that fetches: it stands in for the browser's own.
 * @param before the folder of the site of which the copy is taken
 * @param after that of the site which follows
 */
export async function copyCost(before: string, after: string): Promise<CopyCost> {
  const network = countedNetwork();
  const restore = standInForBrowser(network);
  try {
    const store = copyInMemory();
    const fetchedFrom = async (folder: string) => {
      network.serve(folder);
      const offer = await offerTo(store);
      await take(store, offer);
      return { ...network.taken(), told: offer.plan.bytes };
    };
    return { first: await fetchedFrom(before), update: await fetchedFrom(after) };
  } finally {
    restore();
  }
}
