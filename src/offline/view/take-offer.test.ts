import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyInMemory } from '../fixtures/copy-in-memory.ts';
import { countedNetwork } from '../fixtures/counted-network.ts';
import {
  held,
  offerTo,
  site,
  standInForBrowser,
  take,
  unused,
  wanted,
} from '../fixtures/reader.ts';
import {
  dropFile,
  linkedCopy,
  pageHtml,
  pagePath,
  putFile,
  putSmallSite,
} from '../fixtures/site-folder.ts';
import { buildOfflinePack, updateOfflinePack, writeOlderDifferences } from '../pack/build-pack.ts';
import { NotFetched } from './fetch-checked.ts';
import { OtherEdition, versionNow } from './offline-site.ts';

const network = countedNetwork();
let restore: () => void;
beforeAll(() => {
  restore = standInForBrowser(network);
});
afterAll(() => restore());

let home: string;
let count: number;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'take-offer-'));
  count = 0;
  network.mend();
});
afterEach(() => rmSync(home, { recursive: true }));

const siteDir = () => join(home, `site-${count}`);
const about = (day = '2026-11-23') => ({
  siteDir: siteDir(),
  cacheDir: join(home, 'cache'),
  edition: 'public' as const,
  day,
  worker: 'self.x = 1',
});

async function firstSite(pages: number): Promise<void> {
  putSmallSite(siteDir(), pages);
  await buildOfflinePack(about());
  network.serve(siteDir());
}

/** The next site, as the site process makes it. @returns what serves it from now on */
async function nextSite(changed: string[], change: (folder: string) => void): Promise<void> {
  const before = siteDir();
  count += 1;
  linkedCopy(before, siteDir());
  change(siteDir());
  await updateOfflinePack({ ...about(), before, changed });
  await writeOlderDifferences(about());
}

describe('an update', () => {
  test('of one page fetches what changed and no list of all', async () => {
    await firstSite(120);
    const store = copyInMemory();
    await take(store);
    await nextSite([pagePath(3)], (folder) => putFile(folder, pagePath(3), pageHtml('改めた取組')));
    network.serve(siteDir());
    network.taken();
    const offered = await offerTo(store);
    const told = offered.plan.bytes;
    await take(store, offered);
    const { paths, bytes } = network.taken();
    expect(paths.map((path) => path.replace(/[\w-]{22}\./, '….'))).toEqual([
      'offline/version.json',
      'offline/since/….json',
      'offline/pack-….bin',
    ]);
    expect(bytes).toBeLessThan(1200);
    expect(told).toBeLessThan(bytes);
    expect(await held(store)).toEqual(wanted(siteDir()));
    expect(await unused(store)).toEqual([]);
  });

  test('takes what is withdrawn from everything', async () => {
    await firstSite(20);
    const store = copyInMemory();
    await take(store);
    const gone = [pagePath(3), 'search/pages/unknown_3.json.gz'];
    await nextSite(gone, (folder) => {
      for (const path of gone) dropFile(folder, path);
    });
    network.serve(siteDir());
    await take(store);
    const all = await Promise.all(
      [...(await store.digests())].map(async (digest) =>
        new Response(await store.content(digest)).text(),
      ),
    );
    expect(all.join()).not.toContain('取組 3');
    expect((await store.read('files'))?.digests.has(pagePath(3))).toBe(false);
  });

  test('goes on with the version of then, where the site changes while it is taken', async () => {
    await firstSite(20);
    const store = copyInMemory();
    await take(store);
    await nextSite([pagePath(1)], (folder) => putFile(folder, pagePath(1), pageHtml('二番目の版')));
    network.serve(siteDir());
    const offered = await offerTo(store);
    await nextSite([pagePath(1)], (folder) => putFile(folder, pagePath(1), pageHtml('三番目の版')));
    network.serve(siteDir());
    await take(store, offered);
    expect(await held(store)).toEqual(wanted(siteDir()));
  });

  test('takes the whole list where something of the copy is missing', async () => {
    await firstSite(20);
    const store = copyInMemory();
    await take(store);
    const copy = await store.read('copy');
    const files = await store.read('files');
    if (!copy || !files) throw new Error('Nothing is in use.');
    const without = [...files.digests].filter(([path]) => path !== pagePath(9));
    await store.putIntoUse(copy, { ...files, digests: new Map(without) }, []);
    await store.putIntoUse(copy, files, []);
    await nextSite([pagePath(1)], (folder) => putFile(folder, pagePath(1), pageHtml('改めた')));
    network.serve(siteDir());
    await take(store);
    expect(await held(store)).toEqual(wanted(siteDir()));
  });

  test('keeps what has arrived when it is cut off, and the copy in use until the new one is whole', async () => {
    await firstSite(30);
    const store = copyInMemory();
    await take(store);
    const before = await held(store);
    const names = [2, 4, 6].map(pagePath);
    await nextSite(names, (folder) => {
      for (const path of names) putFile(folder, path, pageHtml(`改めた ${path}`));
    });
    network.serve(siteDir());
    const all = await offerTo(store);
    expect(all.isBegun).toBe(false);
    network.taken();
    for (let cut = 0; cut < all.plan.bytes; cut += 40) {
      network.cutAfter(cut);
      await expect(take(store, all)).rejects.toThrow(NotFetched);
      network.mend();
      expect(await held(store)).toEqual(before);
    }
    await store.keep([[all.plan.making[0]?.file[2] ?? '', new Uint8Array(1)]]);
    expect((await offerTo(store)).isBegun).toBe(true);
    expect(network.taken().paths.length).toBeGreaterThan(3);
  });

  test('of which the list is cut off is a broken connection', async () => {
    await firstSite(20);
    network.cutAfter(400);
    await expect(take(copyInMemory())).rejects.toThrow(NotFetched);
  });

  test('of another edition than that of the page is refused', async () => {
    await firstSite(3);
    const store = copyInMemory();
    await take(store);
    const offered = await offerTo(store);
    await nextSite([pagePath(1)], (folder) => putFile(folder, pagePath(1), pageHtml('改めた')));
    await buildOfflinePack({ ...about(), edition: 'network' });
    network.serve(siteDir());
    await expect(versionNow(site)).rejects.toThrow(OtherEdition);
    const missing = {
      ...offered,
      plan: { ...offered.plan, files: [[pagePath(1), 1, 'x'] as const] },
    };
    await expect(take(store, missing)).rejects.toThrow(OtherEdition);
  });
});
