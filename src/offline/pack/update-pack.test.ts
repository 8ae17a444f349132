import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dropFile, linkedCopy, pathsBelow, putFile, textsOf } from '../fixtures/site-folder.ts';
import { type Difference, type Manifest, offlineFiles } from '../offline-files.ts';
import { buildOfflinePack, updateOfflinePack, writeOlderDifferences } from './build-pack.ts';

const day = '2026-11-23';
const about = { edition: 'public', day, worker: 'self.x = 1' } as const;
/** What no reader may find any more once it is taken back. */
const secret = '取り下げたこと';
const secretPlace = 'practices/sakura-u/withdrawn-one';

let home: string;
let cacheDir: string;
let count: number;
/** How many earlier versions were told of at first. */
let latestOnly: number;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'update-pack-'));
  cacheDir = join(home, 'cache');
  count = 0;
  const site = siteDir();
  for (let page = 0; page < 24; page += 1) {
    const text = `<h1>取組 ${page}</h1>${'本文です。'.repeat(7000)}${page}`;
    putFile(site, `practices/p${page}/index.html`, text);
    const json = `{"url":"/practices/p${page}/","text":"${page}"}`;
    putFile(site, `search/pages/unknown_${page}.json.gz`, gzipSync(json));
  }
  putFile(site, `${secretPlace}/index.html`, `<h1>${secret}</h1>`);
  putFile(site, 'data/materials.json', '{}');
  await buildOfflinePack({ siteDir: site, cacheDir, ...about });
});
afterEach(() => rmSync(home, { recursive: true }));

const siteDir = () => join(home, `site-${count}`);

type Change = (site: string) => void;
/** Makes the next site of the one before, as the site process does, and updates its pack. */
async function publish(changed: readonly string[], change: Change): Promise<Manifest> {
  const before = siteDir();
  count += 1;
  linkedCopy(before, siteDir());
  change(siteDir());
  const build = { siteDir: siteDir(), before, cacheDir, ...about };
  const manifest = await updateOfflinePack({ ...build, changed });
  latestOnly = differences().length;
  await writeOlderDifferences(build);
  return manifest;
}
const page = (number: number) => `practices/p${number}/index.html`;
const write = (number: number, words: string) =>
  publish([page(number)], (site) => putFile(site, page(number), `<h1>${words}</h1>`));

/** What a full build makes of the same files. */
async function builtAnew(): Promise<Map<string, string>> {
  const site = join(home, 'anew');
  linkedCopy(siteDir(), site);
  rmSync(join(site, 'offline'), { recursive: true });
  await buildOfflinePack({ siteDir: site, cacheDir: join(home, 'new-cache'), ...about });
  const texts = textsOf(site);
  rmSync(site, { recursive: true });
  rmSync(join(home, 'new-cache'), { recursive: true });
  return texts;
}
const updated = () => new Map([...textsOf(siteDir())].filter(([path]) => !isHistory(path)));
const named = () => {
  const { parts } = readJson<Manifest>(offlineFiles.manifest);
  return new Set(parts.map(([, , digest]) => offlineFiles.part(digest)));
};
const isHistory = (path: string) =>
  path.startsWith('offline/since/') || (path.endsWith('.bin') && !named().has(path));
const readJson = <Value>(path: string) =>
  JSON.parse(readFileSync(join(siteDir(), path), 'utf8')) as Value;
const differences = () =>
  pathsBelow(join(siteDir(), 'offline/since')).map((name) =>
    readJson<Difference>(`offline/since/${name}`),
  );
/** All that stands below /offline/, opened. */
const said = () =>
  pathsBelow(join(siteDir(), 'offline'))
    .map((name) => readFileSync(join(siteDir(), 'offline', name)))
    .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString())
    .join('\n');

describe('an updated pack', () => {
  test('is byte for byte that of a full build, whatever changed', async () => {
    const changes: [string[], Change][] = [
      [[page(1)], (site) => putFile(site, page(1), '<h1>改めた</h1>')],
      [['a/index.html'], (site) => putFile(site, 'a/index.html', '<h1>新しい</h1>')],
      [[page(20), page(21)], (site) => [20, 21].forEach((at) => void dropFile(site, page(at)))],
      [
        // What the search writes anew is found.
        [],
        (site) => {
          dropFile(site, 'search/pages/unknown_3.json.gz');
          const json = gzipSync('{"url":"/practices/p3/","text":"x"}');
          putFile(site, 'search/pages/unknown_x.json.gz', json);
        },
      ],
      // What is not packed, and what only sends on.
      [['feed.xml'], (site) => putFile(site, 'feed.xml', '<feed/>')],
      [
        [page(5)],
        (site) => putFile(site, page(5), '<meta http-equiv="refresh" content="0;url=/a/">'),
      ],
      [[], () => undefined],
    ];
    for (const [changed, change] of changes) {
      await publish(changed, change);
      expect(updated()).toEqual(await builtAnew());
    }
  });

  test('leaves every file of the site before as it was', async () => {
    const before = textsOf(siteDir());
    const folder = siteDir();
    await write(7, '改めた');
    expect(textsOf(folder)).toEqual(before);
  });

  test('tells each earlier version what to fetch: a few files, whatever the size of the site', async () => {
    await write(7, '一つ目');
    await write(8, '二つ目');
    await write(7, '三つ目');
    expect(latestOnly).toBe(1);
    const lists = differences().map(({ files }) => files.map(([path]) => path).sort());
    expect(lists.sort((a, b) => a.length - b.length)).toEqual([
      [page(7)],
      [page(7), page(8)],
      [page(7), page(8)],
    ]);
    const sizes = differences().map(({ added }) => added.reduce((sum, [bytes]) => sum + bytes, 0));
    expect(Math.max(...sizes)).toBeLessThan(200);
  });

  test('takes what only moved from where it stood: a list of many pages costs no more than its first', async () => {
    const words = (number: number) =>
      Array.from({ length: 60 }, (_, at) => (number * 7919 + at * 104_729) % 100_003).join('番、');
    const card = (number: number) =>
      `<li><a href="/practices/p${number}/">取組 ${number}</a><p>${words(number)}</p></li>`;
    const list = (at: number) => `list/${at}/index.html`;
    const lists = Array.from({ length: 40 }, (_, at) => list(at));
    const put = (order: readonly number[]) =>
      publish(lists, (site) => {
        for (const [at, path] of lists.entries()) {
          putFile(
            site,
            path,
            order
              .slice(at * 10, at * 10 + 10)
              .map(card)
              .join(''),
          );
        }
      });
    const order = Array.from({ length: 400 }, (_, number) => number);
    await put(order);
    await put([333, ...order.filter((number) => number !== 333)]);
    const [latest] = differences().sort((a, b) => a.files.length - b.files.length);
    expect(latest?.files.length).toBe(34);
    expect(latest?.added.reduce((sum, [, inflated]) => sum + inflated, 0)).toBeLessThan(2500);
  });

  test('holds nothing that the site does not hold any more, and does not say where it was', async () => {
    const address = `${secretPlace}/index.html`;
    await publish([address], (site) => putFile(site, address, `<h1>${secret}と、その後</h1>`));
    expect(said()).toContain(`${secret}と`);
    await publish([address], (site) => dropFile(site, address));
    await write(1, '別のこと');
    expect(
      differences()
        .map(({ removed }) => removed.length)
        .sort(),
    ).toEqual([0, 1, 1]);
    for (const words of [secret, secretPlace]) expect(said()).not.toContain(words);
  });

  test('remembers earlier versions over a full build, and for a bounded while', async () => {
    for (let turn = 0; turn < 36; turn += 1) await write(turn % 5, `${turn}`);
    expect(differences().length).toBe(32);
    const { version } = readJson<Manifest>(offlineFiles.version);
    const folder = siteDir();
    count += 1;
    linkedCopy(folder, siteDir());
    rmSync(join(siteDir(), 'offline'), { recursive: true });
    putFile(siteDir(), page(9), '<h1>夜に改めた</h1>');
    await buildOfflinePack({ siteDir: siteDir(), cacheDir, ...about });
    expect(differences().length).toBe(32);
    expect(pathsBelow(join(siteDir(), 'offline/since'))).toContain(`${version}.json`);
  });

  test('begins anew with a change of which the list would be as long as the whole', async () => {
    await write(1, '一つ');
    const many = Array.from({ length: 1301 }, (_, number) => `new/${number}/index.html`);
    await publish(many, (site) => {
      for (const path of many) putFile(site, path, path);
    });
    expect(differences()).toEqual([]);
  });

  test('is built whole where nobody knows what the copy was like', async () => {
    const site = siteDir();
    await write(3, '別の手で');
    // A site that was made before that.
    count += 1;
    linkedCopy(site, siteDir());
    putFile(siteDir(), page(4), '<h1>こちらの手で</h1>');
    const changed = [page(4)];
    await updateOfflinePack({ siteDir: siteDir(), before: site, cacheDir, ...about, changed });
    expect(updated()).toEqual(await builtAnew());
  });
});
