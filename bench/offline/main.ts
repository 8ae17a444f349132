import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { linkedCopy, pathsBelow, putFile } from '../../src/offline/fixtures/site-folder.ts';
import { updateOfflinePack } from '../../src/offline/pack/build-pack.ts';
import { bundleWorker } from '../../src/offline/pack/bundle-worker.ts';
import { projectRoot } from '../../src/project-root.ts';
import { updateSearchIndex } from '../../src/search/indexing/update-index.ts';
import { readSettings } from '../../src/settings.ts';
import { writeTree } from '../build/contender.ts';
import { makeCorpus } from '../build/corpus.ts';
import { portalTree } from '../build/portal-tree.ts';
import { copyCost, type Fetched } from './copy-update.ts';

/**
 * `npm run bench:offline -- [--entries 300]…`: what a reader's copy fetches after one sentence of one entry has changed,
 * and what it costs to index and to pack that, by the size of the archive.
 */
const { values } = parseArgs({
  options: { entries: { type: 'string', multiple: true, default: ['300', '1000'] } },
});

/** As much as an update may fetch, in bytes, at any size. */
const bar = 60_000;

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const row = ({ paths, bytes }: Fetched) => `${paths.length} requests, ${kilobytes(bytes)}`;

/** Adds a sentence at the end of a paragraph of the text. */
function withSentence(html: string): string {
  const text = html.indexOf('prose');
  const end = html.indexOf('</p>', text);
  if (text < 0 || end < 0) throw new Error('The page has no paragraph.');
  return `${html.slice(0, end)}この文を書き加えました。${html.slice(end)}`;
}

/** Does something and tells the CPU that it took, in seconds. */
async function cpuOf<Value>(task: () => Promise<Value>): Promise<[Value, number]> {
  const before = process.cpuUsage();
  const value = await task();
  const { user, system } = process.cpuUsage(before);
  return [value, (user + system) / 1e6];
}

async function measure(entries: number): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'bench-offline-'));
  const [content, site, next] = ['content', 'site', 'next'].map((name) => join(home, name));
  const env = { ...process.env, EDITION: 'public', CONTENT_DIR: content, OUT_DIR: site };
  const settings = readSettings(env);
  try {
    writeTree(content as string, portalTree(makeCorpus(entries)));
    execFileSync(process.execPath, ['src/commands/build.ts'], { cwd: projectRoot, env });
    linkedCopy(site as string, next as string);
    const isEntry = /^practices\/[^/]+\/[^/]+\/index\.html$/;
    const page = pathsBelow(site as string).find((path) => isEntry.test(path)) ?? '';
    const html = readFileSync(join(next as string, page), 'utf8');
    putFile(next as string, page, withSentence(html));
    const { edition, cacheDir } = settings;
    const note = JSON.parse(readFileSync(join(site as string, 'offline/version.json'), 'utf8'));
    const build = { siteDir: next as string, cacheDir, edition, worker: await bundleWorker() };
    const changed = [page];
    const [, indexed] = await cpuOf(() =>
      updateSearchIndex({ siteDir: next as string, cacheDir, changed }),
    );
    const [, packed] = await cpuOf(() =>
      updateOfflinePack({ ...build, day: note.day, before: site as string, changed }),
    );
    const { first, update } = await copyCost(site as string, next as string);
    console.log(
      `${entries} entries: first copy ${row(first)}; update ${row(update)}, told ${kilobytes(update.told)}; indexed in ${indexed.toFixed(2)} s of CPU, packed in ${packed.toFixed(2)}`,
    );
    return update.bytes;
  } finally {
    rmSync(home, { recursive: true, force: true });
    rmSync(settings.cacheDir, { recursive: true, force: true });
  }
}

for (const entries of values.entries) {
  if ((await measure(Number(entries))) > bar) {
    console.error(`${entries} entries: more than ${kilobytes(bar)}.`);
    process.exitCode = 1;
  }
}
