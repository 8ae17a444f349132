import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyInMemory } from '../../src/offline/fixtures/copy-in-memory.ts';
import { countedNetwork } from '../../src/offline/fixtures/counted-network.ts';
import {
  held,
  standInForBrowser,
  take,
  unused,
  wanted,
} from '../../src/offline/fixtures/reader.ts';
import {
  dropFile,
  linkedCopy,
  pageHtml,
  pagePath,
  pathsBelow,
  putFile,
  putSmallSite,
} from '../../src/offline/fixtures/site-folder.ts';
import {
  buildOfflinePack,
  updateOfflinePack,
  writeOlderDifferences,
} from '../../src/offline/pack/build-pack.ts';
import { NotFetched } from '../../src/offline/view/fetch-checked.ts';
import { type Random, seededRandom } from '../seeded-random.ts';

const network = countedNetwork();
const home = mkdtempSync(join(tmpdir(), 'copy-chains-'));
let restore: () => void;
beforeAll(() => {
  restore = standInForBrowser(network);
});
afterAll(() => {
  restore();
  rmSync(home, { recursive: true });
});

let count = 0;
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

const seed = Number(process.env['COPY_SEED'] ?? Math.floor(Math.random() * 1e9));
/** So many versions in `npm test`; more with COPY_VERSIONS. */
const versions = Number(process.env['COPY_VERSIONS'] ?? 25);
test(`a copy equals the site after any chain of versions, gaps and cuts (COPY_SEED=${seed})`, async () => {
  const chance = seededRandom(seed);
  await firstSite(24);
  const readers = Array.from({ length: 3 }, copyInMemory);
  for (let version = 0; version < versions; version += 1) {
    const isBuilt = chance.chance(0.2);
    const before = siteDir();
    count += 1;
    linkedCopy(before, siteDir());
    const changed = changeAtRandom(chance, siteDir());
    if (isBuilt) rmSync(join(siteDir(), 'offline'), { recursive: true });
    if (chance.chance(0.05)) rmSync(join(home, 'cache'), { recursive: true });
    const build = about(`2026-11-${10 + chance.below(3)}`);
    await (isBuilt ? buildOfflinePack(build) : updateOfflinePack({ ...build, before, changed }));
    if (chance.chance(0.8)) await writeOlderDifferences(build);
    network.serve(siteDir());
    for (const store of readers) {
      if (chance.chance(0.6)) continue;
      const inUse = await held(store);
      for (const _ of chance.some([1, 2, 3], chance.below(3))) {
        network.cutAfter(chance.below(3000));
        await take(store).catch((error) => expect(error).toBeInstanceOf(NotFetched));
        network.mend();
        if ((await held(store)).size !== inUse.size) break;
      }
      await take(store);
      expect(await held(store)).toEqual(wanted(siteDir()));
      expect(await unused(store)).toEqual([]);
    }
    rmSync(before, { recursive: true });
  }
});

/** A page with a few words put in, and some taken out. */
function withWords(chance: Random, html: string): string {
  const [from, to] = [chance.below(html.length), chance.below(html.length)];
  const without = html.slice(0, from) + html.slice(from + chance.below(200));
  return `${without.slice(0, to)}加えた ${chance.below(9)}${without.slice(to)}`;
}

/** Changes, adds and removes a few files. @returns their paths */
function changeAtRandom(chance: Random, folder: string): string[] {
  const changed = new Set<string>();
  const pages = pathsBelow(folder).filter((path) => path.startsWith('practices/'));
  const searches = pathsBelow(folder).filter((path) => path.startsWith('search/pages/'));
  for (let times = chance.below(6); times > 0; times -= 1) {
    const kind = chance.below(5);
    const path = chance.pick(kind === 3 ? searches : pages);
    if (kind === 4) {
      const added = pagePath(100 + chance.below(60));
      putFile(folder, added, pageHtml(`加えた ${chance.below(9)}`));
      changed.add(added);
    } else if (kind === 2 && !changed.has(path) && pages.length > 8) {
      dropFile(folder, path);
      changed.add(path);
    } else if (kind === 3) {
      putFile(folder, path, gzipSync(`{"url":"/${chance.below(99)}/","text":"x"}`));
    } else if (kind === 1 && existsSync(join(folder, path))) {
      putFile(folder, path, withWords(chance, readFileSync(join(folder, path), 'utf8')));
      changed.add(path);
    } else {
      putFile(folder, path, pageHtml(`改めた ${chance.below(4)}`));
      changed.add(path);
    }
  }
  return [...changed];
}
