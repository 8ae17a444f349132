import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite } from '../../browser/served-site.ts';
import {
  hiddenReferences,
  hiddenReferencesWorld,
} from '../../loader/fixtures/hidden-references-world.ts';
import { projectRoot } from '../../project-root.ts';
import type { SearchResponse } from '../../search/engine/search-response.ts';
import type { Suggestion } from '../../search/engine/suggestions.ts';
import { lendBrowser } from '../lent-browser.ts';
import { openedFiles } from '../opened-files.ts';

/** Which files of a site hold which canaries and markers, in their name or content. */
type Traces = ReadonlyMap<string, readonly string[]>;

/**
 * A world made from the list of references: a public entry for each, that points at what is for the network or withdrawn.
 * Both editions of it are built and searched byte by byte; src/loader/hidden-references.test.ts looks into the store.
 */
let workplace: string;
let inPublic: Traces;
let inNetwork: Traces;
beforeAll(() => {
  workplace = mkdtempSync(join(tmpdir(), 'hidden-references-'));
  for (const [path, text] of Object.entries(hiddenReferencesWorld())) {
    mkdirSync(join(workplace, 'content', dirname(path)), { recursive: true });
    writeFileSync(join(workplace, 'content', path), text);
  }
  inPublic = tracesIn(build('public'));
  inNetwork = tracesIn(build('network'));
});
afterAll(() => rmSync(workplace, { recursive: true }));

function build(edition: 'public' | 'network'): string {
  const outDir = join(workplace, edition);
  const { status, stderr, stdout } = spawnSync('node', ['src/commands/build.ts'], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: {
      ...process.env,
      EDITION: edition,
      CONTENT_DIR: join(workplace, 'content'),
      OUT_DIR: outDir,
      SITE_URL: 'https://portal.example',
    },
  });
  expect(status, stdout + stderr).toBe(0);
  return outDir;
}

const tracesIn = (folder: string): Traces => {
  const found = new Map<string, string[]>();
  for (const { path, text } of openedFiles(folder)) {
    const words = `${path}\0${text}`
      .toLowerCase()
      .match(/(?:netcanary|gonecanary|networkholder|withdrawnholder)\d{3}/g);
    for (const word of new Set(words)) found.set(word, [...(found.get(word) ?? []), path]);
  }
  return found;
};

test.each(hiddenReferences)(
  '$collection $field to what is $reason: not one byte where it may not be',
  ({ canary, marker, reason, whenHidden }) => {
    expect(inPublic.get(canary)).toBeUndefined();
    // Nothing would be proven by an entry that is not there itself.
    if (whenHidden !== 'entry') expect(inPublic.get(marker)?.length).toBeGreaterThan(2);
    if (reason === 'withdrawn') expect(inNetwork.get(canary)).toBeUndefined();
    else expect(inNetwork.get(canary)?.length).toBeGreaterThan(2);
  },
);

test('nothing hidden is found or suggested', async () => {
  const { origin, stop } = await serveSite(join(workplace, 'public'), '/');
  const browser = await lendBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/search/`);
    const ask = <T>(call: 'search' | 'suggest', typed: string) =>
      // As text, because the test runner rewrites an import() that it sees.
      page.evaluate<T>(
        `import('/search/engine.js').then((engine) => engine.${call}(${JSON.stringify(typed)}))`,
      );
    const known = hiddenReferences.find(({ whenHidden }) => whenHidden !== 'entry')?.marker ?? '';
    expect((await ask<SearchResponse>('search', known)).results).not.toEqual([]);
    for (const { canary } of hiddenReferences) {
      expect((await ask<SearchResponse>('search', canary)).results, canary).toEqual([]);
      expect(await ask<Suggestion[]>('suggest', canary), canary).toEqual([]);
    }
  } finally {
    await browser.close();
    await stop();
  }
});
