import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Document, isSeq, parseDocument } from 'yaml';
import { checkContent } from '../check/check-content.ts';
import { soundReadings } from '../check/fixtures/readings.ts';
import { projectRoot } from '../project-root.ts';
import { type CollectionName, collectionNames } from '../schema/collections.ts';
import { type ContentFiles, contentFilesOf, readContentFolder } from '../source/content-files.ts';
import { loadEdition, type StoredEntry } from './fixtures/load-edition.ts';

/**
 * Institutions commit to the branch that the code stands on, so whatever they may correct has to go through. Here every
 * entry of a copy of `content/` is corrected at once: its title, a sentence, its scenes. That no other test reads
 * `content/` is held by `src/e2e/content-guard.ts`.
 */

const anew = '（改めた）';
const real = readContentFolder(join(projectRoot, 'content'));

/** A front matter, or a whole file of fields, with its title, its scenes and a sentence of its own changed. */
const correctFields = (fields: Document, scenes: readonly string[]): void => {
  for (const key of ['title', 'term', 'name', 'definition', 'summary']) {
    const text: unknown = fields.get(key);
    if (typeof text === 'string') fields.set(key, `${text}${anew}`);
  }
  if (isSeq(fields.get('scenes'))) fields.set('scenes', scenes);
};

/** The same with a sentence of the body changed too, where there is a body. */
const corrected = (text: string, isRecord: boolean, scenes: readonly string[]): string => {
  const [, front = '', body = ''] = isRecord
    ? ['', text]
    : (/^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []);
  const fields = parseDocument(front);
  correctFields(fields, scenes);
  const plain = fields.toString({ lineWidth: 0 });
  return isRecord
    ? plain
    : `---\n${plain}---\n${body.replace(/^(\p{L}[^\n<>]*?)。/mu, `$1${anew}。`)}`;
};

const textOf = (files: ContentFiles, path: string): string =>
  new TextDecoder().decode(files.get(path)?.bytes());
const isEntry = (path: string) => path.endsWith('.yaml') || path.endsWith('/index.mdx');

/** A copy with every entry corrected. */
const correctedCopy = (scenes: readonly string[]): ContentFiles =>
  contentFilesOf(
    Object.fromEntries(
      [...real].map(([path, file]) => [
        path,
        isEntry(path)
          ? corrected(textOf(real, path), path.endsWith('.yaml'), scenes)
          : file.bytes(),
      ]),
    ),
  );

const errorsOf = (files: ContentFiles) =>
  checkContent(files, { attachments: soundReadings })
    .filter(({ severity }) => severity === 'error')
    .map(({ path, code }) => `${path} ${code}`);

const scene = [...real.keys()].find((path) => path.startsWith('scenes/'))?.split('/')[1] ?? '';
const copy = correctedCopy([scene]);
const isIn = (collection: CollectionName) => (path: string) => path.startsWith(`${collection}/`);

let folder: string;
let before: string[];
let after: string[];
let stored: Map<string, StoredEntry>;
beforeAll(async () => {
  before = errorsOf(real);
  after = errorsOf(copy);
  folder = mkdtempSync(join(tmpdir(), 'corrections-'));
  for (const [path, file] of copy) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), file.bytes());
  }
  ({ stored } = await loadEdition(folder, { edition: 'network' }));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(collectionNames)(
  '%s: an entry whose title, sentence and scenes are changed',
  (name) => {
    test('is an entry in which something was changed', () => {
      const paths = [...real.keys()].filter((path) => isEntry(path) && isIn(name)(path));
      expect(paths.length).toBeGreaterThan(0);
      const unchanged = paths.filter((path) => textOf(copy, path).split(anew).length < 2);
      expect(unchanged).toEqual([]);
    });

    test('is as sound as before', () => {
      expect(after.filter(isIn(name))).toEqual(before.filter(isIn(name)));
    });

    test('is shown with what was changed', () => {
      const shown = [...stored].filter(([path]) => isIn(name)(path));
      expect(shown.length).toBeGreaterThan(0);
      for (const [path, { data }] of shown) {
        expect(data['title'] ?? data['term'] ?? data['name'], path).toContain(anew);
        if (data['scenes']) expect([[scene], []], path).toContainEqual(data['scenes']);
      }
      const hasBody = (path: string) => textOf(copy, path).split(/^---$/m)[2]?.includes(anew);
      const written = shown.filter(([, { rendered }]) => rendered?.html.includes(anew));
      expect(written.length > 0).toBe([...copy.keys()].filter(isIn(name)).some(hasBody));
    });
  },
);
