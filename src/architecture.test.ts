import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';

/**
 * What each folder of src may import of ours, as in ARCHITECTURE.md. `src/architecture.test.ts` reads import lines only,
 * so it needs no build. Pages, end-to-end tests, integrations and commands may use all of src.
 */
const mayImport: Record<string, readonly string[]> = {
  schema: [],
  strings: [],
  source: ['schema'],
  attachments: ['code-digest.ts', 'project-root.ts'],
  check: ['schema', 'source', 'attachments'],
  loader: ['schema', 'strings', 'source', 'check', 'attachments', 'settings.ts', 'code-digest.ts'],
  catalog: ['schema', 'attachments', 'site-address.ts'],
  feeds: ['schema', 'strings', 'catalog'],
  materials: ['schema', 'source', 'strings', 'attachments'],
  offline: ['schema', 'strings', 'search', 'site-address.ts'],
  'reading-list': ['schema', 'strings', 'materials', 'site-address.ts'],
  components: [
    'schema',
    'strings',
    'settings.ts',
    'site-address.ts',
    'catalog',
    'search',
    'reading-list',
    'offline',
  ],
  layouts: [
    'schema',
    'strings',
    'settings.ts',
    'site-address.ts',
    'catalog',
    'search',
    'components',
    'reading-list',
    'offline',
  ],
  search: ['schema', 'strings', 'site-address.ts'],
  browser: ['offline', 'project-root.ts', 'refusal.ts'],
};
/** Components take types and what is pure from the catalog, never the content itself. */
const valuesFromCatalog = [
  '../catalog/facets.ts',
  '../catalog/kana-rows.ts',
  '../catalog/lists.ts',
];

const root = join(import.meta.dirname, '..');

type Import = {
  /** Below the tree that was read. */
  file: string;
  folder: string;
  /** Where a relative import leads, below the same tree. */
  target: string;
  specifier: string;
  typeOnly: boolean;
};

const importLine = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gm;

const sourcesBelow = (tree: string): string[] =>
  readdirSync(join(root, tree), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:tsx?|astro|mjs)$/.test(path) && !path.includes('fixtures/'));

const importsBelow = (tree: string): Import[] =>
  sourcesBelow(tree).flatMap((file) =>
    [...readFileSync(join(root, tree, file), 'utf8').matchAll(importLine)].map(
      ([, type, specifier = '']) => ({
        file,
        folder: file.split('/')[0] ?? '',
        specifier,
        typeOnly: type !== undefined,
        target: specifier.startsWith('.') ? posix.join(dirname(file), specifier) : specifier,
      }),
    ),
  );

const sources = sourcesBelow('src');
const imports = importsBelow('src');
const own = imports.filter(({ specifier }) => specifier.startsWith('.'));

test('the reader of import lines finds them', () => {
  expect(imports.length).toBeGreaterThan(100);
});

test('each folder imports only what the architecture lets it', () => {
  const stray = own.filter(({ file, folder, target }) => {
    const allowed = mayImport[folder];
    if (!allowed || file.endsWith('.test.ts')) return false;
    const first = target.split('/')[0] ?? '';
    return first !== folder && !allowed.includes(first) && !target.endsWith('.css');
  });
  expect(stray.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

test('components and layouts take only types and what is pure from the catalog', () => {
  const stray = own.filter(
    ({ folder, target, typeOnly, specifier }) =>
      (folder === 'components' || folder === 'layouts') &&
      target.startsWith('catalog/') &&
      !typeOnly &&
      !valuesFromCatalog.includes(specifier),
  );
  expect(stray.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

test('src never imports cms, and leaves src nowhere', () => {
  expect(own.filter(({ target }) => target.startsWith('..')).map(({ file }) => file)).toEqual([]);
});

test('schema imports nothing but zod', () => {
  const foreign = imports.filter(
    ({ file, folder, specifier }) =>
      folder === 'schema' &&
      !file.endsWith('.test.ts') &&
      !specifier.startsWith('.') &&
      specifier !== 'zod',
  );
  expect(foreign).toEqual([]);
});

test('only the catalog asks astro:content', () => {
  const asking = imports.filter(({ specifier }) => specifier === 'astro:content');
  expect([...new Set(asking.map(({ file }) => file))]).toEqual(['catalog/catalog.ts']);
});

test('the gateway uses what reads and judges content, never what shows it', () => {
  const allowed =
    /^(?!\.\.)|^\.\.\/src\/(?:(?:schema|source|check|attachments|loader|strings)\/|(?:settings|code-digest|design-token-values)\.ts$)/;
  // What npm start runs is a command like the others, and builds the site as they do.
  const startsPortal =
    /^gateway\/(?:main|open-portal)\.ts imports \S+\/src\/(?:commands\/|(?:project-root|refusal)\.ts$)/;
  // The page of a draft is made of the site's own layouts; it is compiled by itself, and nothing but its types leaves it.
  const showsDrafts = /^gateway\/preview\/page\//;
  const stray = importsBelow('cms').filter(
    ({ file, specifier, target }) =>
      specifier.startsWith('.') &&
      !allowed.test(target) &&
      !showsDrafts.test(file) &&
      !startsPortal.test(`${file} imports ${specifier}`) &&
      !/^e2e\/|\.test\.ts$/.test(file),
  );
  expect(stray.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

test('the editor runs in a browser: of src it takes the schema, the words and the reader of Office files', () => {
  const allowed =
    /^editor\/|^\.\.\/src\/(?:(?:schema|strings)\/|attachments\/(?:office\/|reading\.ts$))/;
  const stray = importsBelow('cms').filter(
    ({ file, specifier, target }) =>
      file.startsWith('editor/') &&
      specifier.startsWith('.') &&
      !allowed.test(target) &&
      !file.endsWith('.test.ts'),
  );
  expect(stray.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

test('no folder hides what it holds', () => {
  const vague = sources.filter((file) =>
    /(?:^|\/)(?:utils?|helpers?|common|lib|misc)(?:\/|\.ts$)/.test(file),
  );
  expect(vague).toEqual([]);
});

test('no files of src import each other in a circle', () => {
  const waiting = Map.groupBy(own, ({ file }) => file);
  // A file that imports none of those left is in no circle; without it, others are in none either.
  for (let before = -1; before !== waiting.size; ) {
    before = waiting.size;
    for (const [file, from] of waiting) {
      if (!from.some(({ target }) => waiting.has(target))) waiting.delete(file);
    }
  }
  expect([...waiting.keys()]).toEqual([]);
});
