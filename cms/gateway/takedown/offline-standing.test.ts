import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linkedCopy, pathsBelow, putFile } from '../../../src/offline/fixtures/site-folder.ts';
import { type Manifest, offlineFiles } from '../../../src/offline/offline-files.ts';
import { buildOfflinePack, updateOfflinePack } from '../../../src/offline/pack/build-pack.ts';
import type { Gone } from './gone.ts';
import { createStanding } from './standing.ts';

const entry = 'practices/sakura-u/pledge/index.html';
const other = 'practices/momiji-u/training/index.html';
const gone: Gone = {
  folders: ['/practices/sakura-u/pledge/'],
  entries: ['case-studies/sakura-u/pledge'],
  files: [],
  words: ['誓約書を取る'],
};

let home: string;
let site: string;
let manifest: Manifest;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'offline-standing-'));
  const first = join(home, 'first');
  site = join(home, 'site');
  const about = { cacheDir: join(home, 'cache'), edition: 'public', worker: '' } as const;
  const build = { ...about, day: '2026-11-23' };
  putFile(first, entry, '<main><h1>前の題</h1></main>');
  // Larger than a part, so that there is one which holds nothing of the entry.
  putFile(first, 'assets/site.css', 'h1{}'.repeat(600_000));
  putFile(first, other, '<main><h1>研修</h1></main>');
  await buildOfflinePack({ ...build, siteDir: first });
  linkedCopy(first, site);
  putFile(site, entry, '<main><h1>誓約書を取る</h1></main>');
  manifest = await updateOfflinePack({ ...build, siteDir: site, before: first, changed: [entry] });
});
afterEach(() => rmSync(home, { recursive: true }));

test('of all that stands in /offline/, what may hold an entry that is gone is not served, and the rest says nothing of it', async () => {
  const standing = createStanding(gone, site, { siteUrl: undefined, basePath: '/' } as never);
  const served: Record<string, string> = {};
  for (const name of pathsBelow(join(site, 'offline'))) {
    const path = `offline/${name}`;
    const now = await standing.fileAt(path);
    served[path] = now.kind;
    if (now.kind === 'without') expect(Buffer.from(now.bytes).toString()).not.toContain('pledge');
  }
  const [whole, touched] = manifest.parts.map(([, , digest]) => offlineFiles.part(digest));
  const known = [whole, touched, offlineFiles.manifest, offlineFiles.version];
  const history = Object.keys(served).filter((path) => !known.includes(path));
  expect(history.map((path) => path.replace(/[\w-]{22}\./, '….')).sort()).toEqual([
    'offline/pack-….bin',
    'offline/since/….json',
  ]);
  expect(history.map((path) => served[path])).toEqual(['gone', 'gone']);
  expect(known.map((path) => served[path ?? ''])).toEqual(['same', 'gone', 'without', 'without']);
});

test('while nothing of a version is gone that is in it, all stays as it is', async () => {
  const standing = createStanding(
    { ...gone, folders: ['/practices/sakura-u/none/'], entries: [], words: ['ない題'] },
    site,
    { siteUrl: undefined, basePath: '/' } as never,
  );
  const parts = manifest.parts.map(([, , digest]) => standing.fileAt(offlineFiles.part(digest)));
  expect((await Promise.all(parts)).map(({ kind }) => kind)).toEqual(['same', 'same']);
});
