import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Edition, readSettings } from '../settings.ts';
import type { ContentProblems } from './content-problems.ts';
import { type EditionMemory, readEditionMemory, writeEditionMemory } from './edition-memory.ts';
import { loadEdition } from './fixtures/load-edition.ts';
import { createKeptEdition, type EditionNow } from './kept-edition.ts';
import { renderedEntry } from './rendered-entry.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-edition-'));
  cpSync(join(import.meta.dirname, '../e2e/fixtures/two-audiences/content'), folder, {
    recursive: true,
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (path: string) => join(folder, path);
const practice = 'best-practices/sakura-u/open-practice/index.mdx';
const rewrite = (path: string, change: (text: string) => string) =>
  writeFileSync(at(path), change(readFileSync(at(path), 'utf8')));
const settings = (edition: Edition) => readSettings({ CONTENT_DIR: folder, EDITION: edition });

/** Entries by content path, as the loader of a build stores them. */
const stored = ({ entries }: EditionNow) =>
  Object.fromEntries(
    [...entries]
      .flatMap(([name, own]) => own.map(({ id, ...entry }) => [`${name}/${id}`, entry] as const))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
const built = async (edition: Edition) =>
  Object.fromEntries(
    [...(await loadEdition(folder, { edition })).stored]
      .map(([path, { data, rendered }]) => [path, { data, rendered }] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** What may be published, one after the other. */
const changes: [string, () => void][] = [
  ['a sentence', () => rewrite(practice, (text) => `${text}\n研修の記録を残します。\n`)],
  [
    'a new term that stands in texts',
    () => {
      cpSync(at('glossary/pledge.yaml'), at('glossary/record.yaml'));
      rewrite('glossary/record.yaml', (text) =>
        text.replace('term: 誓約書', 'term: 記録').replace(/formerAddresses: .*\n/, ''),
      );
    },
  ],
  [
    'a term of another name',
    () => rewrite('glossary/record.yaml', (text) => text.replace('記録', '研修')),
  ],
  ['a term that goes', () => rmSync(at('glossary/record.yaml'))],
  [
    'an entry that others refer to, shown to all',
    () =>
      rewrite('best-practices/sakura-u/netcanary-practice/index.mdx', (text) =>
        text.replace('audience: network\n', ''),
      ),
  ],
  [
    'a scene that is withdrawn',
    () =>
      rewrite('scenes/training/index.mdx', (text) =>
        text.replace('---\n', '---\nwithdrawn: true\n'),
      ),
  ],
  [
    'another file',
    () =>
      cpSync(
        at('symposia/sakura-u/open-forum/講演.pdf'),
        at('best-practices/sakura-u/netcanary-practice/netcanary-form.pdf'),
      ),
  ],
  [
    'another address',
    () =>
      renameSync(at('case-studies/sakura-u/mailed-case'), at('case-studies/sakura-u/posted-case')),
  ],
];

test.each(['public', 'network'] as const)(
  'the edition %s is as a build would read it, after every change',
  async (edition) => {
    const kept = createKeptEdition(settings(edition));
    const before = stored(await kept.read());
    expect(before).toEqual(await built(edition));
    const world = mkdtempSync(join(tmpdir(), 'kept-edition-world-'));
    cpSync(folder, world, { recursive: true });
    for (const [name, change] of changes) {
      change();
      expect(stored(await kept.read()), name).toEqual(await built(edition));
    }
    rmSync(folder, { recursive: true });
    renameSync(world, folder);
  },
);

test('what does not change stays the same object, and nothing is read again for it', async () => {
  let rendered = 0;
  const kept = createKeptEdition(settings('public'), (...given) => {
    rendered += 1;
    return renderedEntry(...given);
  });
  const first = await kept.read();
  const all = rendered;
  rewrite(practice, (text) => `${text}\n台帳を確かめます。\n`);
  const second = await kept.read();
  expect(rendered - all).toBe(1);
  const same = [...first.entries].flatMap(([name, own]) =>
    own.filter((entry) => second.entries.get(name)?.includes(entry)),
  );
  expect(all - same.length).toBe(1);
  expect(await kept.read()).toBe(second);
});

test('an entry that cannot be rendered is left out, and tried anew the next time', async () => {
  let fails = true;
  const kept = createKeptEdition(settings('public'), (data, ...given) => {
    if (fails && 'title' in data && data.title === '公開の取組') throw new Error('No.');
    return renderedEntry(data, ...given);
  });
  const first = await kept.read();
  expect(first.leftOut).toEqual([{ path: practice, title: '公開の取組', reason: 'No.' }]);
  expect(Object.keys(stored(first))).not.toContain('best-practices/sakura-u/open-practice');
  fails = false;
  const second = await kept.read();
  expect(second.leftOut).toEqual([]);
  expect(stored(second)).toEqual(await built('public'));
});

test('what another process knew is not read again, and what has changed since is', async () => {
  const file = join(folder, '../kept-edition.memory');
  const first = createKeptEdition(settings('public'));
  await first.read();
  writeEditionMemory(file, 'code', first.memory() as EditionMemory);
  // Files that changed just before they were looked at are read again: their time may be that of another change.
  const known = {
    ...(readEditionMemory(file, 'code') as EditionMemory),
    lookedAt: Date.now() + 60_000,
  };
  rewrite(practice, (text) => `${text}\n様式を配ります。\n`);
  let rendered = 0;
  const second = createKeptEdition(
    settings('public'),
    (...given) => {
      rendered += 1;
      return renderedEntry(...given);
    },
    known,
  );
  expect(stored(await second.read())).toEqual(await built('public'));
  expect(rendered).toBe(1);
  rmSync(file);
});

test('problems that come of what another process knew stand where the text has them', async () => {
  const file = join(folder, '../kept-edition.memory');
  const first = createKeptEdition(settings('public'));
  await first.read();
  writeEditionMemory(file, 'code', first.memory() as EditionMemory);
  const wrong = 'glossary/again.yaml';
  cpSync(at('glossary/pledge.yaml'), at(wrong));
  const messagesOf = async (known?: EditionMemory | null) => {
    const edition = createKeptEdition(settings('public'), renderedEntry, known);
    const error = await edition.read().catch((thrown: unknown) => thrown);
    expect(edition.memory()).toBeNull();
    return (error as ContentProblems).problems;
  };
  const problems = await messagesOf(readEditionMemory(file, 'code'));
  expect(problems).toEqual(await messagesOf());
  expect(problems).not.toEqual([]);
  rmSync(at(wrong));
  rmSync(file);
});
