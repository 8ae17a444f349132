import type { CopyStore } from '../../src/offline/copy-store.ts';
import { copyInMemory } from '../../src/offline/fixtures/copy-in-memory.ts';
import { networkBase } from '../../src/offline/fixtures/counted-network.ts';
import { standInForBrowser, take } from '../../src/offline/fixtures/reader.ts';
import type { Reader } from './reader.ts';

/** Brings a copy to the site as it is now, by the code of the page itself. @returns how many bytes were sent for it */
export async function bytesOfUpdate(reader: Reader, copy: CopyStore): Promise<number> {
  let bytes = 0;
  const restore = standInForBrowser({
    async fetch(address) {
      const file = await reader.fetch(address.slice(networkBase.length));
      bytes += file?.bytes ?? 0;
      return file ? new Response(new Uint8Array(file.content)) : new Response('', { status: 404 });
    },
  });
  try {
    await take(copy);
  } finally {
    restore();
  }
  return bytes;
}

/** Takes a copy. */
export async function takeCopy(reader: Reader): Promise<CopyStore> {
  const copy = copyInMemory();
  await bytesOfUpdate(reader, copy);
  return copy;
}
