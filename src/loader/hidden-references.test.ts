import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collections } from '../schema/collections.ts';
import { hiddenReferences, hiddenReferencesWorld } from './fixtures/hidden-references-world.ts';
import { type LoadedEdition, loadEdition } from './fixtures/load-edition.ts';

let folder: string;
let inPublic: LoadedEdition['stored'];
let inNetwork: LoadedEdition['stored'];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hidden-references-'));
  for (const [path, text] of Object.entries(hiddenReferencesWorld())) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  inPublic = (await loadEdition(folder)).stored;
  inNetwork = (await loadEdition(folder, { edition: 'network' })).stored;
});
afterAll(() => rmSync(folder, { recursive: true }));

const holding = (stored: LoadedEdition['stored'], word: string): string[] =>
  [...stored].filter((entry) => JSON.stringify(entry).includes(word)).map(([path]) => path);

test.each(hiddenReferences)(
  '$collection $field to what is $reason: no page can be made that tells of it',
  ({ collection, canary, marker, reason, whenHidden }) => {
    expect(holding(inPublic, canary)).toEqual([]);
    if (reason === 'withdrawn') expect(holding(inNetwork, canary)).toEqual([]);
    // In the edition that may show it, it is there, and so is what refers to it.
    else expect(holding(inNetwork, canary).length).toBeGreaterThan(1);

    if (whenHidden === 'entry') return;
    const [holder = ''] = holding(inPublic, marker);
    const data = inPublic.get(holder)?.data;
    // What is left of the entry is as whole as the schema asks for.
    expect(collections[collection].schema.safeParse(data).error).toBeUndefined();
  },
);

test('a kit goes with any entry that it was drawn from: no filter reaches into its files', () => {
  const { canary } = hiddenReferences.find(({ field }) => field === 'drawnFrom.*') ?? {};
  const kits = Object.entries(hiddenReferencesWorld()).flatMap(([path, text]) =>
    /^kits\/.*\.mdx$/.test(path) && /^drawnFrom:\n(?: {2}- .*\n)*? {2}- .*canary/m.test(text)
      ? [posix.dirname(path)]
      : [],
  );
  expect(kits.join()).toContain(canary);
  expect(kits.filter((path) => inPublic.has(path))).toEqual([]);
});
